import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Prisma } from '#generated/client/client'
import { parseConfig } from '~/activities/configs.schema'
import type { Kind } from '~/activities/kind'
import { db } from '~/db.server'
import { newId } from '~/domain/ids.server'
import { activityForTrainee, type TraineeActivity } from '~/domain/learning/learning.access.server'
import { type Someone, someone, world } from '../support/world'

const configs = {
  'case-study': {
    text: '中班的娃娃家开学时很热闹，第三周起几乎没有孩子进去。',
    rubric: [
      { name: '分析有依据', points: 40 },
      { name: '策略可操作', points: 40 },
      { name: '表达清楚', points: 20 },
    ],
    minCharacters: 20,
    passMark: null,
  },
  assignment: {
    instructions: '提交一份活动方案',
    accepts: ['docx', 'pdf', 'text'],
    maxFiles: 3,
    maxMegabytes: 1,
    passMark: 60,
    resubmissions: 1,
  },
  practice: {
    instructions: '',
    items: ['选定一名幼儿', '完成三篇轶事记录'],
    evidence: ['text', 'photo'],
  },
} as const

const titles = {
  'case-study': '案例研修：“娃娃家”里没有人',
  assignment: '提交一份活动方案（含反思）',
  practice: '园本实践：连续三天观察一名幼儿',
}

type HandedIn = keyof typeof configs

/** A cohort of Daming of one module with a case study, an assignment and a practice; two groups, two mentors. */
export async function handInsWorld() {
  const one = await world()
  const { system, organisations, at } = one
  const programmeId = newId()
  await db.programme.create({
    data: { id: programmeId, ownerId: organisations.university.id, track: 'teacher', recordedAt: at },
  })
  const versionId = newId()
  await db.programmeVersion.create({
    data: {
      id: versionId,
      programmeId,
      number: 1,
      title: '幼儿园教师培训',
      titleEn: 'Preschool teacher training',
      weeks: 4,
      groupSizeMin: 12,
      groupSizeMax: 18,
      mentorTitle: '导学教师',
      organiser: '大名县教育局',
      deliveredBy: '北京开放大学',
      rule: { kind: 'hours', atLeast: 1 },
      recordedAt: at,
    },
  })
  const moduleId = newId()
  const moduleVersionId = newId()
  await db.module.create({ data: { id: moduleId, programmeId } })
  const week = { kind: 'week', week: 1 }
  await db.moduleVersion.create({
    data: {
      id: moduleVersionId,
      moduleId,
      programmeVersionId: versionId,
      position: 0,
      title: '观察与支持',
      aim: '',
      opensWeek: 1,
      closesWeek: 2,
      release: week,
    },
  })
  const activities = {} as Record<HandedIn, string>
  for (const [position, kind] of (['case-study', 'assignment', 'practice'] as const).entries()) {
    activities[kind] = newId()
    await db.activity.create({ data: { id: activities[kind], moduleId, kind } })
    await db.activityVersion.create({
      data: {
        id: newId(),
        activityId: activities[kind],
        moduleVersionId,
        position,
        title: titles[kind],
        required: true,
        hours: 4,
        config: parseConfig(kind as Kind, configs[kind]) as Prisma.InputJsonValue,
      },
    })
  }
  await db.programmeVersion.update({ where: { id: versionId }, data: { publishedAt: at } })
  const cohortId = newId()
  await db.cohort.create({
    data: {
      id: cohortId,
      programmeId,
      runById: organisations.university.id,
      heldForId: organisations.county.id,
      title: '2026 年第一期',
      startsOn: new Date('2026-09-07'),
      endsOn: new Date('2026-10-04'),
      timeZone: 'Asia/Shanghai',
      groupSizeMin: 12,
      groupSizeMax: 18,
      contactName: '周敏',
      contactTelephone: '19900009999',
      contactHours: '工作日',
      openedAt: at,
    },
  })
  await db.cohortVersion.create({
    data: { id: newId(), cohortId, programmeVersionId: versionId, from: at },
  })
  await db.releaseVersion.create({
    data: {
      id: newId(),
      cohortId,
      number: 1,
      conditions: { [moduleId]: week },
      occurredAt: at,
      recordedAt: at,
    },
  })
  const east = await group(cohortId, '第 1 组', 1, at)
  const west = await group(cohortId, '第 2 组', 2, at)
  const mentor = await someone(system, '郭永红')
  const otherMentor = await someone(system, '武建国')
  const instructor = await someone(system, '高岩')
  await mentors(east, mentor, at)
  await mentors(west, otherMentor, at)
  await db.instructorAssignment.create({
    data: {
      id: newId(),
      cohortId,
      activityId: activities.assignment,
      personId: instructor.person.id,
      from: at,
      recordedAt: at,
    },
  })
  const liNa = await trainee(system, '李娜', cohortId, organisations.kindergarten.id, east)
  const wangFang = await trainee(system, '王芳', cohortId, organisations.kindergarten.id, west)
  return {
    ...one,
    cohortId,
    moduleId,
    activities,
    groups: { east, west },
    mentor,
    otherMentor,
    instructor,
    liNa,
    wangFang,
  }
}

