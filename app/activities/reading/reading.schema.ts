import { z } from 'zod'
import type { ReadingConfig } from './reading'

export const ReadingConfigSchema: z.ZodType<ReadingConfig> = z.strictObject({
  text: z.string().trim().min(1).max(200_000),
  minutes: z.number().positive().max(600),
})
