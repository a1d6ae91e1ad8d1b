// Reads a roster's file, which may have been made by anybody: it answers with cells or with a word, and
// throws for no input. The limits hold while the file is read, not after it.

import { readCsv } from './roster-csv.server'
import type { RosterFile, RosterFileRefusal } from './roster-file'
import { readWorkbook } from './roster-workbook.server'

export const limits = {
  /** Bytes of the file as it comes. */
  file: 20 * 1024 * 1024,
  /** Bytes of a workbook unpacked. */
  unpacked: 120 * 1024 * 1024,
  /** Cells with something in them, in all sheets. */
  cells: 1_000_000,
  /** Characters in all cells. */
  characters: 30_000_000,
  rows: 200_000,
  columns: 100,
  sheets: 100,
}

export type Limits = typeof limits

/**
 * The sheets of an .xlsx or of a .csv, hidden sheets left out. Refused with a word: not a roster, encrypted,
 * old format, bomb, empty, too large. What the file is called does not matter, what it holds does.
 */
export async function readRosterFile(
  bytes: Uint8Array,
  within: Limits = limits,
): Promise<RosterFile | RosterFileRefusal> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length > within.file) {
    return { refused: 'too-large', megabytes: megabytes(file.length), mostMegabytes: megabytes(within.file) }
  }
  const foreign = foreignKind(file)
  if (foreign) return foreign
  try {
    const read = startsWith(file, 'PK') ? await readWorkbook(file, within) : readCsv(file, within)
    if ('refused' in read) return read
    const filled = read.sheets.some((sheet) =>
      sheet.cells.some((row) => row.some((cell) => cell.text.trim())),
    )
    return filled ? read : { refused: 'empty' }
  } catch {
    // The libraries throw whatever a broken file makes of them; that it is broken is all there is to know.
    return { refused: 'not-a-roster', looksLike: null }
  }
}

function foreignKind(file: Buffer): RosterFileRefusal | null {
  if (file.length === 0) return { refused: 'empty' }
  if (startsWith(file, '\xd0\xcf\x11\xe0')) {
    const encrypted = file.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    if (encrypted) return { refused: 'encrypted' }
    const workbook =
      file.includes(Buffer.from('Workbook', 'utf16le')) || file.includes(Buffer.from('Book', 'utf16le'))
    return workbook ? { refused: 'old-format' } : { refused: 'not-a-roster', looksLike: 'document' }
  }
  if (startsWith(file, '%PDF')) return { refused: 'not-a-roster', looksLike: 'pdf' }
  const image = ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'BM'].some((mark) => startsWith(file, mark))
  if (image) return { refused: 'not-a-roster', looksLike: 'image' }
  const head = file.toString('latin1', 0, 1024).trimStart().replace(/^ï»¿/, '')
  if (/^<(!doctype|html|\?xml|table|meta|head)/i.test(head))
    return { refused: 'not-a-roster', looksLike: 'web-page' }
  if (head.startsWith('{\\rtf')) return { refused: 'not-a-roster', looksLike: 'document' }
  return null
}

function startsWith(file: Buffer, mark: string) {
  return file.subarray(0, mark.length).equals(Buffer.from(mark, 'latin1'))
}

function megabytes(bytes: number) {
  return Math.ceil(bytes / 1024 / 1024)
}
