import { z } from 'zod'

export const FormatForm = z.object({
  intent: z.literal('format'),
  format: z.string().trim().min(1).max(80),
})

/** What the page showed, as it names it. */
export const ConfirmedForm = z.object({ shown: z.string().max(60) })

/** With the word that is typed before all others are decided as not completed. */
export const DecidedForm = ConfirmedForm.extend({ confirmation: z.string().max(60).default('') })
