// A module of the programme, activity by activity in its order, each by the function of its kind.
import type { Kind } from '~/activities/kind'
import { handsInAssignment, handsInCase, practises } from './handing-in'
import type { Trainee } from './people'
import type { Planned } from './programme'
import { answersSurvey, reads, takesQuiz, watches } from './studying'
import { discusses } from './talking'

type Doing = (trainee: Trainee, activity: Planned) => Promise<unknown>

// Workshops and live sessions have their day.
const doings: Partial<Record<Kind, Doing>> = {
  video: (trainee, activity) => watches(trainee, activity),
  reading: reads,
  quiz: takesQuiz,
  discussion: discusses,
  practice: practises,
  'case-study': handsInCase,
  assignment: handsInAssignment,
  survey: answersSurvey,
}

/** Does all that a trainee does in their own time, `otherwise` where a kind is named there. */
export async function works(
  trainee: Trainee,
  activities: Planned[],
  otherwise: Partial<Record<Kind, Doing>> = {},
) {
  for (const activity of activities) {
    await (otherwise[activity.kind] ?? doings[activity.kind])?.(trainee, activity)
  }
}
