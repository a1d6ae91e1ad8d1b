// Who works in the demonstration.
import { inTransaction } from '~/db.server'
import { createPerson } from '~/domain/accounts/accounts.server'
import { grantRole } from '~/domain/accounts/roles.server'
import { setContact } from '~/domain/organisations/organisations.server'
import { codesFor, signInFirst } from './sign-ins'
import { must, type Someone, theSystem } from './stage'

export type Worker = Someone & { telephone: string }

export type Staff = {
  administrator: Worker
  /** Of the Daming cohort and the guides; stands in for the other one. */
  manager: Worker
  /** Of the safety officers and the farmers. */
  safetyManager: Worker
  /** Daming County. */
  officer: Worker
  /** Miyun District, whose people are in none of Daming's lists. */
  otherOfficer: Worker
  /** Beijing, with all its districts. */
  cityOfficer: Worker
}

type Grant = ['administrator' | 'manager' | 'bureau-officer', ...codes: string[]]

const workers: { [K in keyof Staff]: { name: string; telephone: string; grant: Grant } } = {
  administrator: { name: '何静', telephone: '19900010101', grant: ['administrator'] },
  manager: { name: '周敏', telephone: '19900010102', grant: ['manager', 'BJ-OU', 'BJ-AJ', 'BJ-NC'] },
  officer: { name: '赵国强', telephone: '19900010103', grant: ['bureau-officer', '130425'] },
  otherOfficer: { name: '孙立', telephone: '19900010104', grant: ['bureau-officer', '110118'] },
  safetyManager: { name: '马骏', telephone: '19900010105', grant: ['manager', 'BJ-AJ', 'BJ-NC'] },
  cityOfficer: { name: '方正', telephone: '19900010106', grant: ['bureau-officer', '110000'] },
}

/** Makes them with their roles; `codes` finds an organisation by its code. */
export async function layStaff(at: Date, codes: ReadonlyMap<string, string>): Promise<Staff> {
  const system = theSystem(at)
  const made: [string, Worker][] = []
  for (const [key, { name, telephone, grant }] of Object.entries(workers)) {
    const { personId } = await inTransaction((tx) => createPerson(tx, system, { name, telephone }))
    made.push([key, { id: personId, name, telephone }])
    const [role, ...places] = grant
    for (const place of places.length ? places : [null]) {
      must(await grantRole(system, { personId, role, organisationId: place && codes.get(place)! }))
    }
  }
  const staff = Object.fromEntries(made) as Staff
  const { name, telephone } = staff.officer
  must(await setContact(system, codes.get('130425')!, { name, telephone, hours: '工作日 9:00—17:00' }))
  return staff
}

export async function signInStaff(staff: Staff, at: Date, passwordHash: string) {
  const everybody = Object.values(staff)
  const codes = await codesFor(everybody, at)
  for (const one of everybody) await signInFirst(one, codes.get(one.id)!, at, passwordHash)
}
