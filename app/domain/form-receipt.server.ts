import type { Prisma } from '#generated/client/client'
import type { Tx } from '~/db.server'
import type { Actor } from './actor'

type Form = {
  /** Names one filling-in of the form; null where nobody filled one in. */
  key: string | null
  action: string
}

/**
 * Does `work` once for one filling-in of a form: whoever sends it again, even at the same moment, gets the first
 * one's result. A refusal wrote nothing and is not kept, so that the same form can be mended and sent again.
 */
export async function once<R extends object>(
  tx: Tx,
  actor: Actor,
  { key, action }: Form,
  work: () => Promise<R>,
): Promise<R> {
  if (!key || !actor.person) return work()
  const personId = actor.person.id
  // The second of two at once waits here until the first has committed.
  const first = await tx.$executeRaw`
    insert into "FormReceipt" (key, "personId", action, result, "recordedAt")
    values (${key}::uuid, ${personId}::uuid, ${action}, 'null'::jsonb, ${actor.at}::timestamptz)
    on conflict (key) do nothing`
  if (!first) {
    const receipt = await tx.formReceipt.findUnique({ where: { key } })
    if (receipt?.personId === personId && receipt.action === action) return receipt.result as R
    throw new Error(`A form's key came with another form: ${action}`)
  }
  const result = await work()
  if ('refused' in result && result.refused) await tx.formReceipt.delete({ where: { key } })
  else await tx.formReceipt.update({ where: { key }, data: { result: result as Prisma.InputJsonObject } })
  return result
}
