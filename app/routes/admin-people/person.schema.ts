import { z } from 'zod'
import { readTelephone } from '~/domain/accounts/telephone'

export const NewPersonForm = z
  .object({
    name: z.string().trim().min(1).max(50),
    telephone: z
      .string()
      .max(30)
      .default('')
      .refine((text) => text === '' || readTelephone(text).telephone !== undefined, 'telephoneWrong'),
    email: z.union([z.literal(''), z.email()]).default(''),
  })
  .refine((form) => form.telephone !== '' || form.email !== '', { error: 'either', path: ['telephone'] })
