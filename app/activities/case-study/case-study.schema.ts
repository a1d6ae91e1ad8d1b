import { z } from 'zod'
import type { CaseStudyConfig } from './case-study'

export const CaseStudyConfigSchema: z.ZodType<CaseStudyConfig> = z.strictObject({
  text: z.string().trim().min(1).max(50_000),
  rubric: z
    .array(z.strictObject({ name: z.string().trim().min(1), points: z.number().positive().max(1000) }))
    .min(1)
    .max(20),
  minCharacters: z.int().nonnegative().max(20_000),
  passMark: z.number().min(0).max(100).nullable(),
})
