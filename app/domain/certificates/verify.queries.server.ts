import type { CertificateFacts } from '#templates/certificates/facts'
import { db } from '~/db.server'
import { maskName } from '../accounts/person-name'
import type { Actor } from '../actor'
import { dayOf } from '../cohorts/weeks'
import { addressedNumber, readToken, sameNumber } from './token'
import { stateOf, type VerifiedState } from './verify'

export type Verified = {
  state: VerifiedState
  number: string
  issuedAt: string
  revokedAt: string | null
  timeZone: string
  /** Null where the facts were deleted after their retention. */
  facts: {
    name: string
    programme: string
    programmeEn: string | null
    cohort: string
    hours: number
    distinguished: boolean
    issuer: string
    issuedOn: string
    expiresOn: string | null
  } | null
  /** SHA-256 of each file that was drawn of it. */
  files: { sha256: string; redrawn: boolean }[]
}

/**
 * Whether a certificate is what it says, for anybody who holds its number (or the year and place that its code
 * carries) and its token. Null alike for a number that does not exist and a token that is not its own.
 */
export async function verifyCertificate(
  { at }: Pick<Actor, 'at'>,
  { number, token }: { number: string; token: string },
): Promise<Verified | null> {
  const signs = readToken(token)
  if (!signs || number.length > 200) return null
  // Signs sort below Z, so this is a range of the unique index.
  const candidates = await db.certificate.findMany({
    where: { token: { gte: signs, lte: `${signs}ZZZZZZZZZ` } },
    include: {
      series: { select: { year: true } },
      revocation: { select: { occurredAt: true } },
      supersededBy: { select: { id: true } },
      facts: { include: { drawings: { include: { file: { select: { sha256: true } } } } } },
      enrolment: { select: { cohort: { select: { timeZone: true } } } },
    },
    take: 5,
  })
  const certificate = candidates.find(
    (one) =>
      one.token.startsWith(signs) &&
      (sameNumber(one.number, number) || addressedNumber(one.series, one.sequence) === number.trim()),
  )
  if (!certificate) return null
  const { timeZone } = certificate.enrolment.cohort
  const body = certificate.facts.body as unknown as CertificateFacts | null
  return {
    state: stateOf({
      revoked: certificate.revocation !== null,
      superseded: certificate.supersededBy !== null,
      expiresOn: certificate.expiresOn?.toISOString().slice(0, 10) ?? null,
      today: dayOf(at, timeZone),
    }),
    number: certificate.number,
    issuedAt: certificate.occurredAt.toISOString(),
    revokedAt: certificate.revocation?.occurredAt.toISOString() ?? null,
    timeZone,
    facts: body && shown(body),
    files: certificate.facts.drawings.map(({ file, redrawn }) => ({ sha256: file.sha256, redrawn })),
  }
}

function shown(facts: CertificateFacts): NonNullable<Verified['facts']> {
  return {
    name: maskName(facts.name),
    programme: facts.programmeTitle,
    programmeEn: facts.programmeTitleEn,
    cohort: facts.cohortTitle,
    hours: facts.hours.total,
    distinguished: facts.distinguished,
    issuer: facts.issuerName,
    issuedOn: facts.issuedOn,
    expiresOn: facts.expiresOn,
  }
}
