// What a file holds once it is read: sheets of cells, whatever the file was.

/** `number` is true where the spreadsheet kept a number, which has at most fifteen true digits. */
export type Cell = { text: string; number: boolean }

/** Row n of the file is `cells[n - 1]`; a row may be shorter than the widest, and empty. */
export type Sheet = { name: string; cells: Cell[][] }

export type RosterFile = { format: 'xlsx' | 'csv'; encoding: string; sheets: Sheet[] }

export type RosterFileRefusal =
  /** `looksLike` is what the file seems to be instead, where that can be told. */
  | { refused: 'not-a-roster'; looksLike: 'pdf' | 'image' | 'document' | 'web-page' | 'other-sheet' | null }
  /** Protected by a password. */
  | { refused: 'encrypted' }
  /** An .xls of the time before 2007. */
  | { refused: 'old-format' }
  /** Unpacks to more than any roster: the most bytes, or the most cells. */
  | { refused: 'bomb'; mostMegabytes: number; mostCells: number }
  | { refused: 'empty' }
  | { refused: 'too-large'; megabytes: number; mostMegabytes: number }

export const noCell: Cell = { text: '', number: false }

/** Longer texts are kept up to here only; the check cuts at its own, smaller limits, and says so. */
export const longestText = 5_000
