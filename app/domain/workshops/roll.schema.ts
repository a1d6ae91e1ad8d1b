import { z } from 'zod'

const Mark = z.enum(['present', 'late', 'left-early', 'excused', 'absent', 'made-up'])
const Sheet = z
  .array(z.object({ enrolmentId: z.uuid(), mark: Mark.optional(), shown: z.string().optional() }))
  .max(500)
  .default([])

export const RollForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('save'), marks: Sheet }),
  z.object({ intent: z.literal('rest'), marks: Sheet }),
  z.object({
    intent: z.literal('mark'),
    enrolmentId: z.uuid(),
    mark: Mark,
    minutes: z.int().min(0).max(1440).optional(),
    note: z.string().trim().max(200).optional(),
  }),
  z.object({ intent: z.literal('undo'), entryIds: z.array(z.uuid()).min(1).max(500) }),
  z.object({ intent: z.literal('leave'), leaveId: z.uuid(), granted: z.enum(['yes', 'no']) }),
])

export const CheckInForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('check-in'), code: z.string().trim().min(1).max(20) }),
  z.object({ intent: z.literal('leave'), sessionId: z.uuid(), reason: z.string().trim().min(1).max(500) }),
])
