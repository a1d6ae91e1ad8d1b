import { data } from '@remix-run/node'
import type { Shortfall } from '~/domain/cohorts/shortfall'
import { type Locale, wordsFor } from '~/i18n'
import { words } from './words'

/** Asks once more about dates that are too short: a mistake at the box that says yes to them. */
export function askShort(
  { shortfall, shown }: { shortfall: Shortfall; shown: string },
  typed: Record<string, string>,
  locale: Locale,
) {
  const errors: Record<string, string[]> = { agreed: [wordsFor(locale, words).short.ask] }
  return data({ values: null, errors, typed, shortfall, shown }, { status: 409 })
}
