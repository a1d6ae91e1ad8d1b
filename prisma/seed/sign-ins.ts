// First sign-ins as they have been: by the code of a slip, with a password of one's own, and consent.
import { db, inTransaction } from '~/db.server'
import { issueSlipCodes } from '~/domain/accounts/codes.server'
import { currentConsent } from '~/domain/accounts/consent'
import { giveConsent, takePassword } from '~/domain/accounts/own-account.server'
import type { ManagedCohort } from '~/domain/cohorts/cohort.access.server'
import { printSlips } from '~/domain/enrolment/slips.server'
import { acting, must, on, type Someone, theSystem } from './stage'

/** Codes by account. */
type Codes = ReadonlyMap<string, string>

/** The slips of a cohort, as its manager prints them. */
export async function slipsOf(manager: Someone, cohort: ManagedCohort, at: Date): Promise<Codes> {
  const slips = await on(at, () => printSlips(acting(manager, at), cohort))
  return new Map(slips.flatMap(({ accountId, code }) => (code ? [[accountId, code] as const] : [])))
}

/** Codes for people who are on no roster: those who work here, and mentors added by name. */
export async function codesFor(people: readonly Someone[], at: Date) {
  const accounts = await db.account.findMany({
    where: { personId: { in: people.map(({ id }) => id) } },
    select: { id: true, personId: true },
    orderBy: { id: 'asc' },
  })
  const ids = accounts.map(({ id }) => id)
  const codes = await on(at, () => inTransaction((tx) => issueSlipCodes(tx, theSystem(at), ids)))
  return new Map(accounts.map(({ id, personId }) => [personId, codes.get(id)!.code]))
}

/** Somebody uses their code for a password, and agrees to the use of their data, which checks them in. */
export async function signInFirst(person: Someone, code: string, at: Date, passwordHash: string) {
  const visitor = theSystem(at)
  await on(at, () =>
    inTransaction(async () => {
      must(await takePassword(visitor, { code, passwordHash }))
      must(await giveConsent(acting(person, at), currentConsent))
    }),
  )
}
