import { expect, test } from 'vitest'
import { db } from '~/db.server'
import type { CohortSettings } from '~/domain/cohorts/cohort'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { changeCohort } from '~/domain/cohorts/cohort-change.server'
import { settingsOf } from '~/domain/cohorts/cohorts.queries.server'
import { setWorkshop } from '~/domain/workshops/workshops.server'
import { daming } from '../support/daming'
import { damingGroups, venue } from './groups-world'

/** A manager's cohort that starts on 7 September 2026 and takes seventeen weeks, looked at on another day. */
async function on(day: string) {
  const { manager, cohort } = await daming()
  const actor = { ...manager, at: new Date(`${day}T04:00:00Z`) }
  const change = (more: Partial<CohortSettings>, agreed?: string) =>
    changeCohort(actor, cohort, { ...settingsOf(cohort), ...more }, agreed)
  const kept = async () => settingsOf((await cohortToManage(manager, cohort.id))!)
  const entries = () => db.auditEntry.findMany({ where: { cohortId: cohort.id, action: 'cohort.change' } })
  return { change, kept, entries, before: settingsOf(cohort) }
}

test('what is corrected is kept, with what it was in the trail; said again it changes nothing', async () => {
  const { change, kept, entries, before } = await on('2026-10-12')
  const wished = {
    title: '2026 年秋季期',
    groupSizeMax: 20,
    contactName: '李主任',
    contactHours: '每天 9:00—21:00',
    acceptsWithoutNumber: true,
  }
  expect(await change(wished)).toEqual({ refused: null })
  expect(await kept()).toEqual({ ...before, ...wished })
  expect(await change(wished)).toEqual({ refused: null })
  const [entry, ...more] = await entries()
  expect(more).toEqual([])
  expect(entry!.details).toEqual({
    title: wished.title,
    before: {
      title: before.title,
      groupSizeMax: 18,
      contactName: before.contactName,
      contactHours: before.contactHours,
      acceptsWithoutNumber: false,
    },
    after: wished,
  })
})

test('a cohort that has begun keeps its first day, and one that has not takes another that is not past', async () => {
  const begun = await on('2026-09-07')
  expect(await begun.change({ startsOn: '2026-09-14' })).toEqual({ refused: 'begun' })
  const ahead = await on('2026-09-01')
  expect(await ahead.change({ startsOn: '2026-08-31' })).toEqual({ refused: 'start-past' })
  expect(await ahead.change({ startsOn: '2027-01-04' })).toEqual({ refused: 'dates' })
  expect([await begun.entries(), await ahead.entries()]).toEqual([[], []])
  const later = { startsOn: '2026-09-14', endsOn: '2027-01-10' }
  expect(await ahead.change(later)).toEqual({ refused: null })
  expect(await ahead.kept()).toMatchObject(later)
})

test('the end cannot be put before today, and what is over may still be corrected', async () => {
  const { change, kept } = await on('2026-11-02')
  expect(await change({ endsOn: '2026-11-01' })).toEqual({ refused: 'end-past' })
  expect(await change({ endsOn: '2027-01-31' })).toEqual({ refused: null })
  expect(await kept()).toMatchObject({ endsOn: '2027-01-31' })
  const over = await on('2027-02-01')
  expect(await over.change({ contactTelephone: '0310-6562000' })).toEqual({ refused: null })
})

test('shorter dates are asked about once more, by the conditions that the cohort has', async () => {
  const { change, kept } = await on('2026-11-02')
  const asked = await change({ endsOn: '2026-11-02' })
  if (asked.refused !== 'short') throw new Error(`${asked.refused}`)
  expect(asked.shortfall).toMatchObject({ weeks: 17, given: 9, lastDay: '2027-01-03' })
  expect(await change({ endsOn: '2026-11-03' }, asked.shown)).toMatchObject({ refused: 'short' })
  expect(await change({ endsOn: '2026-11-02' }, asked.shown)).toEqual({ refused: null })
  expect(await kept()).toMatchObject({ endsOn: '2026-11-02' })
})

test('a cohort that is shorter than its programme is corrected otherwise without a question', async () => {
  const { change } = await on('2026-11-02')
  const asked = await change({ endsOn: '2026-11-02' })
  if (asked.refused !== 'short') throw new Error(`${asked.refused}`)
  await change({ endsOn: '2026-11-02' }, asked.shown)
  expect(await change({ endsOn: '2026-11-02', title: '短期班' })).toEqual({ refused: null })
})

test('dates that would leave a workshop out are refused with its day', async () => {
  const world = await damingGroups([['大名镇', 30]])
  const { manager, cohort, groups, activities } = world
  const venueId = await venue(world, '大教室', 200)
  const groupIds = groups.map(({ id }) => id)
  await setWorkshop(manager, cohort, activities.workshops[3]!.activityId, {
    turns: [{ venueId, day: '2026-12-29', groupIds }],
  })
  const wished = { ...settingsOf(cohort), endsOn: '2026-12-28' }
  expect(await changeCohort(manager, cohort, wished)).toEqual({
    refused: 'workshop-outside',
    day: '2026-12-29',
  })
})
