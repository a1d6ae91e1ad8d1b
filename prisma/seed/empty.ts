// npm run seed empty: what an installation begins with, and nobody made up.
import { now } from '~/clock.server'
import { inTransaction } from '~/db.server'
import { makeFirstAdministrator, type NewAdministrator } from '~/first-administrator.server'
import { seedOrganisations } from './organisations'
import { must, theSystem } from './stage'

/** Makes the organisation tree and the first administrator, both or neither; answers how they sign in. */
export async function seedEmpty(administrator: NewAdministrator) {
  return inTransaction(async () => {
    await seedOrganisations(theSystem(now()))
    return must(await makeFirstAdministrator(administrator))
  })
}
