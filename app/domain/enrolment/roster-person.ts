// One row's person: the cells cleaned, and what was wrong or was mended in them.

import { birthDateOf, maskNumber, readIdentityNumber, type Sex, sexOf } from '../accounts/identity-number'
import { readName } from '../accounts/person-name'
import { maskTelephone, readTelephone } from '../accounts/telephone'
import { columnOf, type Layout, textOf } from './roster-columns'
import type { Cell } from './roster-file'
import type { Meaning } from './roster-headers'
import { type Issue, type IssueDetails, type IssueWord, severityOf } from './roster-issues'

export type RosterPerson = {
  name: string | null
  identityNumber: string | null
  sex: Sex | null
  /** yyyy-MM-dd */
  birthDate: string | null
  telephone: string | null
  post: string
  education: string
  note: string
  others: { header: string; text: string }[]
}

export type RowReader = {
  sheet: string
  row: number
  layout: Layout
  cells: Cell[]
  issues: Issue[]
}

export const longestNote = 500
export const longestField = 200

/** Adds an issue to a row, beside the column that has this meaning. */
export function say<Word extends IssueWord>(
  reader: RowReader,
  meaning: Meaning | null,
  word: Word,
  details: IssueDetails[Word],
) {
  const column = meaning && columnOf(reader.layout, meaning)
  const severity = severityOf(word, details)
  reader.issues.push({
    sheet: reader.sheet,
    row: reader.row,
    column,
    meaning,
    severity,
    word,
    details,
  } as Issue)
}

export function cellOf(reader: RowReader, meaning: Meaning): Cell | undefined {
  return reader.cells[columnOf(reader.layout, meaning) ?? -1]
}

/**
 * The person of a row. The number decides about sex and birth date where the roster says otherwise. Without
 * a number the row is an error, or waits for one where the cohort allows it.
 */
export function personOf(
  reader: RowReader,
  { today, withoutNumber }: { today: string; withoutNumber: 'refuse' | 'wait' },
): RosterPerson {
  const name = nameOf(reader)
  const identityNumber = identityNumberOf(reader, today, withoutNumber)
  return {
    name,
    identityNumber,
    sex: sexIn(reader, identityNumber),
    birthDate: birthDateIn(reader, identityNumber),
    telephone: telephoneOf(reader),
    post: fieldOf(reader, 'post', longestField),
    education: fieldOf(reader, 'education', longestField),
    note: fieldOf(reader, 'note', longestNote),
    others: othersOf(reader),
  }
}

/** A text as it stands, cut at a limit with a warning; a formula or markup in it is said to be only text. */
export function fieldOf(reader: RowReader, meaning: Meaning, limit: number) {
  const text = textOf(cellOf(reader, meaning))
  warnOfForeign(reader, meaning, text)
  return cut(reader, meaning, text, limit)
}

function nameOf(reader: RowReader) {
  const raw = cellOf(reader, 'name')?.text ?? ''
  const read = readName(raw)
  if (read.wrong) {
    if (read.wrong.word === 'missing') say(reader, 'name', 'name-missing', {})
    else if (read.wrong.word === 'no-letters') say(reader, 'name', 'name-no-letters', {})
    else say(reader, 'name', 'name-too-long', { length: read.wrong.length, limit: read.wrong.limit })
    return null
  }
  const { name, changes } = read
  if (changes.length) say(reader, 'name', 'name-cleaned', { name, changes })
  warnOfForeign(reader, 'name', name)
  return name
}

function identityNumberOf(reader: RowReader, today: string, withoutNumber: 'refuse' | 'wait') {
  const cell = cellOf(reader, 'identity-number')
  const read = readIdentityNumber(cell?.text ?? '', { storedAsNumber: cell?.number, today })
  if (!read.wrong) {
    const masked = maskNumber(read.number)
    if (read.changes.length)
      say(reader, 'identity-number', 'identity-cleaned', { masked, changes: read.changes })
    return read.number
  }
  const { wrong } = read
  const at = 'identity-number'
  switch (wrong.word) {
    case 'missing':
      say(reader, at, 'identity-missing', { waits: withoutNumber === 'wait' })
      break
    case 'too-short':
      say(reader, at, 'identity-too-short', { length: wrong.length, old: wrong.old })
      break
    case 'too-long':
      say(reader, at, 'identity-too-long', { length: wrong.length })
      break
    case 'check-digit':
      say(reader, at, 'identity-check-digit', { is: wrong.is, shouldBe: wrong.shouldBe })
      break
    default:
      say(reader, at, `identity-${wrong.word}`, {})
  }
  return null
}

function telephoneOf(reader: RowReader) {
  const cell = cellOf(reader, 'telephone')
  const read = readTelephone(cell?.text ?? '', { storedAsNumber: cell?.number })
  if (!read.wrong) {
    const masked = maskTelephone(read.telephone)
    if (read.changes.length) say(reader, 'telephone', 'telephone-cleaned', { masked, changes: read.changes })
    return read.telephone
  }
  const { wrong } = read
  if (wrong.word === 'too-short' || wrong.word === 'too-long') {
    say(reader, 'telephone', `telephone-${wrong.word}`, { length: wrong.length })
  } else say(reader, 'telephone', `telephone-${wrong.word}`, {})
  return null
}

function sexIn(reader: RowReader, identityNumber: string | null): Sex | null {
  const written = textOf(cellOf(reader, 'sex'))
  const said = /^(男|m|male)/i.test(written) ? 'male' : /^(女|f|female)/i.test(written) ? 'female' : null
  if (!identityNumber) return said
  const byNumber = sexOf(identityNumber)
  if (said && said !== byNumber)
    say(reader, 'sex', 'sex-differs', { written: written.slice(0, 10), byNumber })
  return byNumber
}

function birthDateIn(reader: RowReader, identityNumber: string | null) {
  const written = textOf(cellOf(reader, 'birth-date'))
  const parts = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?/.exec(written)
  const two = (part: string) => part.padStart(2, '0')
  const said = parts ? [parts[1]!, ...parts.slice(2).filter(Boolean).map(two)].join('-') : null
  if (!identityNumber) return said && said.length === 10 ? said : null
  const byNumber = birthDateOf(identityNumber)
  if (said && !byNumber.startsWith(said)) {
    say(reader, 'birth-date', 'birth-date-differs', { written: written.slice(0, 20), byNumber })
  }
  return byNumber
}

function othersOf(reader: RowReader) {
  return reader.layout.columns
    .filter(({ meaning }) => meaning === 'other')
    .map(({ index, header }) => ({ header, text: textOf(reader.cells[index]).slice(0, longestField) }))
    .filter(({ text }) => text)
}

function cut(reader: RowReader, meaning: Meaning, text: string, limit: number) {
  const characters = [...text]
  if (characters.length <= limit) return text
  say(reader, meaning, 'text-cut', { length: characters.length, limit })
  return characters.slice(0, limit).join('')
}

function warnOfForeign(reader: RowReader, meaning: Meaning, text: string) {
  if (/^[=+@]|^-\D/.test(text)) say(reader, meaning, 'taken-as-text', { what: 'formula' })
  else if (/<[a-z!/]/i.test(text)) say(reader, meaning, 'taken-as-text', { what: 'markup' })
}
