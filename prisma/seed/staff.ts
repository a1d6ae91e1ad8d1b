// Who works in the demonstration.
import { inTransaction } from '~/db.server'
import { createPerson } from '~/domain/accounts/accounts.server'
import { currentConsent } from '~/domain/accounts/consent'
import { giveConsent } from '~/domain/accounts/own-account.server'
import { grantRole } from '~/domain/accounts/roles.server'
import { setContact } from '~/domain/organisations/organisations.server'
import { acting, must, on, type Someone, theSystem } from './stage'

export type Staff = {
  administrator: Someone
  manager: Someone
  officer: Someone
  otherOfficer: Someone
  safetyManager: Someone
}

/** Makes them with their roles; `codes` finds an organisation by its code. */
export async function layStaff(at: Date, codes: ReadonlyMap<string, string>): Promise<Staff> {
  const system = theSystem(at)
  const person = async (name: string, telephone: string): Promise<Someone> =>
    inTransaction(async (tx) => ({
      id: (await createPerson(tx, system, { name, telephone })).personId,
      name,
    }))
  const granted = async (
    someone: Someone,
    role: 'administrator' | 'manager' | 'bureau-officer',
    code: string | null,
  ) => {
    must(await grantRole(system, { personId: someone.id, role, organisationId: code && codes.get(code)! }))
    return someone
  }
  const staff = {
    administrator: await granted(await person('何静', '19900010101'), 'administrator', null),
    manager: await granted(await person('周敏', '19900010102'), 'manager', 'BJ-OU'),
    officer: await granted(await person('赵国强', '19900010103'), 'bureau-officer', '130425'),
    otherOfficer: await granted(await person('孙立', '19900010104'), 'bureau-officer', '110118'),
    safetyManager: await granted(await person('马骏', '19900010105'), 'manager', 'BJ-AJ'),
  }
  await granted(staff.safetyManager, 'manager', 'BJ-NC')
  must(
    await setContact(system, codes.get('130425')!, {
      name: '赵国强',
      telephone: '19900010103',
      hours: '工作日 9:00—17:00',
    }),
  )
  for (const someone of Object.values(staff)) await agree(someone, at)
  return staff
}

/** Somebody agrees to the use of their data, as at a first sign-in, which checks them in where they are enrolled. */
export async function agree(person: Someone, at: Date) {
  must(await on(at, () => giveConsent(acting(person, at), currentConsent)))
}