export type Trainee = Someone & { enrolmentId: string }
export type HandIns = Awaited<ReturnType<typeof handInsWorld>>

export async function trainee(
  actor: Parameters<typeof someone>[0],
  name: string,
  cohortId: string,
  sentById: string,
  groupId: string,
): Promise<Trainee> {
  const person = await someone(actor, name)
  const enrolmentId = newId()
  const { at } = actor
  await db.enrolment.create({
    data: { id: enrolmentId, cohortId, personId: person.person.id, sentById, occurredAt: at, recordedAt: at },
  })
  await db.groupMembership.create({
    data: { id: newId(), groupId, enrolmentId, from: at, readsAfter: 0, recordedAt: at },
  })
  return { ...person, enrolmentId }
}

async function group(cohortId: string, name: string, position: number, at: Date) {
  const id = newId()
  await db.mentorGroup.create({ data: { id, cohortId, name, position, recordedAt: at } })
  return id
}

async function mentors(groupId: string, who: Someone, at: Date) {
  await db.mentorAssignment.create({
    data: { id: newId(), groupId, personId: who.person.id, from: at, recordedAt: at },
  })
}

/** The activity as its trainee has it now; throws where it is not open to them. */
export async function opened<K extends HandedIn>(
  one: HandIns,
  who: Trainee,
  kind: K,
): Promise<TraineeActivity<K>> {
  const activity = await activityForTrainee(who, who.enrolmentId, one.activities[kind], kind)
  if (!activity) throw new Error(`${kind} is not open to ${who.person.name}`)
  return activity
}

export async function outcomeIn(one: HandIns, who: Trainee, kind: HandedIn) {
  const row = await db.outcome.findUnique({
    where: { enrolmentId_activityId: { enrolmentId: who.enrolmentId, activityId: one.activities[kind] } },
  })
  return row && { ...row, score: row.score === null ? null : Number(row.score) }
}

/** Credit hours, entry by entry, in the order in which they came. */
export async function hoursOf(who: Trainee) {
  const rows = await db.ledgerEntry.findMany({
    where: { enrolmentId: who.enrolmentId },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => Number(row.hours))
}

export const analysis =
  '我先连续三天在娃娃家旁边观察，发现孩子们反复做同样的事，缺的是新的情节，而不是新的玩具。'

export function photo(name: string) {
  return {
    name,
    bytes: new Uint8Array(readFileSync(join(process.cwd(), 'prisma/seed/content/photos', name))),
  }
}

/** A photo that says where and with what it was taken, held upright by its orientation. */
export async function photoWithPlace(width = 3000, height = 1500) {
  const bytes = await sharp({ create: { width, height, channels: 3, background: '#7a9' } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'HUAWEI', Model: 'P40', Artist: '李娜' },
      IFD3: { GPSLatitude: '36/1 17/1 0/1', GPSLatitudeRef: 'N', GPSLongitude: '115/1 9/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()
  return { name: 'IMG_0001.JPG', bytes: new Uint8Array(bytes) }
}

export const pdf = (name = '方案.pdf') => ({ name, bytes: new TextEncoder().encode('%PDF-1.7\n方案\n%%EOF') })
