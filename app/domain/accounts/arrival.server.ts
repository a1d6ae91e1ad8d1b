import type { Tx } from '~/db.server'
import type { Actor } from '~/domain/actor'
import { newId } from '~/domain/ids.server'

/** Checks somebody in wherever they are enrolled and have not been: they are here, and have agreed to be. */
export async function arrive(tx: Tx, actor: Actor, personId: string) {
  const waiting = await tx.enrolment.findMany({
    where: { personId, arrival: null },
    select: { id: true },
  })
  if (waiting.length === 0) return
  await tx.arrival.createMany({
    data: waiting.map(({ id }) => ({
      id: newId(),
      enrolmentId: id,
      via: 'first-sign-in',
      byId: personId,
      occurredAt: actor.at,
      recordedAt: actor.at,
    })),
    skipDuplicates: true,
  })
}
