// Where they come from: a school each under its district's bureau, and for safety officers an agency in each district.
import { db, inTransaction } from '~/db.server'
import { createOrganisation } from '~/domain/organisations/organisations.server'
import { createUnits } from '~/domain/organisations/tree.server'
import { must, on, theSystem } from '../stage'
import type { Attendee } from './attendees'

export type District = { code: string; bureauId: string; agencyId: string; schools: Map<string, string> }

/** Makes the schools and agencies of these people's districts; answers each district by its name. */
export async function layPlaces(
  at: Date,
  codes: ReadonlyMap<string, string>,
  teachers: readonly Attendee[],
  officers: readonly Attendee[],
): Promise<Map<string, District>> {
  const names = [...new Set([...teachers, ...officers].map((one) => one.district))].sort()
  const districts = new Map<string, District>()
  for (const name of names) {
    const { id, code } = await bureauOf(name)
    const agency = { code: `BJ-AJ-${code}`, name: `${name}安全生产监督管理局`, kind: 'agency' as const }
    const made = await on(at, () =>
      createOrganisation(theSystem(at), { ...agency, parentId: codes.get('BJ-AJ')! }),
    )
    const units = [...new Set(teachers.filter((one) => one.district === name).map((one) => one.unit))]
    const schools = await on(at, () =>
      inTransaction((tx) =>
        createUnits(
          tx,
          theSystem(at),
          units.map((unit) => ({ parentId: id, name: unit, kind: 'unit' as const })),
        ),
      ),
    )
    districts.set(name, {
      code,
      bureauId: id,
      agencyId: must(made).id,
      schools: new Map(schools.map((school) => [school.name, school.id])),
    })
  }
  return districts
}

function bureauOf(district: string) {
  return db.organisation.findFirstOrThrow({
    where: { kind: 'county', organisationNames: { some: { name: district } } },
    select: { id: true, code: true },
  })
}
