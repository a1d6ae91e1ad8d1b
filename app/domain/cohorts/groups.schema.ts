import { z } from 'zod'

export const GroupsForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('propose') }),
  /** With how many groups the page said that have no mentor. */
  z.object({ intent: z.literal('confirm'), unmentored: z.coerce.number().int().min(0).default(0) }),
  z.object({
    intent: z.literal('move'),
    enrolmentId: z.uuid(),
    to: z.string().min(1).max(40),
    /** The group that they leave, for the way back. */
    from: z.string().max(40).default(''),
    reads: z.enum(['beginning', 'joining']).default('beginning'),
  }),
  z.object({ intent: z.literal('mentor'), group: z.string().min(1).max(40), personId: z.uuid() }),
  z.object({ intent: z.literal('end-mentor'), group: z.string().min(1).max(40), personId: z.uuid() }),
  z.object({
    intent: z.literal('add-mentor'),
    group: z.string().min(1).max(40),
    name: z.string().trim().min(1).max(50),
    telephone: z.string().trim().min(1).max(30),
  }),
])

export type GroupsValues = z.output<typeof GroupsForm>
