// What the three shorter cohorts have in common: opened by their manager for the people of a list, grouped, with mentors
// added by name, and everybody signed in.
import type { ManagedCohort } from '~/domain/cohorts/cohort.access.server'
import { proposeGroupsFor } from '~/domain/cohorts/group-plans.server'
import { confirmGroups } from '~/domain/cohorts/groups.server'
import { addMentorByName } from '~/domain/cohorts/mentors.server'
import { releaseDue } from '~/domain/learning/releases.server'
import { between } from './dice'
import { type Enrolling, enrolAll } from './enrolling'
import { type Item, itemsOf } from './items'
import type { Laying } from './laying'
import { type Guided, groupsOf, type Learner } from './learners'
import { type Profile, takesPart } from './profiles'
import { layProgramme, type Sources } from './programmes'
import { codesFor, signInFirst, slipsOf } from './sign-ins'
import { acting, inOneGo, must, on, type Stage, theSystem } from './stage'
import { planTalk, sayAll, topicsOfGroup } from './talk'
import { together } from './together'

export type ShortCohort = Omit<Enrolling, 'programme'> & {
  /** The stage whose first week is the cohort's. */
  stage: Stage
  file: string
  /** Name and telephone, one for each group. */
  mentors: readonly (readonly [string, string])[]
  profileOf: (place: number) => Profile
}

export type Opened = { cohort: ManagedCohort; groups: Guided[]; items: Item[] }

export async function openShort(laying: Laying, sources: Sources, short: ShortCohort): Promise<Opened> {
  const { stage, manager } = short
  const written = stage.at(-2, 1, '09:00')
  const programme = await on(written, () =>
    layProgramme(acting(manager, written), short.runById, short.file, sources),
  )
  const cohort = await enrolAll(stage, { ...short, programme })
  const at = stage.at(0, 2, '10:00')
  await on(at, async () => {
    const actor = acting(manager, at)
    const { draft } = must(await proposeGroupsFor(actor, cohort))
    for (const [place, { key }] of draft.groups.entries()) {
      const [name, telephone] = short.mentors[place]!
      must(await addMentorByName(actor, cohort, { name, telephone, place: { key } }))
    }
    must(await confirmGroups(actor, cohort))
  })
  const groups = await groupsOf(cohort.id, short.profileOf)
  await arriveAll(laying, short, cohort, groups)
  return { cohort, groups, items: await itemsOf(cohort.id) }
}

async function arriveAll(
  { passwordHash }: Laying,
  { stage, manager }: ShortCohort,
  cohort: ManagedCohort,
  groups: Guided[],
) {
  const mentors = groups.map(({ mentor }) => mentor)
  const given = await codesFor(mentors, stage.at(0, 3, '15:00'))
  const codes = await slipsOf(manager, cohort, stage.at(0, 3, '16:00'))
  for (const mentor of mentors) {
    await signInFirst(mentor, given.get(mentor.id)!, stage.at(0, 3, '18:00'), passwordHash)
  }
  await eachOf(groups, stage, 'arrives', async ({ person, accountId }) => {
    const at = stage.at(0, between(4, 7), `19:${between(10, 59)}`)
    await signInFirst(person, codes.get(accountId)!, at, passwordHash)
  })
}

/** Does something with each who learns, some at once, each on randomness of their own. */
export function eachOf(
  groups: Guided[],
  stage: Stage,
  what: string,
  work: (one: Learner) => Promise<unknown>,
) {
  const everybody = groups.flatMap(({ members }) => members)
  return together(everybody, (one) =>
    stage.apart(`${one.enrolmentId} ${what}`, () => inOneGo(() => work(one))),
  )
}

/** What the calendar opens on the Monday of a week. */
export async function openWeek(stage: Stage, week: number) {
  const monday = stage.at(week, 1, '00:00')
  await on(monday, () => releaseDue(theSystem(monday)))
}

/** The talk of each group in its stream, over so many weeks from the first. */
export async function talkOver(
  { talk }: Laying,
  stage: Stage,
  groups: Guided[],
  topic: string,
  weeks: number,
) {
  for (const { id, mentor, members } of groups) {
    const people = members.filter(takesPart).map(({ person }) => person)
    const topicId = (await topicsOfGroup(id)).get('stream')!
    const threads = talk.get(topic)!
    const speakers = { mentor, thorough: people, brief: people }
    await sayAll(id, planTalk(stage, speakers, { topicId, week: 1, weeks, threads }))
  }
}

/** An evening of a week. */
export function evening(stage: Stage, week: number) {
  return stage.at(week, between(1, 5), `${between(19, 21)}:${between(10, 55)}`)
}
