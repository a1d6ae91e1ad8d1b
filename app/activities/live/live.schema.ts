import { z } from 'zod'
import type { LiveConfig } from './live'

export const LiveConfigSchema: z.ZodType<LiveConfig> = z
  .strictObject({
    description: z.string().max(5_000),
    minutes: z.int().positive().max(600),
    minMinutes: z.int().positive(),
  })
  .refine((live) => live.minMinutes <= live.minutes, 'asks for more minutes than it lasts')
