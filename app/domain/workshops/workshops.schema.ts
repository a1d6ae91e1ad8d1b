import { z } from 'zod'

export const WorkshopsForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('set'),
    activityId: z.uuid(),
    turns: z
      .array(z.object({ venueId: z.uuid(), day: z.iso.date() }))
      .min(1)
      .max(20),
    groups: z.array(z.object({ groupId: z.uuid(), turn: z.int().min(1).max(20) })).max(500),
  }),
  z.object({
    intent: z.literal('venue'),
    name: z.string().trim().min(1).max(100),
    address: z.string().trim().min(1).max(200),
    capacity: z.int().min(1).max(100_000),
  }),
])
