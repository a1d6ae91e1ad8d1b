import { z } from 'zod'

export const PersonForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('grant'),
    role: z.enum(['administrator', 'manager', 'bureau-officer']),
    organisation: z.string().trim().max(40).default(''),
  }),
  z.object({ intent: z.literal('end'), grant: z.uuid() }),
  z.object({ intent: z.literal('sessions') }),
  z.object({ intent: z.literal('name'), name: z.string().trim().min(1).max(100) }),
  z.object({ intent: z.literal('number'), number: z.string().trim().min(1).max(40) }),
  z.object({ intent: z.literal('unmask'), reason: z.string().trim().min(1).max(200) }),
  z.object({ intent: z.literal('doubt'), doubt: z.uuid() }),
])
