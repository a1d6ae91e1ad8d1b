// The demonstration: four tracks, the Daming cohort first, each cohort by the commands that pages use. Whoever lays it
// runs it on randomness drawn from its anchor.
import { db } from '~/db.server'
import { hashPassword } from '~/domain/accounts/passwords.server'
import { withJobsInside } from '~/domain/jobs.server'
import { random } from '~/domain/random.server'
import { jobs } from '~/jobs.server'
import { sweep } from '~/sweep.server'
import { layDaming } from './daming'
import { layFarmers } from './farmers'
import { layGuides } from './guides'
import type { Laying } from './laying'
import { seedOrganisations } from './organisations'
import { filmLengths, layFilms, programmeSources } from './programmes'
import { laySafety } from './safety'
import type { Progress } from './seed'
import { layStaff, signInStaff } from './staff'
import { on, type Stage, theSystem } from './stage'
import { readTalk, readTexts } from './texts'
import { whoSignsIn } from './who-signs-in'

export type Demonstration = {
  progress: Progress
  /** How many groups of the Daming cohort do anything after they were made; a test has no time for all. */
  groups?: number
}

/** Fills an empty database; its last row says that it is whole, and that it is a demonstration. */
export async function layDemonstration(
  stage: Stage,
  { progress, groups = Number.POSITIVE_INFINITY }: Demonstration,
) {
  await stage.apart('whole', () =>
    withJobsInside(jobs, async () => {
      const before = stage.beginning(-7).at(-3, 1, '09:00')
      const system = theSystem(before)
      const passwordHash = await hashPassword(random(18).toString('base64url'))
      const codes = await on(before, () => seedOrganisations(system))
      const staff = await on(before, () => layStaff(before, codes))
      await signInStaff(staff, before, passwordHash)
      const titles = await on(before, () => layFilms(system))
      const sources = await programmeSources(titles)
      const films = await filmLengths()
      const texts = await readTexts()
      const laying: Laying = { stage, staff, codes, films, texts, talk: await readTalk(), passwordHash }

      const daming = await layDaming(laying, sources, { groups, progress })
      const guide = await layGuides(laying, sources)
      progress('cohorts', 2, 4)
      const farmer = await layFarmers(laying, sources)
      progress('cohorts', 3, 4)
      const safetyOfficer = await laySafety(laying, sources)
      progress('cohorts', 4, 4)

      const today = stage.at(9, 1, '00:00')
      await on(today, async () => {
        await sweep(theSystem(today))
        const people = whoSignsIn(staff, { ...daming, guide, farmer, safetyOfficer })
        await db.demoMark.create({ data: { id: 1, anchor: new Date(stage.anchor), madeAt: today, people } })
      })
    }),
  )
}
