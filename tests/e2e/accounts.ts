import { inTransaction } from '~/db.server'
import { issueSlipCodes } from '~/domain/accounts/codes.server'
import { currentConsent } from '~/domain/accounts/consent'
import { giveConsent, spendCode } from '~/domain/accounts/own-account.server'
import { systemActor } from '~/domain/actor'

export const password = '春风化雨2027'

/** Gives somebody who has never signed in this password, and their consent, by the commands of a first sign-in. */
export async function choosePassword({ id: personId, name }: { id: string; name: string }, at: Date) {
  const system = systemActor(at, 'command')
  const code = await inTransaction(async (tx) => {
    const { id } = await tx.account.findUniqueOrThrow({ where: { personId } })
    return (await issueSlipCodes(tx, system, [id])).get(id)!.code
  })
  const browser = { address: '127.0.0.1', deviceToken: null, device: '', sessionToken: null }
  const started = await spendCode(system, { code, password }, browser)
  if ('refused' in started) throw new Error(started.refused)
  await giveConsent({ person: { id: personId, name }, at, through: 'command' }, currentConsent)
}
