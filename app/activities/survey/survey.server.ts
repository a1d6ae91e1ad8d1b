import { inTransaction } from '~/db.server'
import type { Actor } from '~/domain/actor'
import { newAnonymousId, newId } from '~/domain/ids.server'
import { isLate, refusalAt } from '~/domain/learning/deadlines'
import type { TraineeActivity } from '~/domain/learning/learning.access.server'
import { lockEnrolments, recordOutcome } from '~/domain/learning/outcomes.server'
import type { ServerFace } from '../kind.server'
import { type SurveyAnswers, tooLong, unanswered } from './survey'

export const surveyServer: ServerFace<'survey'> = {
  kind: 'survey',
  work: async ({ outcome }) => ({ answered: outcome !== null && outcome.handedInAt !== null }),
}

/**
 * Answers a survey, once: a second time changes nothing and says so. An anonymous answer has a random id and
 * neither author nor date; that somebody has answered is their outcome. Refuses with the ids of the questions that
 * are still open, or answered at too great a length, and where nothing more is taken.
 */
export async function answerSurvey(
  actor: Actor,
  activity: TraineeActivity<'survey'>,
  answers: SurveyAnswers,
) {
  const refused = refusalAt(activity.deadline, actor.at)
  if (refused) return { refused }
  const { config } = activity.activity
  const open = unanswered(config, answers)
  if (open.length) return { refused: 'unanswered' as const, questions: open }
  const long = tooLong(config, answers)
  if (long.length) return { refused: 'too-long' as const, questions: long }

  const known = config.questions.map(({ id }) => [id, answers[id] ?? ''])
  return inTransaction(async (tx) => {
    await lockEnrolments(tx, [activity])
    const key = { enrolmentId: activity.enrolmentId, activityId: activity.activity.id }
    const before = await tx.outcome.findUnique({ where: { enrolmentId_activityId: key } })
    if (before?.handedInAt) return { refused: 'answered' as const }
    await tx.surveyAnswer.create({
      data: {
        id: config.anonymous ? newAnonymousId() : newId(),
        activityId: key.activityId,
        cohortId: activity.cohort.id,
        enrolmentId: config.anonymous ? null : key.enrolmentId,
        answers: Object.fromEntries(known),
        occurredAt: config.anonymous ? null : actor.at,
      },
    })
    return recordOutcome(tx, actor, {
      ...key,
      activityVersionId: activity.activity.versionId,
      cause: 'answered',
      handedIn: true,
      confirmed: true,
      score: null,
      awaits: null,
      late: isLate(activity.deadline, actor.at),
      occurredAt: actor.at,
    })
  })
}
