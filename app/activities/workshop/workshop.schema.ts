import { z } from 'zod'
import type { WorkshopConfig } from './workshop'

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const WorkshopConfigSchema: z.ZodType<WorkshopConfig> = z
  .strictObject({
    description: z.string().max(5_000),
    sessions: z
      .array(
        z
          .strictObject({
            number: z.int().positive(),
            title: z.string().trim().min(1),
            starts: timeOfDay,
            ends: timeOfDay,
          })
          .refine((session) => session.starts < session.ends, 'a session ends before it starts'),
      )
      .min(1)
      .max(20),
    venue: z.string().min(1).nullable(),
  })
  .refine(
    (workshop) => workshop.sessions.every((session, index) => session.number === index + 1),
    'sessions are numbered from one',
  )
