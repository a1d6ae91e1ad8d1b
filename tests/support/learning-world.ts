// A small programme in a running cohort, laid by rows: for tests of what trainees do, whoever enrolled them.
import { Prisma } from '#generated/client/client'
import type { Kind } from '~/activities/kind'
import type { ConfigOf } from '~/activities/kinds'
import { db } from '~/db.server'
import type { Actor } from '~/domain/actor'
import { newId } from '~/domain/ids.server'
import type { Condition } from '~/domain/learning/release'

export type ActivitySketch = {
  [K in Kind]: {
    kind: K
    config: ConfigOf<K>
    title?: string
    required?: boolean
    hours?: string
    after?: number[]
  }
}[Kind]

export type ModuleSketch = {
  opensWeek: number
  closesWeek: number
  /** Place of the module that comes first; each opens with its week besides. */
  requires?: number
  condition?: (ids: { modules: string[]; activities: string[][] }) => Condition
  activities: ActivitySketch[]
}

/** Week one begins on Monday, 15 March 2027, in Shanghai; the cohort ends on Sunday, 11 July. */
export const startsOn = '2027-03-15'

/** An instant of the cohort: the week, the day (1 is Monday) and the time in Shanghai. */
export function inWeek(week: number, day = 1, time = '09:00'): Date {
  const monday = Date.parse(`${startsOn}T${time}:00+08:00`)
  return new Date(monday + ((week - 1) * 7 + day - 1) * 24 * 60 * 60 * 1000)
}

export function actingAs(person: { id: string; name: string }, at: Date): Actor & { person: typeof person } {
  return { person, at, through: 'page' }
}

export async function somebody(name: string) {
  return db.person.create({
    data: { id: newId(), name, recordedAt: inWeek(1) },
    select: { id: true, name: true },
  })
}

export async function learningWorld(sketches: ModuleSketch[], { weeks = 17 } = {}) {
  const recordedAt = inWeek(-1)
  const county = await organisation('county', null)
  const township = await organisation('township', county.id)
  const programme = await db.programme.create({
    data: { id: newId(), ownerId: county.id, track: 'teacher', recordedAt },
  })
  const version = await db.programmeVersion.create({
    data: {
      id: newId(),
      programmeId: programme.id,
      number: 1,
      title: '混合式研修',
      titleEn: 'Blended training',
      weeks,
      groupSizeMin: 2,
      groupSizeMax: 18,
      mentorTitle: '导学教师',
      organiser: '教育局',
      deliveredBy: '开放大学',
      rule: {},
      recordedAt,
    },
  })
  const modules = await layModules(programme.id, version.id, sketches)
  await db.programmeVersion.update({ where: { id: version.id }, data: { publishedAt: recordedAt } })

  const cohort = await db.cohort.create({
    data: {
      id: newId(),
      programmeId: programme.id,
      runById: county.id,
      heldForId: county.id,
      title: '第一期',
      startsOn: new Date(startsOn),
      endsOn: new Date('2027-07-11'),
      timeZone: 'Asia/Shanghai',
      groupSizeMin: 2,
      groupSizeMax: 18,
      contactName: '办公室',
      contactTelephone: '0310-0000000',
      contactHours: '9:00—17:00',
      openedAt: recordedAt,
      versions: { create: { id: newId(), programmeVersionId: version.id, from: recordedAt } },
    },
  })
  const ids = {
    modules: modules.map((one) => one.id),
    activities: modules.map((one) => one.activities.map((a) => a.id)),
  }
  const conditions = Object.fromEntries(
    sketches.map((sketch, index) => [ids.modules[index]!, conditionOf(sketch, ids)]),
  )
  await db.releaseVersion.create({
    data: { id: newId(), cohortId: cohort.id, number: 1, conditions, occurredAt: recordedAt, recordedAt },
  })
  const group = await db.mentorGroup.create({
    data: { id: newId(), cohortId: cohort.id, name: '一组', position: 1, recordedAt },
  })
  return { county, township, programme, version, modules, cohort, group }
}

