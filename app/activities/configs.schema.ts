// The schemas by which the database's JSON becomes a kind's config: one line a kind.
import type { ZodType } from 'zod'
import { AssignmentConfigSchema } from './assignment/assignment.schema'
import { CaseStudyConfigSchema } from './case-study/case-study.schema'
import { DiscussionConfigSchema } from './discussion/discussion.schema'
import type { Kind } from './kind'
import type { ConfigOf } from './kinds'
import { LiveConfigSchema } from './live/live.schema'
import { PracticeConfigSchema } from './practice/practice.schema'
import { QuizConfigSchema } from './quiz/quiz.schema'
import { ReadingConfigSchema } from './reading/reading.schema'
import { SurveyConfigSchema } from './survey/survey.schema'
import { VideoConfigSchema } from './video/video.schema'
import { WorkshopConfigSchema } from './workshop/workshop.schema'

export const configSchemas = {
  video: VideoConfigSchema,
  reading: ReadingConfigSchema,
  quiz: QuizConfigSchema,
  'case-study': CaseStudyConfigSchema,
  assignment: AssignmentConfigSchema,
  discussion: DiscussionConfigSchema,
  practice: PracticeConfigSchema,
  workshop: WorkshopConfigSchema,
  live: LiveConfigSchema,
  survey: SurveyConfigSchema,
} satisfies { [K in Kind]: ZodType<ConfigOf<K>> }

/** Throws where what the database holds is not a config of this kind. */
export function parseConfig<K extends Kind>(kind: K, json: unknown): ConfigOf<K> {
  return configSchemas[kind].parse(json) as ConfigOf<K>
}
