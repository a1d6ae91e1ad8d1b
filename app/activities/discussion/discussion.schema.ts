import { z } from 'zod'
import type { DiscussionConfig } from './discussion'

export const DiscussionConfigSchema: z.ZodType<DiscussionConfig> = z.strictObject({
  prompt: z.string().trim().min(1).max(5_000),
  minPosts: z.int().positive().max(100),
})
