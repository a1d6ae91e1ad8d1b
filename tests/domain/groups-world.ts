import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { db, inTransaction } from '~/db.server'
import { createPeople } from '~/domain/accounts/accounts.server'
import type { Actor } from '~/domain/actor'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { openCohort } from '~/domain/cohorts/cohort.server'
import { proposeGroupsFor } from '~/domain/cohorts/group-plans.server'
import { groupToManage } from '~/domain/cohorts/groups.access.server'
import { confirmGroups } from '~/domain/cohorts/groups.server'
import { newId } from '~/domain/ids.server'
import { createProgramme, publishVersion } from '~/domain/programmes/programme.server'
import { createVenue } from '~/domain/workshops/venues.server'
import { type ProgrammeData, programmeFrom } from '../../prisma/seed/programme-data'
import { later, organisation, type Someone, world } from '../support/world'

/** Townships of Daming's roster and how many each sends, 322 in all. */
export const townships: [string, number][] = [
  ['大名镇', 16],
  ['杨桥镇', 14],
  ['万堤镇', 17],
  ['龙王庙镇', 20],
  ['束馆镇', 17],
  ['金滩镇', 10],
  ['沙圪塔镇', 13],
  ['王村镇', 16],
  ['铺上镇', 18],
  ['黄金堤乡', 15],
  ['大街镇', 14],
  ['旧治镇', 17],
  ['西未庄镇', 12],
  ['孙甘店镇', 21],
  ['西付集镇', 15],
  ['埝头乡', 16],
  ['北峰镇', 26],
  ['张铁集镇', 17],
  ['红庙镇', 11],
  ['营镇回族乡', 17],
]

export function at(day: string, time = '08:00') {
  return new Date(`${day}T${time}:00+08:00`)
}

/** The Daming cohort with its 322 people, before groups: it runs from 7 September 2026 for seventeen weeks. */
export async function damingCohort(sizes = townships) {
  const one = await world()
  const { manager, system, organisations } = one
  const { versionId } = await damingProgramme(system, organisations.university.id)
  const opened = await openCohort(manager, {
    programmeVersionId: versionId,
    runById: organisations.university.id,
    heldForId: organisations.county.id,
    title: '2026 年第一期',
    startsOn: '2026-09-07',
    endsOn: '2027-01-03',
    timeZone: 'Asia/Shanghai',
    groupSizeMin: 12,
    groupSizeMax: 18,
    contactName: '周敏',
    contactTelephone: '19900009999',
    contactHours: '工作日 9:00—17:00',
    acceptsWithoutNumber: false,
  })
  if (opened.refused !== null) throw new Error(opened.refused)
  const cohort = (await cohortToManage(manager, opened.cohortId))!
  for (const [name, people] of sizes) {
    const township = await organisation(system, `${name}中心校`, 'township', organisations.county.id)
    await enrolFrom(system, cohort.id, name, township.id, people)
  }
  return { ...one, cohort, activities: await activitiesOf(versionId) }
}

let programme: ProgrammeData | undefined

async function damingProgramme(actor: Actor, ownerId: string) {
  programme ??= readProgramme()
  const made = await createProgramme(actor, ownerId, programme)
  if (made.refused !== null) throw new Error(made.refused)
  await publishVersion(actor, { id: made.versionId, programmeId: made.programmeId })
  return made
}

function readProgramme() {
  const content = join(process.cwd(), 'prisma/seed')
  const films: { slug: string; title: string }[] = JSON.parse(
    readFileSync(join(content, 'films/films.json'), 'utf8'),
  )
  const texts = readdirSync(join(content, 'content/readings')).map((file) => ({
    slug: file.replace('.md', ''),
    text: readFileSync(join(content, 'content/readings', file), 'utf8'),
  }))
  const json = JSON.parse(
    readFileSync(join(process.cwd(), 'prisma/seed/content/daming-programme.json'), 'utf8'),
  )
  return programmeFrom(json, {
    film: (title) => films.find((film) => film.title === title || film.slug === title)!.slug,
    reading: (title) =>
      texts.find(({ slug, text }) => slug === title || text.startsWith(`# ${title}\n`))!.text,
  })
}

async function enrolFrom(actor: Actor, cohortId: string, place: string, townshipId: string, people: number) {
  const units = [
    await organisation(actor, `${place}中心幼儿园`, 'unit', townshipId),
    await organisation(actor, `${place}第二幼儿园`, 'unit', townshipId),
  ]
  const names = Array.from(
    { length: people },
    (_, place_) => `${place}${'甲乙丙丁戊己庚辛壬癸'[place_ % 10]}${place_}`,
  )
  await inTransaction(async (tx) => {
    const made = await createPeople(
      tx,
      actor,
      names.map((name) => ({ name })),
    )
    await tx.enrolment.createMany({
      data: made.map(({ personId }, index) => ({
        id: newId(),
        cohortId,
        personId,
        sentById: units[index % 3 === 0 ? 1 : 0]!.id,
        position: index === 0 ? '园长' : index === 1 ? '教研组长' : '教师',
        occurredAt: actor.at,
        recordedAt: actor.at,
      })),
    })
  })
}

async function activitiesOf(versionId: string) {
  const modules = await db.moduleVersion.findMany({
    where: { programmeVersionId: versionId },
    orderBy: { position: 'asc' },
    include: { activities: { orderBy: { position: 'asc' }, include: { activity: true } } },
  })
  const all = modules.flatMap((module) => module.activities)
  const of = (kind: string) => all.filter((one) => one.activity.kind === kind)
  return { workshops: of('workshop'), discussions: of('discussion') }
}

export type Daming = Awaited<ReturnType<typeof damingCohort>>

/** The same with its groups confirmed. */
export async function damingGroups(sizes = townships) {
  const daming = await damingCohort(sizes)
  await proposeGroupsFor(daming.manager, daming.cohort)
  await confirmGroups(daming.manager, daming.cohort)
  return { ...daming, groups: await groupsOf(daming) }
}

export async function groupsOf({ manager, cohort }: Pick<Daming, 'manager' | 'cohort'>) {
  const rows = await db.mentorGroup.findMany({ where: { cohortId: cohort.id }, orderBy: { position: 'asc' } })
  return Promise.all(rows.map(async ({ id }) => (await groupToManage(manager, id))!))
}

export async function membersOf(group: { id: string }) {
  const memberships = await db.groupMembership.findMany({
    where: { groupId: group.id, until: null },
    orderBy: { enrolmentId: 'asc' },
    include: { enrolment: { include: { person: true } } },
  })
  return memberships.map(({ enrolment }) => enrolment)
}

/** Somebody enrolled, acting themselves. */
export function asThemselves(enrolment: { person: { id: string; name: string } }, moment: Date): Someone {
  const { id, name } = enrolment.person
  return { person: { id, name }, at: moment, through: 'page' }
}

export async function venue(daming: Pick<Daming, 'manager' | 'cohort'>, name: string, capacity: number) {
  const made = await createVenue(daming.manager, daming.cohort, { name, address: '大名县城', capacity })
  if ('refused' in made) throw new Error(made.refused)
  return made.venueId
}

export function moved<A extends Actor>(actor: A, day: string, time = '08:00') {
  return later(actor, at(day, time))
}
