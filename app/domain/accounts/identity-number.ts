// The citizen identity number of GB 11643-1999, as people type it and as spreadsheets spoil it.
//
// Eighteen characters: six of the place, eight of the birth date, three of an order in which odd is male
// and even female, and one check character (ISO 7064, MOD 11-2), which may be X.

export type Sex = 'female' | 'male'

export type IdentityNumberChange =
  | 'apostrophe'
  | 'full-width'
  | 'separators'
  | 'small-x'
  | 'formula'
  | 'stored-as-number'

export type WrongIdentityNumber =
  | { word: 'missing' }
  /** A spreadsheet keeps fifteen digits of a number; the rest became noughts and cannot be got back. */
  | { word: 'lost-digits' }
  /** `old` is true for fifteen digits, the form given out until 1999. */
  | { word: 'too-short'; length: number; old: boolean }
  | { word: 'too-long'; length: number }
  | { word: 'characters' }
  | { word: 'birth-date' }
  | { word: 'check-digit'; is: string; shouldBe: string }

export type IdentityNumberReading =
  | { number: string; changes: IdentityNumberChange[]; wrong?: undefined }
  | { number?: undefined; changes: IdentityNumberChange[]; wrong: WrongIdentityNumber }

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'

/**
 * Reads an identity number from a cell.
 *
 * `storedAsNumber` says that the spreadsheet held a number and not text; `today` (yyyy-MM-dd) is the last
 * day on which somebody can have been born. What is wrong comes back as a word with its figures.
 */
export function readIdentityNumber(
  raw: string,
  { storedAsNumber = false, today = '9999-12-31' }: { storedAsNumber?: boolean; today?: string } = {},
): IdentityNumberReading {
  const { text, changes } = cleaned(raw)
  if (text === '') return { changes, wrong: { word: 'missing' } }
  const wrong = whatIsWrong(text, storedAsNumber, today)
  if (wrong) return { changes, wrong }
  return { number: text, changes: storedAsNumber ? [...changes, 'stored-as-number'] : changes }
}

/** The check character that belongs to the first seventeen digits. */
export function checkDigitOf(firstSeventeen: string) {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(firstSeventeen[place]), 0)
  return checkCharacters[sum % 11]!
}

/** yyyy-MM-dd, from a valid number. */
export function birthDateOf(number: string) {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
}

export function sexOf(number: string): Sex {
  return Number(number[16]) % 2 === 1 ? 'male' : 'female'
}

/** 1304**********0027: first four, last four; what is too short to hide anything is hidden whole. */
export function maskNumber(number: string) {
  if (number.length < 12) return '*'.repeat(number.length)
  return number.slice(0, 4) + '*'.repeat(number.length - 8) + number.slice(-4)
}

function whatIsWrong(text: string, storedAsNumber: boolean, today: string): WrongIdentityNumber | null {
  if (/^\d(\.\d+)?E\+?\d+$/.test(text)) return { word: 'lost-digits' }
  if (!/^\d+X?$/.test(text)) return { word: 'characters' }
  if (storedAsNumber && text.length > 15) return { word: 'lost-digits' }
  if (text.length < 18) return { word: 'too-short', length: text.length, old: text.length === 15 }
  if (text.length > 18) return { word: 'too-long', length: text.length }
  const shouldBe = checkDigitOf(text)
  const is = text[17]!
  // Text that once was a number ends in three noughts, and so fails its check nine times in ten.
  if (is !== shouldBe && text.endsWith('000')) return { word: 'lost-digits' }
  if (!isDay(birthDateOf(text)) || birthDateOf(text) > today) return { word: 'birth-date' }
  return is === shouldBe ? null : { word: 'check-digit', is, shouldBe }
}

function isDay(day: string) {
  if (day < '1880') return false
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

function cleaned(raw: string) {
  const changes: IdentityNumberChange[] = []
  const step = (text: string, change: IdentityNumberChange, next: string) => {
    if (next !== text) changes.push(change)
    return next
  }
  let text = raw.trim()
  text = step(text, 'formula', text.replace(/^="(.*)"$/, '$1'))
  text = step(text, 'apostrophe', text.replace(/^['‘’`＇]+/, '').replace(/['‘’`＇]+$/, ''))
  text = step(text, 'full-width', halfWidth(text))
  text = step(text, 'separators', text.replace(/[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\-‐-―]/g, ''))
  text = step(text, 'small-x', /^\d+x$/.test(text) ? text.toUpperCase() : text)
  return { text: text.replace(/e/, 'E'), changes }
}

function halfWidth(text: string) {
  return text.replace(/[！-～]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
}
