import { z } from 'zod'
import type { VideoConfig } from './video'

export const VideoConfigSchema: z.ZodType<VideoConfig> = z.strictObject({
  film: z.string().min(1).nullable(),
  minutes: z.number().positive().max(600),
  minWatched: z.number().gt(0).max(1),
  noSkip: z.boolean(),
})
