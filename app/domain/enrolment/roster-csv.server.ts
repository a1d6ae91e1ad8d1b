// Comma-separated files: from our time (UTF-8), from an office program (UTF-16), from an old system (GB18030).

import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import { type Cell, longestText, type RosterFile, type RosterFileRefusal } from './roster-file'
import type { Limits } from './roster-file.server'

const delimiters = [',', '\t', ';', '|', '，']

export function readCsv(file: Buffer, limits: Limits): RosterFile | RosterFileRefusal {
  const encoding = encodingOf(file)
  if (!encoding) return { refused: 'not-a-roster', looksLike: null }
  const text = iconv.decode(file, encoding, { stripBOM: true })
  if (text.length > limits.characters) return bomb(limits)
  const records: string[][] = parse(text, {
    delimiter: delimiterOf(text),
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n', '\r'],
    // A quote that is opened and never closed would swallow the rest of the file as one cell.
    max_record_size: 200_000,
  })
  if (records.length > limits.rows) return bomb(limits)
  let left = limits.cells
  const cells = records.map((record) => {
    left -= record.length
    return left < 0 ? [] : record.slice(0, limits.columns).map(cellOf)
  })
  if (left < 0) return bomb(limits)
  return { format: 'csv', encoding, sheets: [{ name: '', cells }] }
}

function cellOf(text: string): Cell {
  return { text: text.slice(0, longestText), number: false }
}

/** Null for what is no text. A file that is valid UTF-8 is UTF-8; of GB18030 by chance almost none is. */
function encodingOf(file: Buffer) {
  if (file[0] === 0xff && file[1] === 0xfe) return 'utf-16le'
  if (file[0] === 0xfe && file[1] === 0xff) return 'utf-16be'
  if (file.includes(0)) return null
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(file)
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}

/** The mark that stands most evenly in the first lines: as often in each, and at least once. */
function delimiterOf(text: string) {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\n|\r/)
    .filter(Boolean)
    .slice(0, 30)
  const scored = delimiters.map((mark) => {
    const counts = lines.map((line) => line.split(mark).length - 1)
    const usual = counts.toSorted((one, other) => one - other)[Math.floor(counts.length / 2)] ?? 0
    return { mark, score: usual * counts.filter((count) => count === usual).length }
  })
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).mark
}

function bomb(limits: Limits): RosterFileRefusal {
  return { refused: 'bomb', mostMegabytes: Math.ceil(limits.unpacked / 1024 / 1024), mostCells: limits.cells }
}
