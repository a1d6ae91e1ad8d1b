import { z } from 'zod'

export const CompletionForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('confirm') }),
  z.object({ intent: z.literal('close'), confirmation: z.string().optional() }),
  z.object({ intent: z.literal('issue') }),
  z.object({ intent: z.literal('format'), format: z.string().trim().min(1).max(80) }),
  z.object({ intent: z.literal('report'), organisationId: z.uuid() }),
])
