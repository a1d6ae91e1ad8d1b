import { z } from 'zod'

const text = (most: number) => z.string().trim().min(1).max(most)

export const CohortForm = z
  .object({
    programmeVersionId: z.uuid(),
    runById: z.uuid(),
    heldForId: z.uuid(),
    title: text(80),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    groupSizeMin: z.coerce.number().int().min(2).max(200),
    groupSizeMax: z.coerce.number().int().min(2).max(200),
    contactName: text(50),
    contactTelephone: text(30),
    contactHours: text(80),
    acceptsWithoutNumber: z.coerce.boolean().default(false),
  })
  .refine((form) => form.startsOn <= form.endsOn, { path: ['endsOn'], error: 'endBeforeStart' })
  .refine((form) => form.groupSizeMin <= form.groupSizeMax, { path: ['groupSizeMax'], error: 'sizesCrossed' })
