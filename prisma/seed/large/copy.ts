// Rows by the hundred thousand, by COPY. Only a seed may write so: a command has other things to do than rows.
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from } from 'pg-copy-streams'
import { pool } from '~/db.server'

type Cell = string | number | boolean | Date | object | null

export type Row = Record<string, Cell>

/** Writes rows that all have the same columns into a table; what they point to is there already. */
export async function copyInto(table: string, rows: readonly Row[]) {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0]!)
  const names = columns.map((name) => `"${name}"`).join(', ')
  const client = await pool.connect()
  try {
    const into = client.query(from(`copy "${table}" (${names}) from stdin`))
    await pipeline(Readable.from(chunks(columns, rows)), into)
  } finally {
    client.release()
  }
}

function* chunks(columns: readonly string[], rows: readonly Row[]) {
  for (let start = 0; start < rows.length; start += 500) {
    const lines = rows.slice(start, start + 500)
    yield lines.map((row) => `${columns.map((name) => written(row[name]!)).join('\t')}\n`).join('')
  }
}

function written(cell: Cell): string {
  if (cell === null) return '\\N'
  if (cell instanceof Date) return cell.toISOString()
  const text = typeof cell === 'object' ? JSON.stringify(cell) : String(cell)
  return text.replace(/[\\\t\n\r]/g, (mark) => escapes[mark]!)
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
