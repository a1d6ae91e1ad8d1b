import { z } from 'zod'

const reason = z.string().trim().min(1).max(500)

export const EnrolmentForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('concession'),
    formKey: z.uuid().optional(),
    kind: z.enum(['attempt', 'later', 'exemption']),
    activityId: z.uuid().optional(),
    until: z.iso.date().optional(),
    reason,
  }),
  z.object({ intent: z.literal('decide') }),
  z.object({ intent: z.literal('not-completed') }),
  z.object({ intent: z.literal('issue') }),
  z.object({ intent: z.literal('revoke'), certificateId: z.uuid(), reason }),
  z.object({ intent: z.literal('withdraw'), reason }),
  z.object({ intent: z.literal('reinstate'), reason }),
])
