import { z } from 'zod'
import type { SurveyConfig } from './survey'

const common = { id: z.string().min(1), text: z.string().trim().min(1) }

export const SurveyConfigSchema: z.ZodType<SurveyConfig> = z
  .strictObject({
    questions: z
      .array(
        z.discriminatedUnion('type', [
          z.strictObject({ ...common, type: z.literal('scale'), from: z.int().nonnegative(), to: z.int() }),
          z.strictObject({ ...common, type: z.literal('text') }),
        ]),
      )
      .min(1)
      .max(100),
    anonymous: z.boolean(),
  })
  .refine(
    (survey) => survey.questions.every((one) => one.type === 'text' || one.from < one.to),
    'a scale ends before it begins',
  )
