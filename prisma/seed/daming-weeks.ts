// Eight weeks of the Daming cohort: each person by their profile, module by module. Within a module people learn alone,
// note their practice and talk; then the workshops of its weeks are held, and mentors judge what was handed in.
import { db } from '~/db.server'
import type { ManagedCohort } from '~/domain/cohorts/cohort.access.server'
import { enrolmentToManage } from '~/domain/enrolment/enrolment.access.server'
import { withdraw } from '~/domain/enrolment/withdrawal.server'
import { releaseDue } from '~/domain/learning/releases.server'
import { holdWorkshops } from './daming-workshops'
import { between, chance, oneOf } from './dice'
import { gradeCases, handInCase, notePractice, signPractice } from './hand-ins'
import { type Item, itemsOf } from './items'
import type { Laying } from './laying'
import { type Guided, groupsOf, type Learner } from './learners'
import { read, takeQuiz, watch } from './learning'
import { diligence, profileOf, takesPart } from './profiles'
import type { Progress } from './seed'
import { codesFor, signInFirst, slipsOf } from './sign-ins'
import { acting, inOneGo, must, on, theSystem } from './stage'
import { holding, planTalk, sayAll, some, topicsOfGroup } from './talk'
import { together } from './together'

type Weeks = Laying & { cohort: ManagedCohort; items: Item[]; groups: Guided[] }

// The discussion of each module, as its file calls it.
const topicOf = ['daily-schedule', 'village-materials'] as const

const photos = [
  'corn-husk-basket',
  'garlic-pots',
  'reading-corner',
  'river-stones',
  'sorted-beans',
  'tyre-yard',
  'wall-plan',
  'wheat-straw-house',
].map((name) => `${name}.jpg`)

/** Lays the work of modules one and two, and the beginning of module three; of so many groups, all but in tests. */
export async function studyDaming(
  laying: Laying,
  cohort: ManagedCohort,
  { groups: many, progress }: { groups: number; progress: Progress },
) {
  const groups = (await groupsOf(cohort.id, profileOf)).slice(0, many)
  const weeks: Weeks = { ...laying, cohort, groups, items: await itemsOf(cohort.id) }
  await arriveAll(weeks)
  for (const module of [0, 1, 2]) {
    await layModule(weeks, module)
    progress('weeks', [4, 8, 9][module]!, 9)
  }
}

async function layModule(weeks: Weeks, module: number) {
  const { stage, cohort, staff } = weeks
  const items = weeks.items.filter((item) => item.module === module)
  const groups = weeks.groups.map((group) => ({
    ...group,
    members: group.members.filter((one) => module === 0 || one.profile !== 'withdrawn'),
  }))
  const opens = stage.at(1 + module * 4, 1, '00:00')
  await on(opens, () => releaseDue(theSystem(opens)))
  await together(groups, (group) =>
    stage.apart(`${group.name}, module ${module}`, async () => {
      for (const learner of group.members) {
        await inOneGo(() => studyModule(weeks, learner, items, module))
      }
      await talkOver(weeks, group, items, module)
    }),
  )
  const ends = stage.at(Math.min(9, 5 + module * 4), 1, '00:00')
  if (module === 1) await withdrawSome(weeks)
  await holdWorkshops(cohort.id, groups, staff.manager, ends, opens)
  await together(groups, (group) =>
    stage.apart(`${group.name}, judged ${module}`, () => judge(weeks, group, items, module)),
  )
}

/** Mentors sign in once the groups are confirmed, most others in the days before the first Monday; a few have not yet. */
async function arriveAll({ stage, staff, cohort, groups, passwordHash }: Weeks) {
  const codes = await slipsOf(staff.manager, cohort, stage.at(0, 3, '16:00'))
  const mentors = new Map(groups.map(({ mentor }) => [mentor.id, mentor]))
  const began = stage.at(0, 3, '18:00')
  for (const [personId, code] of await codesFor([...mentors.values()], stage.at(0, 3, '17:00'))) {
    await signInFirst(mentors.get(personId)!, code, began, passwordHash)
  }
  await together(groups, (group) =>
    stage.apart(`${group.name} arrives`, () =>
      inOneGo(async () => {
        for (const { person, accountId, profile } of group.members) {
          if (mentors.has(person.id) || profile === 'away') continue
          const at = stage.at(0, between(4, 7), `19:${between(10, 59)}`)
          await signInFirst(person, codes.get(accountId)!, at, passwordHash)
        }
      }),
    ),
  )
}

