import { z } from 'zod'

export const CodeForm = z.object({ code: z.string().min(1).max(60) })

export const PasswordForm = z
  .object({ password: z.string().min(1).max(500), passwordAgain: z.string().max(500).default('') })
  .refine((form) => form.password === form.passwordAgain, { error: 'notTheSame', path: ['passwordAgain'] })

export const ConsentForm = z.object({
  version: z.string().min(1).max(40),
  agreed: z.literal('on', { error: 'agreeNeeded' }),
})

export const DoubtForm = z.object({ message: z.string().min(1).max(500) })
