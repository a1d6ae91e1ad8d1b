// What stands before the first page is opened: the organisations, who works there with passwords of their own, and
// the Daming programme with films of ten seconds.
import { seedOrganisations } from '../../../prisma/seed/organisations'
import { layFilms, layProgramme, programmeSources } from '../../../prisma/seed/programmes'
import { layStaff } from '../../../prisma/seed/staff'
import { on, theSystem } from '../../../prisma/seed/stage'
import type { RunningServer } from '../../support/server'
import { choosePassword } from '../accounts'
import { inside } from '../inside'

/** How those who work there sign in, by their telephones. */
export const staff = {
  administrator: { name: '何静', telephone: '19900010101' },
  manager: { name: '周敏', telephone: '19900010102' },
  officer: { name: '赵国强', telephone: '19900010103' },
  otherOfficer: { name: '孙立', telephone: '19900010104' },
}

export function layBefore(site: RunningServer, at: Date) {
  return inside(site, () =>
    on(at, async () => {
      const system = theSystem(at)
      const codes = await seedOrganisations(system)
      const people = await layStaff(at, codes)
      for (const key of Object.keys(staff) as (keyof typeof staff)[]) await choosePassword(people[key], at)
      const films = await layFilms(system, 'tests/fixtures/films')
      const manager = { ...system, person: people.manager }
      const sources = await programmeSources(films)
      await layProgramme(manager, codes.get('BJ-OU')!, 'daming-programme.json', sources)
    }),
  )
}
