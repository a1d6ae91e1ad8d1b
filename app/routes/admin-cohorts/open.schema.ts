import { z } from 'zod'

export const OpenForm = z.object({ cohort: z.uuid(), reason: z.string().trim().min(1).max(200) })
