import { readFile } from 'node:fs/promises'
import { db } from '~/db.server'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { openCohort } from '~/domain/cohorts/cohort.server'
import { createProgramme, publishVersion } from '~/domain/programmes/programme.server'
import { seedOrganisations } from '../../prisma/seed/organisations'
import { programmeFrom } from '../../prisma/seed/programme-data'
import { monday, someone, someoneAs, world } from './world'

let tree: Promise<unknown> | null = null

/** The real county with its townships, its programme published, and a cohort that starts this Monday; new at each call. */
export async function daming(at: Date = monday) {
  const small = await world(at)
  const { system } = small
  tree ??= seedOrganisations(system)
  await tree
  const byCode = async (code: string) => (await db.organisation.findUniqueOrThrow({ where: { code } })).id
  const organisations = { university: await byCode('BJ-OU'), county: await byCode('130425') }
  const townships = await db.organisation.findMany({
    where: { kind: 'township', places: { some: { parentId: organisations.county } } },
    orderBy: { code: 'asc' },
  })
  const manager = await someoneAs(system, '周敏', 'manager', organisations.university)
  const officer = await someoneAs(system, '赵国强', 'bureau-officer', organisations.county)
  const data = JSON.parse(await readFile('prisma/seed/content/daming-programme.json', 'utf8'))
  const programmeDraft = programmeFrom(data, { film: () => 'a-film', reading: () => 'A text to read.' })
  const made = await createProgramme(manager, organisations.university, programmeDraft)
  if (made.refused) throw new Error(made.refused)
  await publishVersion(manager, { id: made.versionId, programmeId: made.programmeId })
  const draft = {
    programmeVersionId: made.versionId,
    runById: organisations.university,
    heldForId: organisations.county,
    title: '第一期',
    startsOn: '2026-09-07',
    endsOn: '2027-01-03',
    timeZone: 'Asia/Shanghai',
    groupSizeMin: 12,
    groupSizeMax: 18,
    contactName: '周敏',
    contactTelephone: '010-00000000',
    contactHours: '工作日 9:00—17:00',
    acceptsWithoutNumber: false,
  }
  const opened = await openCohort(manager, draft)
  if (opened.refused) throw new Error(opened.refused)
  const cohort = (await cohortToManage(manager, opened.cohortId))!
  const outsiders = [
    officer,
    small.otherManager,
    small.otherOfficer,
    small.administrator,
    await someone(system, '学员'),
  ]
  return { ...small, organisations, townships, manager, officer, programmeDraft, draft, cohort, outsiders }
}
