import { z } from 'zod'
import type { AssignmentConfig } from './assignment'

export const AssignmentConfigSchema: z.ZodType<AssignmentConfig> = z.strictObject({
  instructions: z.string().trim().min(1).max(20_000),
  accepts: z.array(z.enum(['docx', 'pdf', 'text'])).min(1),
  maxFiles: z.int().nonnegative().max(20),
  maxMegabytes: z.number().positive().max(200),
  passMark: z.number().min(0).max(100),
  resubmissions: z.int().nonnegative().max(20),
})
