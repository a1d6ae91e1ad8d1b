import { z } from 'zod'
import type { PracticeConfig } from './practice'

export const PracticeConfigSchema: z.ZodType<PracticeConfig> = z.strictObject({
  instructions: z.string().max(5_000),
  items: z.array(z.string().trim().min(1)).min(1).max(30),
  evidence: z.array(z.enum(['text', 'photo', 'file'])).min(1),
})
