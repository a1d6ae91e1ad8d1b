import { z } from 'zod'
import type { PracticeConfig } from './practice'

export const PracticeConfigSchema: z.ZodType<PracticeConfig> = z
  .strictObject({
    instructions: z.string().max(5_000),
    items: z
      .array(z.strictObject({ id: z.string().min(1), title: z.string().trim().min(1) }))
      .min(1)
      .max(30),
    evidence: z.array(z.enum(['text', 'photo', 'file'])).min(1),
  })
  .refine(
    (practice) => new Set(practice.items.map((one) => one.id)).size === practice.items.length,
    'two items have the same id',
  )