async function studyModule({ stage, texts, films }: Weeks, learner: Learner, items: Item[], module: number) {
  const share = diligence[learner.profile][module as 0 | 1 | 2]
  for (const [item, at] of evenings(stage, learner, items, module)) {
    if (!chance(share) || at >= stage.at(9, 1, '00:00')) continue
    if (item.kind === 'video') await watch(learner, item.id, at, { films, share: between(92, 100) / 100 })
    if (item.kind === 'reading') await read(learner, item.id, at)
    if (item.kind === 'quiz') await takeQuiz(learner, item.id, at, between(70, 98))
    if (item.kind === 'case-study') await handInCase(learner, item.id, at, texts)
    if (item.kind === 'practice') {
      const noted = chance(95) ? [1, 2, 3] : [1, 2]
      const shown = module === 1 && chance(6) ? [oneOf(photos)] : []
      await notePractice(learner, item.id, at, { texts, items: noted, photos: shown })
    }
  }
}

/** Each item with the evening on which somebody turns to it, in the order of the outline, so that what opens has opened. */
function evenings({ at }: Laying['stage'], { profile }: Learner, items: Item[], module: number) {
  // Who is ahead is done in a week; the steady are busy to the last, before their mentor's Sunday evening.
  const pace = profile === 'ahead' ? 1 : profile === 'steady' ? 4 : 3
  const days = items
    .map(({ place }) => {
      const turn = Math.min(3, Math.floor((place * pace) / items.length))
      const day = turn === 3 ? between(3, 6) : between(1, 5)
      return at(1 + module * 4 + turn, day, `${between(19, 21)}:${between(10, 55)}`)
    })
    .sort((one, other) => one.getTime() - other.getTime())
  return items.map((item, place) => [item, days[place]!] as const)
}

async function talkOver({ stage, talk }: Weeks, group: Guided, items: Item[], module: number) {
  const topic = topicOf[module as 0 | 1]
  if (!topic) return
  const discussion = items.find((item) => item.kind === 'discussion')!
  const topics = await topicsOfGroup(group.id)
  const open = await openedFor(group, discussion.moduleId)
  const brief = group.members.filter((one) => takesPart(one) && open.has(one.enrolmentId))
  const thorough = brief.filter(({ profile }) => profile === 'ahead' || profile === 'steady')
  if (!thorough.length) return
  const people = (learners: Learner[]) => learners.map(({ person }) => person)
  const speakers = { mentor: group.mentor, thorough: people(thorough), brief: people(brief) }
  const week = 1 + module * 4
  const stream = talk.get('stream')!
  const half = Math.ceil(stream.length / 2)
  await sayAll(group.id, [
    ...planTalk(stage, speakers, {
      topicId: topics.get(discussion.title)!,
      week,
      weeks: 3,
      threads: holding(talk.get(topic)!, 2 * thorough.length),
    }),
    ...planTalk(stage, speakers, {
      topicId: topics.get('stream')!,
      week,
      weeks: 4,
      threads: some(stream.slice(module * half, (module + 1) * half), 8),
    }),
  ])
}

/** Of a group, those for whom a module has opened. */
async function openedFor({ members }: Guided, moduleId: string) {
  const enrolmentId = { in: members.map((one) => one.enrolmentId) }
  const releases = await db.release.findMany({ where: { moduleId, enrolmentId } })
  return new Set(releases.map((one) => one.enrolmentId))
}

/** A mentor's Sunday evening, at the end of the module; of the second module some still waits. */
async function judge({ stage, texts }: Weeks, group: Guided, items: Item[], module: number) {
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
async function withdrawSome({ stage, staff, groups, texts }: Weeks) {
  const at = stage.at(6, 3, '10:00')
  const manager = acting(staff.manager, at)
  const leaving = groups.flatMap(({ members }) => members.filter(({ profile }) => profile === 'withdrawn'))
  for (const [place, { enrolmentId }] of leaving.entries()) {
    const enrolment = await on(at, () => enrolmentToManage(manager, enrolmentId))
    const reason = texts.withdrawals[place % texts.withdrawals.length]!
    must(await on(at, () => withdraw(manager, enrolment!, { reason })))
  }
}
