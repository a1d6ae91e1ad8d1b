import { z } from 'zod'

export const CaseStudyForm = z.object({
  text: z.string().default(''),
  formKey: z.uuid().optional(),
})
