import type { Actor } from '~/domain/actor'
import type { ManagedCohort } from '~/domain/cohorts/cohort.access.server'
import { moveMember } from '~/domain/cohorts/group-moves.server'
import { chooseMentor, moveInPlan, proposeGroupsFor } from '~/domain/cohorts/group-plans.server'
import { groupWords } from '~/domain/cohorts/group-words'
import { groupToManage, type ManagedGroup } from '~/domain/cohorts/groups.access.server'
import type { GroupsValues } from '~/domain/cohorts/groups.schema'
import { confirmGroups } from '~/domain/cohorts/groups.server'
import { addMentorByName, assignMentor, endMentor } from '~/domain/cohorts/mentors.server'
import { type Locale, wordsFor } from '~/i18n'
import { words } from './words'

const isKey = (group: string) => /^g\d+$/.test(group)

/** Does what a form of the page asks for: the sentence for what was done, or for why not. */
export async function actOnGroups(actor: Actor, cohort: ManagedCohort, values: GroupsValues, locale: Locale) {
  const t = wordsFor(locale, words)
  switch (values.intent) {
    case 'propose': {
      const proposed = await proposeGroupsFor(actor, cohort)
      if (proposed.refused === undefined) return { done: t.done.propose }
      if (proposed.refused === 'confirmed') return { refused: t.refused.confirmed }
      return { refused: groupWords[locale].groupRefusal(proposed) }
    }
    case 'confirm': {
      const { unmentored } = values
      const confirmed = await confirmGroups(actor, cohort, { unmentored })
      if (confirmed.refused === undefined) return { done: t.done.confirm(confirmed.groups) }
      if (confirmed.refused === 'drifted') {
        return { refused: t.refused.drifted(confirmed.missing, confirmed.gone) }
      }
      if (confirmed.refused === 'unmentored') return { asks: t.refused.unmentored(confirmed.groups) }
      if (confirmed.refused === 'no-plan') return { refused: t.refused['no-plan'] }
      const between = locale === 'en' ? ', ' : '、'
      const names = confirmed.faults.map(({ name, people }) => `${name} ${t.count(people)}`).join(between)
      return { refused: t.refused.sizes(names, confirmed.min, confirmed.max) }
    }
    default: {
      const answer = await actOnOne(actor, cohort, values)
      if (answer.refused !== undefined)
        return { refused: t.refused[answer.refused], field: fieldOf(answer.refused) }
      return { done: t.done[values.intent], undo: undoOf(values) }
    }
  }
}

/** The field that a refusal is about; null where it is about the whole form. */
function fieldOf(refused: keyof typeof words.en.refused) {
  if (refused === 'telephone-taken') return 'telephone'
  return refused === 'telephone' || refused === 'name' ? refused : null
}

/** The form that takes it back; null where nothing does. */
function undoOf(values: OnOne): Record<string, string> | null {
  if (values.intent === 'move') {
    const { enrolmentId, from: to } = values
    return to === '' ? null : { intent: 'move', enrolmentId, to, from: values.to }
  }
  if (values.intent === 'add-mentor') return null
  const { group, personId } = values
  return { intent: values.intent === 'mentor' ? 'end-mentor' : 'mentor', group, personId }
}

type OnOne = Exclude<GroupsValues, { intent: 'propose' | 'confirm' }>

async function actOnOne(actor: Actor, cohort: ManagedCohort, values: OnOne) {
  if (values.intent === 'move') return move(actor, cohort, values)
  const place = isKey(values.group) ? null : await groupIn(actor, cohort, values.group)
  if (place === null && !isKey(values.group)) return { refused: 'absent' as const }
  if (values.intent === 'add-mentor') {
    const { name, telephone, group } = values
    return addMentorByName(actor, cohort, {
      name,
      telephone,
      place: place ? { group: place } : { key: group },
    })
  }
  const { personId, group } = values
  if (!place) return chooseMentor(actor, cohort, { key: group, personId, chosen: values.intent === 'mentor' })
  return values.intent === 'mentor' ? assignMentor(actor, place, personId) : endMentor(actor, place, personId)
}

async function move(actor: Actor, cohort: ManagedCohort, values: Extract<OnOne, { intent: 'move' }>) {
  const { enrolmentId, to, reads } = values
  if (isKey(to)) return moveInPlan(actor, cohort, enrolmentId, to)
  const group = await groupIn(actor, cohort, to)
  return group ? moveMember(actor, { id: enrolmentId }, group, { reads }) : { refused: 'absent' as const }
}

async function groupIn(actor: Actor, cohort: ManagedCohort, id: string): Promise<ManagedGroup | null> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return null
  const group = await groupToManage(actor, id)
  return group?.cohortId === cohort.id ? group : null
}
