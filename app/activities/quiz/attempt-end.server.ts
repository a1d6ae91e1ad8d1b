import { subMilliseconds } from 'date-fns'
import type { QuizAttempt } from '#generated/client/client'
import { db, inTransaction, type Tx } from '~/db.server'
import type { Actor } from '~/domain/actor'
import { isLate } from '~/domain/learning/deadlines'
import { lockEnrolments, recordOutcome } from '~/domain/learning/outcomes.server'
import { deadlineFor } from '~/domain/learning/study'
import { studiesOf } from '~/domain/learning/study.server'
import { answersOf, configOfAttempt, drawnOf } from './attempt-parts.server'
import { scoreAttempt } from './questions'
import { GRACE_MILLISECONDS, type QuizConfig, quiz } from './quiz'

const BATCH = 200

/**
 * Ends an attempt on the answers that were saved, and records the best of all attempts. For whoever holds the
 * enrolment's row and the attempt's; `config` is the attempt's own. One that timed out ended when its time did.
 */
export async function endAttempt(
  tx: Tx,
  actor: Actor,
  attempt: QuizAttempt,
  { config, timedOut, late }: { config: QuizConfig; timedOut: boolean; late: boolean },
): Promise<number> {
  const { score } = scoreAttempt(config.questions, drawnOf(attempt), await answersOf(tx, attempt.id))
  const submittedAt = timedOut && attempt.dueAt ? attempt.dueAt : actor.at
  await tx.quizAttempt.update({ where: { id: attempt.id }, data: { submittedAt, timedOut, score } })

  const { enrolmentId, activityId, activityVersionId } = attempt
  const [ended] = await tx.$queryRaw<{ scores: number[]; extraAttempts: number }[]>`/* quiz-attempts-ended */
    select array(select a.score::float8 from "QuizAttempt" a where a."enrolmentId" = ${enrolmentId}::uuid
        and a."activityId" = ${activityId}::uuid and a."submittedAt" is not null order by a.number) as scores,
      (select count(*)::int from "Concession" c where c."enrolmentId" = ${enrolmentId}::uuid
        and c."activityId" = ${activityId}::uuid and c.kind = 'attempt') as "extraAttempts"`
  const attempts = ended!.scores.map((score) => ({ state: 'submitted' as const, score }))
  const progress = quiz.progress(config, { attempts, extraAttempts: ended!.extraAttempts })
  await recordOutcome(tx, actor, {
    enrolmentId,
    activityId,
    activityVersionId,
    cause: timedOut ? 'timed-out' : 'submitted',
    handedIn: true,
    confirmed: progress.confirmed,
    score: progress.score,
    awaits: progress.awaits,
    late,
    occurredAt: submittedAt,
  })
  return score
}

/** Ends each attempt whose time is over, grace included; a second sweep finds none. */
export async function sweepTimedOut(actor: Actor): Promise<void> {
  const over = await db.quizAttempt.findMany({
    where: { submittedAt: null, dueAt: { lt: subMilliseconds(actor.at, GRACE_MILLISECONDS) } },
    orderBy: { dueAt: 'asc' },
    take: BATCH,
    select: { id: true, enrolmentId: true },
  })
  for (const { id, enrolmentId } of over) {
    await inTransaction(async (tx) => {
      await lockEnrolments(tx, [{ enrolmentId }])
      const attempt = await tx.quizAttempt.findFirst({ where: { id, submittedAt: null } })
      if (!attempt?.dueAt) return
      const [study] = await studiesOf([enrolmentId], actor.at, tx)
      const activity = study?.curriculum.activities.get(attempt.activityId)
      const late = study && activity ? isLate(deadlineFor(study, activity), attempt.dueAt) : false
      await endAttempt(tx, actor, attempt, {
        config: await configOfAttempt(tx, attempt),
        timedOut: true,
        late,
      })
    })
  }
}
