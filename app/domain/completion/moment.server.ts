import type { Tx } from '~/db.server'
import type { Actor } from '../actor'

/**
 * The actor at the moment of what was last decided, issued or revoked for these people, where that is later. Of two who
 * press at once the one with the later moment may come to the people's lock first; who comes second sees what was done.
 * Asked under that lock.
 */
export async function afterTheLast(tx: Tx, actor: Actor, enrolmentIds: readonly string[]): Promise<Actor> {
  const ids = [...enrolmentIds]
  const [row] = await tx.$queryRaw<{ last: Date | null }[]>`
    select greatest(
      (select max(d."recordedAt") from "CompletionDecision" d where d."enrolmentId" = any(${ids}::uuid[])),
      (select max(c."recordedAt") from "Certificate" c where c."enrolmentId" = any(${ids}::uuid[])),
      (select max(r."recordedAt") from "Revocation" r join "Certificate" c on c.id = r."certificateId"
        where c."enrolmentId" = any(${ids}::uuid[]))) as last`
  return row?.last && row.last > actor.at ? { ...actor, at: row.last } : actor
}
