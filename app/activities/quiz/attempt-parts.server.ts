import type { QuizAttempt } from '#generated/client/client'
import type { db, Tx } from '~/db.server'
import type { Actor } from '~/domain/actor'
import type { Answer, Answers, Drawn } from './questions'
import type { QuizConfig } from './quiz'
import { QuizConfigSchema } from './quiz.schema'

/** The quiz that an attempt was begun under; a newer version changes nothing of it. */
export async function configOfAttempt(
  reader: Tx | typeof db,
  attempt: Pick<QuizAttempt, 'activityVersionId'>,
): Promise<QuizConfig> {
  const version = await reader.activityVersion.findUniqueOrThrow({
    where: { id: attempt.activityVersionId },
    select: { config: true },
  })
  return QuizConfigSchema.parse(version.config)
}

export function drawnOf(attempt: Pick<QuizAttempt, 'drawn'>): Drawn[] {
  return attempt.drawn as Drawn[]
}

export async function answersOf(reader: Tx | typeof db, attemptId: string): Promise<Answers> {
  const rows = await reader.quizAnswer.findMany({ where: { attemptId } })
  return Object.fromEntries(rows.map((row) => [row.question, row.answer as Answer]))
}

/** Keeps the answers to questions of this attempt; null takes one away, what is not asked here is left out. */
export async function saveAnswers(
  tx: Tx,
  actor: Actor,
  attempt: QuizAttempt,
  answers: Record<string, Answer | null>,
  claimedAt: Date | null = null,
) {
  const asked = new Set(drawnOf(attempt).map((one) => one.id))
  const own = Object.entries(answers).filter(([question]) => asked.has(question))
  const given = own.filter(([, answer]) => answer !== null)
  const gone = own.filter(([, answer]) => answer === null).map(([question]) => question)
  if (gone.length)
    await tx.quizAnswer.deleteMany({ where: { attemptId: attempt.id, question: { in: gone } } })
  if (!given.length) return
  const questions = given.map(([question]) => question)
  const texts = given.map(([, answer]) => JSON.stringify(answer))
  await tx.$executeRaw`/* quiz-answers */
    insert into "QuizAnswer" ("attemptId", question, answer, "savedAt", "claimedAt")
    select ${attempt.id}::uuid, question, answer::jsonb, ${actor.at}::timestamptz, ${claimedAt}::timestamptz
    from unnest(${questions}::text[], ${texts}::text[]) as one(question, answer)
    on conflict ("attemptId", question) do update set answer = excluded.answer, "savedAt" = excluded."savedAt",
      "claimedAt" = excluded."claimedAt"`
}
