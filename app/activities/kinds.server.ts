// The server registry: one line a kind, handed to the domain's sweep and to the activity's page.
import type { Actor } from '~/domain/actor'
import type { TraineeActivity } from '~/domain/learning/learning.access.server'
import { assignmentServer } from './assignment/assignment.server'
import { caseStudyServer } from './case-study/case-study.server'
import { discussionServer } from './discussion/discussion.server'
import type { Kind } from './kind'
import type { ServerFace } from './kind.server'
import type { WorkOf } from './kinds'
import { liveServer } from './live/live.server'
import { practiceServer } from './practice/practice.server'
import { quizServer } from './quiz/quiz.server'
import { readingServer } from './reading/reading.server'
import { surveyServer } from './survey/survey.server'
import { videoServer } from './video/video.server'
import { workshopServer } from './workshop/workshop.server'

export const kindServers = {
  video: videoServer,
  reading: readingServer,
  quiz: quizServer,
  'case-study': caseStudyServer,
  assignment: assignmentServer,
  discussion: discussionServer,
  practice: practiceServer,
  workshop: workshopServer,
  live: liveServer,
  survey: surveyServer,
} satisfies { [K in Kind]?: ServerFace<K> }

/** The facts of one trainee's work, from its kind's own tables; null where its kind keeps none. */
export async function workIn<K extends Kind>(activity: TraineeActivity<K>): Promise<WorkOf<K> | null> {
  const servers: { [One in Kind]?: ServerFace<One> } = kindServers
  const face = servers[activity.activity.kind] as ServerFace<K> | undefined
  return face ? face.work(activity) : null
}

/** What time alone ends in the kinds' own tables. */
export async function sweepKinds(actor: Actor): Promise<void> {
  const servers: ServerFace<Kind>[] = Object.values(kindServers) as unknown as ServerFace<Kind>[]
  for (const { sweep } of servers) await sweep?.(actor)
}
