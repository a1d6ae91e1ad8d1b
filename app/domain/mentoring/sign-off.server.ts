// Signing of practice, with a mark. Whoever signs holds the enrolments' rows, so that of two who sign the same
// practice at once the second sees the first one's signature.
import type { Prisma } from '#generated/client/client'
import { practice as face, itemsWithoutEvidence, type PracticeConfig } from '~/activities/practice/practice'
import { inTransaction } from '~/db.server'
import type { Actor } from '../actor'
import { audit } from '../audit/audit.server'
import { newId } from '../ids.server'
import { lockEnrolments, type OutcomeInput, recordOutcomes } from '../learning/outcomes.server'
import { type Practised, practisedBy, type StandingSignOff } from '../learning/practice-notes.server'
import { activitiesOfVersions } from '../learning/versions.server'
import { judgedOutcome } from './judged'
import { withdrawnAmong } from './withdrawn.server'
import { keyOf, type PracticeToSign, type SignOffToUndo } from './work.access.server'

export type SignOffRow = {
  practice: PracticeToSign
  /** A whole number from 0 to 100. */
  mark: number
  comment: string
  /** The last note that the mentor has seen; null where nobody looked at a page. */
  seen?: string | null
}

/** `again`: the same signature by the same person stood already, as after a form that was sent twice. */
export type SignedOff =
  | { refused: null; signOffId: string; again: boolean }
  | { refused: 'already-signed' | 'already-returned'; standing: StandingSignOff }
  | { refused: 'not-handed-in' | 'changed' | 'withdrawn' | 'mark' | 'no-comment' | 'twice' }

/**
 * Signs a practice, which confirms it and posts its hours. Refuses one that is signed or returned ('already-signed',
 * 'already-returned', with it), one without evidence for each item, one that has changed since it was seen, a mark
 * that is not a whole number from 0 to 100, and one of somebody who has withdrawn.
 */
export async function signOff(
  actor: Actor,
  practice: PracticeToSign,
  given: Omit<SignOffRow, 'practice'>,
): Promise<SignedOff> {
  const [done] = await signOffMany(actor, [{ ...given, practice }])
  return done!
}

/** A sheet of signatures in one transaction; each row is signed or refused for itself. */
export async function signOffMany(actor: Actor, rows: SignOffRow[]): Promise<SignedOff[]> {
  return judge(
    actor,
    rows.map((row) => ({ ...row, kind: 'signed' as const })),
  )
}

/** Gives a practice back to be added to, with a comment that says what. Refuses as `signOff` does, and 'no-comment'. */
export async function returnPractice(
  actor: Actor,
  practice: PracticeToSign,
  { comment, seen }: { comment: string; seen?: string | null },
): Promise<SignedOff> {
  if (comment.trim() === '') return { refused: 'no-comment' }
  const [done] = await judge(actor, [{ practice, kind: 'returned', mark: null, comment, seen }])
  return done!
}

/**
 * Takes a signature or a return back, as an entry of its own: confirmed and hours go, handed in stays. Refuses
 * 'not-standing' where it was undone before.
 */
export async function undoSignOff(actor: Actor, { id, practice }: SignOffToUndo) {
  return inTransaction(async (tx) => {
    await lockEnrolments(tx, [practice])
    const [one] = await practisedBy([practice], tx)
    if (one!.standing?.id !== id) return { refused: 'not-standing' as const }
    const { enrolmentId, activityId } = practice
    const entry = { id: newId(), enrolmentId, activityId, kind: 'undone', comment: '', undoesId: id }
    await tx.signOffEntry.create({
      data: { ...entry, byId: actor.person!.id, occurredAt: actor.at, recordedAt: actor.at },
    })
    const [after] = await practisedBy([practice], tx)
    const { versionId } = one!.newest!
    const activity = (await activitiesOfVersions([versionId], tx)).get(versionId)!
    await recordOutcomes(tx, actor, [
      outcomeOf(actor, practice, after!, activity.config as PracticeConfig, after!.work, 'undone'),
    ])
    await audit(tx, actor, {
      action: 'sign-off.undone',
      subjectKind: 'enrolment',
      subjectId: enrolmentId,
      details: { undoes: id, activityId, mark: one!.standing.mark },
    })
    return { refused: null }
  })
}

type Judgement =
  | (SignOffRow & { kind: 'signed' })
  | { practice: PracticeToSign; kind: 'returned'; mark: null; comment: string; seen?: string | null }

async function judge(actor: Actor, rows: Judgement[]): Promise<SignedOff[]> {
  if (!rows.length) return []
  return inTransaction(async (tx) => {
    const practices = rows.map((row) => row.practice)
    await lockEnrolments(tx, practices)
    const practised = await practisedBy(practices, tx)
    const versions = practised.map((one) => one.newest!.versionId)
    const activities = await activitiesOfVersions(versions, tx)
    const withdrawn = await withdrawnAmong(tx, practices)
    const entries: Prisma.SignOffEntryCreateManyInput[] = []
    const outcomes: OutcomeInput[] = []
    const met = new Set<string>()
    const done = rows.map((row, index): SignedOff => {
      const one = practised[index]!
      const config = activities.get(versions[index]!)!.config as PracticeConfig
      if (met.has(keyOf(row.practice))) return { refused: 'twice' }
      met.add(keyOf(row.practice))
      const answer = refusalOf(actor, row, one, config)
      if (answer) return answer
      if (withdrawn.has(row.practice.enrolmentId)) return { refused: 'withdrawn' }
      const entry = entryOf(actor, row)
      entries.push(entry)
      const work = { ...one.work, returned: row.kind === 'returned', signedOff: row.mark }
      outcomes.push(outcomeOf(actor, row.practice, one, config, work, row.kind))
      return { refused: null, signOffId: entry.id, again: false }
    })
    await tx.signOffEntry.createMany({ data: entries })
    await recordOutcomes(tx, actor, outcomes)
    return done
  })
}

function refusalOf(actor: Actor, row: Judgement, one: Practised, config: PracticeConfig): SignedOff | null {
  const { standing, work } = one
  const stands = standing && (standing.kind === 'signed' || work.returned)
  if (stands) {
    const same =
      standing.kind === row.kind &&
      standing.by.id === actor.person!.id &&
      standing.mark === row.mark &&
      standing.comment === row.comment.trim()
    if (same) return { refused: null, signOffId: standing.id, again: true }
    return { refused: standing.kind === 'signed' ? 'already-signed' : 'already-returned', standing }
  }
  if (itemsWithoutEvidence(config, work.evidence).length) return { refused: 'not-handed-in' }
  if (row.seen && row.seen !== one.newest!.id) return { refused: 'changed' }
  if (row.kind === 'signed' && !isMark(row.mark)) return { refused: 'mark' }
  return null
}

function isMark(mark: number) {
  return Number.isInteger(mark) && mark >= 0 && mark <= 100
}

function entryOf(actor: Actor, { practice, kind, mark, comment }: Judgement) {
  return {
    id: newId(),
    enrolmentId: practice.enrolmentId,
    activityId: practice.activityId,
    kind,
    mark,
    comment: comment.trim(),
    byId: actor.person!.id,
    occurredAt: actor.at,
    recordedAt: actor.at,
  }
}

function outcomeOf(
  actor: Actor,
  practice: PracticeToSign,
  { newest }: Practised,
  config: PracticeConfig,
  work: Practised['work'],
  cause: string,
) {
  return judgedOutcome(actor.at, practice, newest!, face.progress(config, work), cause)
}
