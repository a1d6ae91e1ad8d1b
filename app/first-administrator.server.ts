import { now } from './clock.server'
import { makeFirstAdministrator as make } from './domain/accounts/roles.server'
import { systemActor } from './domain/actor'
import { readTelephone } from './domain/enrolment/telephone'

/** Asks at the machine who the first administrator is; answers who may sign in, and how. */
export async function makeFirstAdministrator(ask: (question: string) => Promise<string>) {
  const name = (await ask('姓名 / Name: ')).trim()
  const { telephone } = readTelephone(await ask('手机号码 / Mobile number: '))
  const made = await make(systemActor(now(), 'command'), { name, telephone })
  if ('refused' in made) return { who: name, how: `refused: ${made.refused}` }
  return { who: name, how: `/first-sign-in ${made.code ?? ''}` }
}
