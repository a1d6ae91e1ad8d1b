import { z } from 'zod'

const seconds = z.number().nonnegative().max(100_000)

export const OpeningForm = z.object({ intent: z.literal('open') })

/** `played` is JSON: [[from, until], …] in seconds of film. */
export const PlayedForm = z.object({
  intent: z.literal('report'),
  openingId: z.uuid(),
  played: z
    .string()
    .max(20_000)
    .transform(jsonOr)
    .pipe(z.array(z.tuple([seconds, seconds])).max(500)),
  speed: z.coerce.number().positive().max(16),
  positionSeconds: z.coerce.number().nonnegative().max(100_000),
})

export const PlayingForm = z.discriminatedUnion('intent', [OpeningForm, PlayedForm])

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
