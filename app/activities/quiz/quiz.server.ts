// An attempt is begun → open → submitted, or timed out.
//   begun     → open        startAttempt draws its questions by a seed of its own
//   open      → submitted   submitAttempt, by the trainee
//   open      → timed out   closeTimedOut, by the sweep or by whoever comes first after its time
// Invariants:
// 1. Answers never leave the server: pages get places (questions.ts), scores are computed here.
// 2. An attempt's row is locked by whoever saves or ends it, so that two submits leave one effect.
// 3. What was saved counts; a submit on its way when time ran out is taken (GRACE_MILLISECONDS).
import type { QuizAttempt } from '#generated/client/client'
import { db, inTransaction, type Tx } from '~/db.server'
import type { Actor } from '~/domain/actor'
import { newId } from '~/domain/ids.server'
import { isLate, refusalAt } from '~/domain/learning/deadlines'
import type { TraineeActivity } from '~/domain/learning/learning.access.server'
import { lockEnrolments } from '~/domain/learning/outcomes.server'
import type { ServerFace } from '../kind.server'
import { endAttempt, sweepTimedOut } from './attempt-end.server'
import { configOfAttempt, saveAnswers } from './attempt-parts.server'
import { type Answers, drawQuestions } from './questions'
import { type Attempt, attemptEndsAt, attemptsLeft, takesAnswers } from './quiz'

type Quiz = TraineeActivity<'quiz'>

export const quizServer: ServerFace<'quiz'> = {
  kind: 'quiz',
  work: async (activity) => ({
    attempts: (await attemptsOf(db, activity)).map((one) => ({ state: stateOf(one), score: scoreOf(one) })),
    extraAttempts: activity.extraAttempts,
  }),
  sweep: sweepTimedOut,
}

/**
 * Begins an attempt, or gives the one that is open. Refuses where none is left ('no-attempts-left': a concession
 * may allow one more), and where nothing more is taken.
 */
export async function startAttempt(actor: Actor, activity: Quiz) {
  return inTransaction(async (tx) => {
    await lockEnrolments(tx, [activity])
    const attempts = await attemptsOf(tx, activity)
    const open = attempts.find((one) => one.submittedAt === null)
    const { config } = activity.activity
    if (open && takesAnswers(config, open.startedAt, actor.at)) return { attemptId: open.id }
    if (open) {
      const late = isLate(activity.deadline, open.dueAt!)
      await endAttempt(tx, actor, open, { config: await configFor(tx, activity, open), timedOut: true, late })
    }

    const refused = refusalAt(activity.deadline, actor.at)
    if (refused) return { refused }
    const work = attempts.map((one) => ({ state: stateOf(one), score: scoreOf(one) }))
    const left = attemptsLeft(config, { attempts: work, extraAttempts: activity.extraAttempts })
    if (left === 0) return { refused: 'no-attempts-left' as const }
    const id = newId()
    await tx.quizAttempt.create({
      data: {
        id,
        enrolmentId: activity.enrolmentId,
        activityId: activity.activity.id,
        activityVersionId: activity.activity.versionId,
        number: Math.max(0, ...attempts.map((one) => one.number)) + 1,
        drawn: drawQuestions(config, id),
        startedAt: actor.at,
        dueAt: attemptEndsAt(config, actor.at),
      },
    })
    return { attemptId: id }
  })
}

/**
 * Keeps answers of an open attempt; null takes one away. Refuses an attempt that has ended ('ended') or whose time
 * is over ('time-over'); an id that is nobody's, or somebody else's, is 'absent'.
 */
export async function keepAnswers(
  actor: Actor,
  activity: Quiz,
  attemptId: string,
  answers: Record<string, Answers[string] | null>,
  claimedAt: Date | null = null,
) {
  return inTransaction(async (tx) => {
    const attempt = await lockedAttempt(tx, activity, attemptId)
    if (!attempt) return { refused: 'absent' as const }
    if (attempt.submittedAt) return { refused: 'ended' as const }
    const config = await configFor(tx, activity, attempt)
    if (!takesAnswers(config, attempt.startedAt, actor.at)) return { refused: 'time-over' as const }
    await saveAnswers(tx, actor, attempt, answers, claimedAt)
    return { savedAt: actor.at }
  })
}

/**
 * Ends an attempt with these last answers, scores it on the server and records the best as the outcome. A second
 * submit finds the first one's result. After its time the attempt ends on what was saved, and `timedOut` says so.
 */
export async function submitAttempt(
  actor: Actor,
  activity: Quiz,
  attemptId: string,
  answers: Record<string, Answers[string] | null> = {},
) {
  return inTransaction(async (tx) => {
    await lockEnrolments(tx, [activity])
    const attempt = await lockedAttempt(tx, activity, attemptId)
    if (!attempt) return { refused: 'absent' as const }
    if (attempt.submittedAt) {
      return { number: attempt.number, score: Number(attempt.score), timedOut: attempt.timedOut, again: true }
    }
    const config = await configFor(tx, activity, attempt)
    const inTime = takesAnswers(config, attempt.startedAt, actor.at)
    if (inTime) await saveAnswers(tx, actor, attempt, answers)
    const refused = attempt.dueAt ? null : refusalAt(activity.deadline, actor.at)
    if (refused) return { refused }
    const endedAt = inTime ? actor.at : attempt.dueAt!
    const late = isLate(activity.deadline, endedAt)
    const score = await endAttempt(tx, actor, attempt, { config, timedOut: !inTime, late })
    return { number: attempt.number, score, timedOut: !inTime, again: false }
  })
}

export function attemptsOf(reader: Tx | typeof db, activity: Quiz): Promise<QuizAttempt[]> {
  return reader.quizAttempt.findMany({
    where: { enrolmentId: activity.enrolmentId, activityId: activity.activity.id },
    orderBy: { number: 'asc' },
  })
}

export function stateOf(attempt: Pick<QuizAttempt, 'submittedAt' | 'timedOut'>): Attempt['state'] {
  if (attempt.submittedAt === null) return 'open'
  return attempt.timedOut ? 'timed-out' : 'submitted'
}

export function scoreOf(attempt: Pick<QuizAttempt, 'score'>) {
  return attempt.score === null ? null : Number(attempt.score)
}

// The version that is taught now is at hand already.
function configFor(tx: Tx, { activity }: Quiz, attempt: QuizAttempt) {
  return attempt.activityVersionId === activity.versionId ? activity.config : configOfAttempt(tx, attempt)
}

async function lockedAttempt(tx: Tx, activity: Quiz, id: string): Promise<QuizAttempt | null> {
  const [attempt] = await tx.$queryRaw<QuizAttempt[]>`/* quiz-attempt */
    select * from "QuizAttempt" where id = ${id}::uuid and "enrolmentId" = ${activity.enrolmentId}::uuid
      and "activityId" = ${activity.activity.id}::uuid
    for update`
  return attempt ?? null
}
