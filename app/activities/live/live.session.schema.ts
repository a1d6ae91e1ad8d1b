import { z } from 'zod'

/** When and where a live activity takes place; day and times are the cohort's. */
export const SessionForm = z
  .object({
    activityId: z.uuid(),
    day: z.iso.date(),
    from: z.string().regex(/^\d{2}:\d{2}$/),
    until: z.string().regex(/^\d{2}:\d{2}$/),
    link: z.url({ protocol: /^https?$/, error: 'linkWrong' }).max(1000),
  })
  .refine((form) => form.from < form.until, { error: 'endsFirst', path: ['until'] })
