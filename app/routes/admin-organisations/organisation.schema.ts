import { z } from 'zod'
import { organisationKinds } from '~/domain/organisations/organisation'

export const NewOrganisationForm = z.object({
  code: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(100),
  kind: z.enum(organisationKinds),
  parentCode: z.string().trim().max(40).default(''),
})
