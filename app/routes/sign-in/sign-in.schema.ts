import { z } from 'zod'

export const SignInForm = z.object({
  name: z.string().min(1).max(200),
  password: z.string().min(1).max(500),
})
