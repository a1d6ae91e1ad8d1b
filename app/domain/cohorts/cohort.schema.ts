import { z } from 'zod'

const text = (most: number) => z.string().trim().min(1).max(most)

const settings = z.object({
  title: text(80),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  groupSizeMin: z.coerce.number().int().min(2).max(200),
  groupSizeMax: z.coerce.number().int().min(2).max(200),
  contactName: text(50),
  contactTelephone: text(30),
  contactHours: text(80),
  acceptsWithoutNumber: z.coerce.boolean().default(false),
  /** Names the dates that were said to be too short, and are wanted all the same. */
  agreed: z.string().optional(),
})

/** What can be corrected of a cohort that is open. */
export const CohortSettingsForm = inOrder(settings)

export const CohortForm = inOrder(
  settings.extend({ programmeVersionId: z.uuid(), runById: z.uuid(), heldForId: z.uuid() }),
)

function inOrder<S extends typeof settings>(form: S) {
  return form
    .refine((one) => one.startsOn <= one.endsOn, { path: ['endsOn'], error: 'endBeforeStart' })
    .refine((one) => one.groupSizeMin <= one.groupSizeMax, { path: ['groupSizeMax'], error: 'sizesCrossed' })
}
