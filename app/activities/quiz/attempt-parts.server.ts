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
  for (const [question, answer] of Object.entries(answers)) {
    if (!asked.has(question)) continue
    const key = { attemptId: attempt.id, question }
    if (answer === null) {
      await tx.quizAnswer.deleteMany({ where: key })
      continue
    }
    const row = { answer, savedAt: actor.at, claimedAt }
    await tx.quizAnswer.upsert({
      where: { attemptId_question: key },
      create: { ...key, ...row },
      update: row,
    })
  }
}
