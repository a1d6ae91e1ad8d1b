import { z } from 'zod'

export const PasswordForm = z
  .object({
    oldPassword: z.string().min(1).max(500),
    password: z.string().min(1).max(500),
    passwordAgain: z.string().max(500).default(''),
  })
  .refine((form) => form.password === form.passwordAgain, { error: 'notTheSame', path: ['passwordAgain'] })

export const SessionForm = z.object({ session: z.string().min(1).max(100) })

export const DoubtForm = z.object({ message: z.string().min(1).max(500) })
