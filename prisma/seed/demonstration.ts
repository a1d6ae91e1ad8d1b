// The demonstration: four tracks, the Daming cohort first, each cohort by the commands that pages use, on randomness
// drawn from its anchor, with its jobs run inside it.
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
import { filmLengths, layFilms, programmeSources, type Sources } from './programmes'
import { laySafety } from './safety'
import type { Progress } from './seed'
import { settle } from './settle'
import { layStaff, signInStaff } from './staff'
import { on, type Stage, theSystem } from './stage'
import { readTalk, readTexts } from './texts'
import { whoSignsIn } from './who-signs-in'

/**
 * Fills an empty database, and answers whom the sign-in page offers. `groups`: how many groups of the Daming cohort do
 * anything after they were made; a test has no time for all.
 */
export async function layDemonstration(stage: Stage, progress: Progress, groups = Number.POSITIVE_INFINITY) {
  const people = await stage.apart('whole', () => withJobsInside(jobs, () => layAll(stage, progress, groups)))
  await settle()
  return people
}

async function layAll(stage: Stage, progress: Progress, groups: number) {
  const before = stage.beginning(-7).at(-3, 1, '09:00')
  const laying = await on(before, () => prepare(stage, before))
  const { sources } = laying
  const daming = await layDaming(laying, sources, { groups, progress })
  const guide = await layGuides(laying, sources)
  progress('cohorts', 2, 4)
  const farmer = await layFarmers(laying, sources)
  progress('cohorts', 3, 4)
  const safetyOfficer = await laySafety(laying, sources)
  progress('cohorts', 4, 4)
  const today = stage.at(9, 1, '00:00')
  await on(today, () => sweep(theSystem(today)))
  return whoSignsIn(laying.staff, { ...daming, guide, farmer, safetyOfficer })
}

async function prepare(stage: Stage, at: Date): Promise<Laying & { sources: Sources }> {
  const system = theSystem(at)
  const codes = await seedOrganisations(system)
  const staff = await layStaff(at, codes)
  const passwordHash = await hashPassword(random(18).toString('base64url'))
  await signInStaff(staff, at, passwordHash)
  const sources = await programmeSources(await layFilms(system))
  const films = await filmLengths()
  return {
    stage,
    staff,
    codes,
    films,
    sources,
    passwordHash,
    texts: await readTexts(),
    talk: await readTalk(),
  }
}