export type LearningWorld = Awaited<ReturnType<typeof learningWorld>>

/** Somebody enrolled in the cohort, and in its group. */
export async function trainee(world: LearningWorld, name: string) {
  const person = await somebody(name)
  const recordedAt = inWeek(-1)
  const enrolment = await db.enrolment.create({
    data: {
      id: newId(),
      cohortId: world.cohort.id,
      personId: person.id,
      sentById: world.township.id,
      occurredAt: recordedAt,
      recordedAt,
      memberships: {
        create: { id: newId(), groupId: world.group.id, from: recordedAt, readsAfter: 0, recordedAt },
      },
    },
  })
  return { person, enrolment, at: (at: Date) => actingAs(person, at) }
}

export async function mentorOf(world: LearningWorld, name: string) {
  const person = await somebody(name)
  const recordedAt = inWeek(-1)
  await db.mentorAssignment.create({
    data: { id: newId(), groupId: world.group.id, personId: person.id, from: recordedAt, recordedAt },
  })
  return { person, at: (at: Date) => actingAs(person, at) }
}

export async function managerOf(world: LearningWorld, name: string) {
  const person = await somebody(name)
  await db.roleGrant.create({
    data: {
      id: newId(),
      personId: person.id,
      role: 'manager',
      organisationId: world.county.id,
      from: inWeek(-1),
    },
  })
  return { person, at: (at: Date) => actingAs(person, at) }
}

async function organisation(kind: 'county' | 'township', parentId: string | null) {
  const id = newId()
  const recordedAt = inWeek(-10)
  const ancestors = [{ ancestorId: id, depth: 0 }, ...(parentId ? [{ ancestorId: parentId, depth: 1 }] : [])]
  return db.organisation.create({
    data: {
      id,
      code: id,
      name: kind === 'county' ? '大名县教育局' : '金滩镇',
      kind,
      recordedAt,
      places: { create: { id: newId(), parentId, from: recordedAt } },
      ancestors: { create: ancestors },
    },
  })
}

async function layModules(programmeId: string, programmeVersionId: string, sketches: ModuleSketch[]) {
  const laid: { id: string; activities: { id: string; versionId: string; kind: Kind }[] }[] = []
  for (const [index, sketch] of sketches.entries()) {
    const module = await db.module.create({ data: { id: newId(), programmeId } })
    const moduleVersion = await db.moduleVersion.create({
      data: {
        id: newId(),
        moduleId: module.id,
        programmeVersionId,
        position: index + 1,
        title: `模块${'一二三四五'[index]}`,
        aim: '学会观察。',
        opensWeek: sketch.opensWeek,
        closesWeek: sketch.closesWeek,
        release: {},
      },
    })
    const activities: { id: string; versionId: string; kind: Kind }[] = []
    for (const [position, { kind, config, title, required, hours, after }] of sketch.activities.entries()) {
      const activity = await db.activity.create({ data: { id: newId(), moduleId: module.id, kind } })
      const first = (after ?? []).map((place) => ({ kind: 'activity', activity: activities[place]!.id }))
      const version = await db.activityVersion.create({
        data: {
          id: newId(),
          activityId: activity.id,
          moduleVersionId: moduleVersion.id,
          position: position + 1,
          title: title ?? `${kind} ${position + 1}`,
          required: required ?? true,
          hours: hours ?? '2',
          config: config as Prisma.InputJsonValue,
          after: first.length ? { kind: 'all', of: first } : Prisma.DbNull,
        },
      })
      activities.push({ id: activity.id, versionId: version.id, kind })
    }
    laid.push({ id: module.id, activities })
  }
  return laid
}

function conditionOf(
  sketch: ModuleSketch,
  ids: { modules: string[]; activities: string[][] },
): Prisma.InputJsonValue {
  if (sketch.condition) return sketch.condition(ids) as Prisma.InputJsonValue
  const week = { kind: 'week', week: sketch.opensWeek }
  if (sketch.requires === undefined) return week
  return { kind: 'all', of: [week, { kind: 'module', module: ids.modules[sketch.requires]! }] }
}
