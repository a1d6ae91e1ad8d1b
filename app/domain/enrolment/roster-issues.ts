// What a check can have to say about a row, as words with the facts of their sentences. The sentences stand
// in roster-words.ts. Facts carry identity numbers and telephones only in their masked form.

import type { IdentityNumberChange } from '../accounts/identity-number'
import type { NameChange } from '../accounts/person-name'
import type { TelephoneChange } from '../accounts/telephone'
import type { Meaning } from './roster-headers'

export type Severity = 'error' | 'warning' | 'fixed'

/** Where a row stands: its sheet and its row as the file counts, and the number that the roster gave it. */
export type Place = { sheet: string; row: number; number: string }

export type Near = { id: string; name: string }

export type IssueDetails = {
  'name-missing': Record<string, never>
  'name-too-long': { length: number; limit: number }
  'name-no-letters': Record<string, never>
  'name-cleaned': { name: string; changes: NameChange[] }
  'identity-missing': { waits: boolean }
  'identity-lost-digits': Record<string, never>
  'identity-too-short': { length: number; old: boolean }
  'identity-too-long': { length: number }
  'identity-characters': Record<string, never>
  'identity-birth-date': Record<string, never>
  'identity-check-digit': { is: string; shouldBe: string }
  'identity-cleaned': { masked: string; changes: IdentityNumberChange[] }
  'identity-twice': { first: Place; name: string }
  'sex-differs': { written: string; byNumber: 'female' | 'male' }
  'birth-date-differs': { written: string; byNumber: string }
  'telephone-missing': Record<string, never>
  'telephone-too-short': { length: number }
  'telephone-too-long': { length: number }
  'telephone-not-a-mobile': Record<string, never>
  'telephone-characters': Record<string, never>
  'telephone-cleaned': { masked: string; changes: TelephoneChange[] }
  /** `keeps`: this row is the one that will sign in with it. */
  'telephone-shared': { others: Place[]; keeps: boolean }
  'county-missing': Record<string, never>
  'county-unknown': { written: string; near: Near[] }
  'township-missing': Record<string, never>
  'township-unknown': { written: string; near: Near[] }
  'unit-missing': { instead: string }
  'unit-too-long': { length: number; limit: number }
  /** The unit is not known and would be made, though there are names like it. */
  'unit-like': { name: string; like: string[] }
  'taken-as-text': { what: 'formula' | 'markup' }
  'text-cut': { length: number; limit: number }
  'already-enrolled': Record<string, never>
  'enrolled-and-withdrawn': Record<string, never>
  /** In running cohorts of the same programme, and of others. */
  'in-same-programme': { cohorts: string[] }
  'in-other-programme': { cohorts: string[] }
  'waits-for-administrator': Record<string, never>
  'over-quota': { organisation: string; seats: number; used: number }
  'no-quota': Record<string, never>
}

export type IssueWord = keyof IssueDetails

export type Issue = {
  [Word in IssueWord]: {
    sheet: string
    row: number
    /** The column's index in the sheet; null where the sheet has no such column or the whole row is meant. */
    column: number | null
    meaning: Meaning | null
    severity: Severity
    word: Word
    details: IssueDetails[Word]
  }
}[IssueWord]

const fixes = new Set<IssueWord>(['name-cleaned', 'identity-cleaned', 'telephone-cleaned'])

const warnings = new Set<IssueWord>([
  'sex-differs',
  'birth-date-differs',
  'telephone-missing',
  'telephone-shared',
  'unit-missing',
  'unit-like',
  'taken-as-text',
  'text-cut',
  'already-enrolled',
  'enrolled-and-withdrawn',
  'in-same-programme',
  'in-other-programme',
  'waits-for-administrator',
  'over-quota',
  'no-quota',
])

export function severityOf<Word extends IssueWord>(word: Word, details: IssueDetails[Word]): Severity {
  if (fixes.has(word)) return 'fixed'
  if (word === 'identity-missing' && 'waits' in details && details.waits) return 'warning'
  return warnings.has(word) ? 'warning' : 'error'
}
