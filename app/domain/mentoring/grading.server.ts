// Grading of what was handed over. Whoever grades holds the enrolments' rows, so that of two who grade the same
// version at once the second sees the first one's grade.
import type { Prisma } from '#generated/client/client'
import { inTransaction } from '~/db.server'
import type { Actor } from '../actor'
import { audit } from '../audit/audit.server'
import { newId } from '../ids.server'
import type { CurriculumActivity } from '../learning/curriculum'
import { lockEnrolments, type OutcomeInput, recordOutcomes } from '../learning/outcomes.server'
import { progressOf, type StandingGrade, type Submitted, submittedBy } from '../learning/submissions.server'
import { activitiesOfVersions } from '../learning/versions.server'
import { judgedOutcome } from './judged'
import { type Marks, scoreOfMarks } from './marks'
import { withdrawnAmong } from './withdrawn.server'
import { type GradeToUndo, keyOf, type SubmissionToGrade } from './work.access.server'

export type GradeRow = { submission: SubmissionToGrade; comment: string } & Marks

/** `again`: the same grade by the same person stood already, as after a form that was sent twice. */
export type Graded =
  | { refused: null; gradeId: string; score: number | null; again: boolean }
  | { refused: 'already-graded' | 'already-returned'; standing: StandingGrade }
  | { refused: 'newer-version' | 'withdrawn' | 'marks' | 'no-comment' | 'twice' }

/**
 * Grades one submission. Refuses a version that has a grade or a return ('already-graded', 'already-returned', with
 * it: undo it first), one that is not the newest, marks that do not fit the rubric or 0 to 100, and work of somebody
 * who has withdrawn.
 */
export async function grade(
  actor: Actor,
  submission: SubmissionToGrade,
  given: Marks & { comment: string },
): Promise<Graded> {
  const [done] = await gradeMany(actor, [{ ...given, submission }])
  return done!
}

/** A sheet of grades in one transaction; each row is graded or refused for itself. */
export async function gradeMany(actor: Actor, rows: GradeRow[]): Promise<Graded[]> {
  return judge(
    actor,
    rows.map((row) => ({ ...row, kind: 'graded' as const })),
  )
}

/** Gives work back to be revised, with a comment that says how. Refuses as `grade` does, and 'no-comment'. */
export async function returnWork(
  actor: Actor,
  submission: SubmissionToGrade,
  comment: string,
): Promise<Graded> {
  if (comment.trim() === '') return { refused: 'no-comment' }
  const [done] = await judge(actor, [{ submission, kind: 'returned', comment }])
  return done!
}

/**
 * Takes a grade or a return back, as an entry of its own; what it confirmed, hours included, goes with it. Refuses
 * 'not-standing' where it was undone before or a newer version was handed in since.
 */
export async function undoGrade(actor: Actor, { id, submission }: GradeToUndo) {
  return inTransaction(async (tx) => {
    await lockEnrolments(tx, [submission])
    const [submitted] = await submittedBy([submission], tx)
    if (submitted!.standing?.id !== id) return { refused: 'not-standing' as const }
    const entry = { id: newId(), submissionId: submission.id, kind: 'undone', comment: '', undoesId: id }
    await tx.gradeEntry.create({
      data: { ...entry, byId: actor.person!.id, occurredAt: actor.at, recordedAt: actor.at },
    })
    const open = { ...submitted!.work, returned: false, points: null, mark: null }
    const { versionId } = submitted!.newest!
    const activities = await activitiesOfVersions([versionId], tx)
    await recordOutcomes(tx, actor, [
      outcomeOf(actor, submission, submitted!, activities.get(versionId)!, open, 'undone'),
    ])
    await audit(tx, actor, {
      action: 'grade.undone',
      subjectKind: 'submission',
      subjectId: submission.id,
      details: { undoes: id, score: submitted!.standing.score },
    })
    return { refused: null }
  })
}

type Judgement =
  | (GradeRow & { kind: 'graded' })
  | { submission: SubmissionToGrade; kind: 'returned'; comment: string }

async function judge(actor: Actor, rows: Judgement[]): Promise<Graded[]> {
  if (!rows.length) return []
  return inTransaction(async (tx) => {
    const submissions = rows.map((row) => row.submission)
    await lockEnrolments(tx, submissions)
    const submitted = await submittedBy(submissions, tx)
    const activities = await activitiesOfVersions(
      submitted.map((one) => one.newest!.versionId),
      tx,
    )
    const withdrawn = await withdrawnAmong(tx, submissions)
    const entries: Prisma.GradeEntryCreateManyInput[] = []
    const outcomes: OutcomeInput[] = []
    const seen = new Set<string>()
    const done = rows.map((row, index): Graded => {
      const one = submitted[index]!
      const activity = activities.get(one.newest!.versionId)!
      const score = row.kind === 'graded' ? scoreOfMarks(activity.config, row) : null
      if (seen.has(keyOf(row.submission))) return { refused: 'twice' }
      seen.add(keyOf(row.submission))
      const standing = standingAnswer(actor, row, one, score)
      if (standing) return standing
      if (withdrawn.has(row.submission.enrolmentId)) return { refused: 'withdrawn' }
      if (row.kind === 'graded' && score === null) return { refused: 'marks' }
      const entry = entryOf(actor, row, score)
      entries.push(entry)
      outcomes.push(outcomeOf(actor, row.submission, one, activity, workAfter(one, row, score), row.kind))
      return { refused: null, gradeId: entry.id, score, again: false }
    })
    await tx.gradeEntry.createMany({ data: entries })
    await recordOutcomes(tx, actor, outcomes)
    return done
  })
}

function standingAnswer(
  actor: Actor,
  row: Judgement,
  { newest, standing }: Submitted,
  score: number | null,
): Graded | null {
  if (newest!.id !== row.submission.id) return { refused: 'newer-version' }
  if (!standing) return null
  const same =
    standing.kind === row.kind &&
    standing.by.id === actor.person!.id &&
    standing.score === score &&
    standing.comment === row.comment.trim()
  if (same) return { refused: null, gradeId: standing.id, score, again: true }
  return { refused: standing.kind === 'graded' ? 'already-graded' : 'already-returned', standing }
}

function entryOf(actor: Actor, row: Judgement, score: number | null) {
  return {
    id: newId(),
    submissionId: row.submission.id,
    kind: row.kind,
    marks: 'points' in row ? row.points : undefined,
    score,
    comment: row.comment.trim(),
    byId: actor.person!.id,
    occurredAt: actor.at,
    recordedAt: actor.at,
  }
}

function workAfter({ work }: Submitted, row: Judgement, score: number | null): Submitted['work'] {
  if (row.kind === 'returned') return { ...work, returned: true }
  return { ...work, points: 'points' in row ? row.points : null, mark: score }
}

function outcomeOf(
  actor: Actor,
  submission: SubmissionToGrade,
  { newest }: Submitted,
  activity: CurriculumActivity,
  work: Submitted['work'],
  cause: string,
) {
  return judgedOutcome(actor.at, submission, newest!, progressOf(activity, work), cause)
}
