import { z } from 'zod'

const practice = { enrolment: z.uuid(), activity: z.uuid(), seen: z.uuid() }

export const SignOffForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('sign'),
    ...practice,
    mark: z.number({ error: 'markWrong' }),
    comment: z.string().max(2000).default(''),
  }),
  z.object({ intent: z.literal('return'), ...practice, comment: z.string().max(2000).default('') }),
  z.object({ intent: z.literal('undo'), id: z.uuid() }),
])
