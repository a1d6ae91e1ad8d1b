// Eight weeks of the Daming cohort: each person by their profile, module by module. Within a module people learn alone,
// note their practice and talk; then the workshops of its weeks are held, and mentors judge what was handed in.
import type { Kind } from '~/activities/kind'
import { db } from '~/db.server'
import type { ManagedCohort } from '~/domain/cohorts/cohort.access.server'
import { enrolmentToManage } from '~/domain/enrolment/enrolment.access.server'
import { withdraw } from '~/domain/enrolment/withdrawal.server'
import { releaseDue } from '~/domain/learning/releases.server'
import {
  gradeCases,
  handInCase,
  notePractice,
  readTexts,
  readWithdrawals,
  signPractice,
  type Texts,
} from './daming-hand-ins'
import { read, takeQuiz, watch } from './daming-learning'
import { holding, readTalk, some, type Talk, talk, topicsOfGroup } from './daming-talk'
import { holdWorkshops } from './daming-workshops'
import { between, chance } from './dice'
import { type Guided, groupsOf, type Learner, learnersOf } from './learners'
import { diligence } from './profiles'
import type { Progress } from './seed'
import { agree, type Staff } from './staff'
import { acting, must, on, type Stage, theSystem } from './stage'

export type Weeks = { stage: Stage; cohort: ManagedCohort; staff: Staff }
type Item = { id: string; kind: Kind; title: string; module: number; place: number }
type Laying = Weeks & { items: Item[]; learners: Learner[]; groups: Guided[]; texts: Texts; said: Talk }

// The discussion of each module, as its file calls it.
const topicOf = ['daily-schedule', 'village-materials', 'three-questions'] as const

/** Lays the work of modules one and two, and the beginning of module three. */
export async function studyDaming(weeks: Weeks, progress: Progress) {
  const learners = await learnersOf(weeks.cohort.id)
  const laying: Laying = {
    ...weeks,
    learners,
    items: await itemsOf(weeks.cohort.id),
    groups: await groupsOf(weeks.cohort.id, learners),
    texts: await readTexts(),
    said: await readTalk(),
  }
  await arriveAll(laying)
  const began = weeks.stage.at(0, 3, '18:00')
  for (const { mentor } of laying.groups) await agree(mentor, began)
  for (const module of [0, 1, 2]) await layModule(laying, module, progress)
}

async function layModule(laying: Laying, module: number, progress: Progress) {
  const { stage, items } = laying
  const stays = (one: Learner) => module === 0 || one.profile !== 'withdrawn'
  const learners = laying.learners.filter(stays)
  const groups = laying.groups.map((group) => ({ ...group, members: group.members.filter(stays) }))
  const opens = stage.at(1 + module * 4, 1, '00:00')
  await on(opens, () => releaseDue(theSystem(opens)))
  const own = items.filter((item) => item.module === module)
  for (const [place, learner] of learners.entries()) {
    await studyModule(laying, learner, own, module)
    if (place % 40 === 0) progress(`module ${module + 1}`, place, learners.length)
  }
  for (const group of groups) await talkOver(laying, group, own, module)
  const ends = stage.at(Math.min(9, 5 + module * 4), 1, '00:00')
  if (module === 1) await withdrawSome(laying)
  await holdWorkshops(laying.cohort.id, groups, laying.staff.manager, ends, opens)
  for (const group of groups) await judge(laying, group, own, module)
}

async function itemsOf(cohortId: string): Promise<Item[]> {
  const versions = await db.activityVersion.findMany({
    where: { moduleVersion: { programmeVersion: { cohorts: { some: { cohortId } } } } },
    select: {
      activityId: true,
      title: true,
      position: true,
      activity: { select: { kind: true } },
      moduleVersion: { select: { position: true } },
    },
    orderBy: [{ moduleVersion: { position: 'asc' } }, { position: 'asc' }],
  })
  return versions.map((one) => ({
    id: one.activityId,
    kind: one.activity.kind as Kind,
    title: one.title,
    module: one.moduleVersion.position - 1,
    place: one.position,
  }))
}

/** Most sign in for the first time in the days before the first Monday; a few have not yet. */
async function arriveAll({ stage, learners }: Laying) {
  for (const [place, { person }] of learners.entries()) {
    if (place % 80 === 13) continue
    const at = stage.at(0, 4 + (place % 3), '19:30')
    await agree(person, at)
  }
}

async function studyModule({ stage, texts }: Laying, learner: Learner, items: Item[], module: number) {
  const share = diligence[learner.profile][module as 0 | 1 | 2]
  const pace = learner.profile === 'ahead' ? 1 : 3
  const { person, enrolmentId } = learner
  for (const item of items) {
    if (!chance(share)) continue
    const week = 1 + module * 4 + Math.min(3, Math.floor((item.place * pace) / items.length))
    const at = stage.at(week, between(1, 5), `${between(19, 21)}:${between(10, 55)}`)
    if (at >= stage.at(9, 1, '00:00')) return
    if (item.kind === 'video') await watch(person, enrolmentId, item.id, at, between(92, 100) / 100)
    if (item.kind === 'reading') await read(person, enrolmentId, item.id, at)
    if (item.kind === 'quiz') await takeQuiz(person, enrolmentId, item.id, at, between(70, 98))
    if (item.kind === 'case-study') await handInCase(person, enrolmentId, item.id, at, texts)
    if (item.kind === 'practice') {
      await notePractice(person, enrolmentId, item.id, at, { texts, items: chance(95) ? 3 : 2 })
    }
  }
}

async function talkOver({ stage, said }: Laying, group: Guided, items: Item[], module: number) {
  const discussion = items.find((item) => item.kind === 'discussion')
  const topics = await topicsOfGroup(group.id)
  const talking = { stage, groupId: group.id, mentor: group.mentor, members: group.members }
  const week = 1 + module * 4
  if (module < 2) {
    const topicId = topics.get(discussion!.title)!
    await talk(talking, topicId, {
      week,
      weeks: 3,
      threads: holding(said.get(topicOf[module]!)!, 2 * group.members.length),
    })
    const stream = said.get('stream')!
    const half = Math.ceil(stream.length / 2)
    const part = stream.slice(module * half, (module + 1) * half)
    await talk(talking, topics.get('stream')!, { week, weeks: 4, threads: some(part, 8) })
  }
}

/** A mentor's Sunday evening, at the end of the module; of the second module some still waits. */
async function judge({ stage, texts }: Laying, group: Guided, items: Item[], module: number) {
  if (module > 1) return
  const at = stage.at(4 + module * 4, 7, '20:30')
  const judging = { mentor: group.mentor, groupId: group.id, at, texts }
  const leave = module === 1 ? between(1, 5) : 0
  for (const item of items) {
    if (item.kind === 'practice') await signPractice(judging, item.id, leave)
    if (item.kind === 'case-study') await gradeCases(judging, item.id, leave)
  }
}

/** In the sixth week some have left, each with a reason. */
async function withdrawSome({ stage, staff, learners }: Laying) {
  const at = stage.at(6, 3, '10:00')
  const manager = acting(staff.manager, at)
  const reasons = await readWithdrawals()
  const leaving = learners.filter(({ profile }) => profile === 'withdrawn')
  for (const [place, { enrolmentId }] of leaving.entries()) {
    const enrolment = await on(at, () => enrolmentToManage(manager, enrolmentId))
    must(await on(at, () => withdraw(manager, enrolment!, { reason: reasons[place % reasons.length]! })))
  }
}
