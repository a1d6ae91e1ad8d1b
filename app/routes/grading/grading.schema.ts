import { z } from 'zod'

export const GradingForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('grade'),
    submission: z.uuid(),
    points: z.array(z.number()).max(20).optional(),
    mark: z.number().optional(),
    comment: z.string().max(2000).default(''),
  }),
  z.object({
    intent: z.literal('return'),
    submission: z.uuid(),
    comment: z.string().max(2000).default(''),
  }),
  z.object({ intent: z.literal('undo'), id: z.uuid() }),
])
