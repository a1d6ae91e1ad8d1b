import { z } from 'zod'

export const OrganisationForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('name'), otherName: z.string().trim().min(1).max(100) }),
  z.object({
    intent: z.literal('contact'),
    contactName: z.string().trim().min(1).max(50),
    contactTelephone: z.string().trim().min(1).max(40),
    contactHours: z.string().trim().max(100).default(''),
  }),
  z.object({ intent: z.literal('move'), parentCode: z.string().trim().max(40).default('') }),
])
