import { z } from 'zod'

export const ToCheckForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('enrol'), row: z.uuid(), number: z.string().max(40).default('') }),
  z.object({ intent: z.literal('drop'), row: z.uuid() }),
  z.object({ intent: z.literal('take-up'), row: z.uuid() }),
  z.object({ intent: z.literal('name'), doubt: z.uuid(), name: z.string().trim().min(1).max(100) }),
  z.object({ intent: z.literal('number'), doubt: z.uuid(), number: z.string().trim().min(1).max(40) }),
  z.object({ intent: z.literal('settled'), doubt: z.uuid() }),
])
