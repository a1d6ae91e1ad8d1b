import { addDays } from 'date-fns'
import { drawSignInSlips } from '#templates/sheets/sign-in-slips'
import { env } from '~/env.server'
import { slipDays } from '../accounts/codes.server'
import type { Actor } from '../actor'
import type { ManagedCohort } from '../cohorts/cohort.access.server'
import { cohortHead } from '../cohorts/cohorts.queries.server'
import { dayOf } from '../cohorts/weeks'
import { printSlips, type SlipRow } from './slips.server'

/**
 * Prints a cohort's slips: gives the codes that are needed, and draws the sheet; null where nobody needs one. `origin` is
 * where people sign in.
 */
export async function slipSheet(
  actor: Actor,
  cohort: ManagedCohort,
  { origin, locale }: { origin: string; locale: 'zh-CN' | 'en' },
) {
  const [rows, head] = await Promise.all([printSlips(actor, cohort), cohortHead(actor, cohort)])
  if (!rows.length) return null
  const expiries = rows.flatMap((row) => (row.expiresAt ? [row.expiresAt.getTime()] : []))
  const until = expiries.length ? new Date(Math.min(...expiries)) : addDays(actor.at, slipDays)
  return drawSignInSlips(
    {
      programmeTitle: head.programme,
      programmeTitleEn: head.programmeEn,
      cohortTitle: cohort.title,
      cohortTitleEn: null,
      organisation: head.heldFor,
      madeOn: dayOf(actor.at, cohort.timeZone),
      signInUrl: `${env().origin ?? origin}/sign-in`,
      validUntil: dayOf(until, cohort.timeZone),
      contact: { name: cohort.contactName, telephone: cohort.contactTelephone, hours: cohort.contactHours },
      townships: byTownship(rows),
    },
    locale,
  )
}

function byTownship(rows: SlipRow[]) {
  const townships = new Map<string, ReturnType<typeof slipOf>[]>()
  for (const row of rows) {
    const slips = townships.get(row.township)
    if (slips) slips.push(slipOf(row))
    else townships.set(row.township, [slipOf(row)])
  }
  return [...townships].map(([name, slips]) => ({ name, slips }))
}

function slipOf(row: SlipRow) {
  const way = row.telephone
    ? { by: 'telephone' as const, masked: row.telephone }
    : { by: 'identity-number' as const, masked: row.number ?? '' }
  return { name: row.name, unit: row.unit, way, code: row.code }
}
