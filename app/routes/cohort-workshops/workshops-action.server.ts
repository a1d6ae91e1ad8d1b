import type { z } from 'zod'
import type { Actor } from '~/domain/actor'
import type { ManagedCohort } from '~/domain/cohorts/cohort.access.server'
import { groupWords } from '~/domain/cohorts/group-words'
import { createVenue } from '~/domain/workshops/venues.server'
import { hasOtherWeek, workshopsOf } from '~/domain/workshops/workshops.queries.server'
import type { WorkshopsForm } from '~/domain/workshops/workshops.schema'
import { setWorkshop } from '~/domain/workshops/workshops.server'
import { type Locale, wordsFor } from '~/i18n'
import { formatDate } from '~/i18n/format'
import { words } from './words'

type Values = z.output<typeof WorkshopsForm>

/** Does what a form of the page asks for: the sentence for what was done, or for why not. */
export async function actOnWorkshops(actor: Actor, cohort: ManagedCohort, values: Values, locale: Locale) {
  const t = wordsFor(locale, words)
  if (values.intent === 'venue') {
    const { name, address, capacity } = values
    const made = await createVenue(actor, cohort, { name, address, capacity })
    if (made.refused === undefined) return { done: t.added }
    return { refused: t.refused[made.refused], field: made.refused === 'capacity' ? 'capacity' : 'name' }
  }
  const turns = values.turns.map((turn, place) => ({
    ...turn,
    groupIds: values.groups.filter((group) => group.turn === place + 1).map((group) => group.groupId),
  }))
  const set = await setWorkshop(actor, cohort, values.activityId, { turns })
  if (set.refused === undefined) {
    const workshop = (await workshopsOf(actor, cohort)).find((one) => one.activityId === values.activityId)
    return workshop && hasOtherWeek(workshop)
      ? { done: t.savedOtherWeek, tone: 'amber' as const }
      : { done: t.saved }
  }
  const day = (text: string) => formatDate(text, 'UTC', locale)
  switch (set.refused) {
    case 'absent':
    case 'no-turns':
      return { refused: t.refused[set.refused] }
    case 'groups-left':
      return { refused: t.refused['groups-left'](set.groupIds.length) }
    case 'outside-cohort':
      return {
        refused: t.refused['outside-cohort'](set.turn, day(set.startsOn), day(set.endsOn)),
        field: ofTurn(set.turn, 'day'),
      }
    case 'held':
      return { refused: t.refused.held(set.turn), field: ofTurn(set.turn, 'day') }
    default:
      return { refused: groupWords[locale].turnsRefusal(set), field: ofTurn(set.turn, 'venueId') }
  }
}

/** The field of a turn, which is counted from 1. */
function ofTurn(turn: number, field: 'day' | 'venueId') {
  return `turns[${turn - 1}].${field}`
}
