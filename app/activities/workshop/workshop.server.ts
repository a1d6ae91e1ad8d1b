import { sweepWorkshops } from '~/domain/workshops/outcomes.server'
import { workFor } from '~/domain/workshops/own-workshops.queries.server'
import type { ServerFace } from '../kind.server'

export const workshopServer: ServerFace<'workshop'> = {
  kind: 'workshop',
  work: ({ enrolmentId, activity }) => workFor(enrolmentId, activity.id, activity.config.sessions.length),
  sweep: async (actor) => {
    await sweepWorkshops(actor)
  },
}
