import { readFile } from 'node:fs/promises'
import { expect, test, vi } from 'vitest'
import { db } from '~/db.server'
import { sendersOf } from '~/domain/cohorts/cohorts.queries.server'
import type { PeopleAsked } from '~/domain/cohorts/people'
import { peopleOf } from '~/domain/cohorts/people.queries.server'
import { enrolmentToManage } from '~/domain/enrolment/enrolment.access.server'
import { importToManage } from '~/domain/enrolment/import.access.server'
import { agreeToImport, uploadRoster } from '~/domain/enrolment/import.server'
import { withdraw } from '~/domain/enrolment/withdrawal.server'
import { daming } from '../support/daming'

// The whole roster is read and enrolled, on machines that may be busy with other tests.
vi.setConfig({ testTimeout: 60_000 })

const everybody: PeopleAsked = { q: '', state: '', from: '', sort: '', page: 1 }

test('each figure of a cohort opens a list of just as many, found, sorted and paged', async () => {
  const { manager, cohort } = await daming()
  const upload = await uploadRoster(manager, cohort, {
    bytes: await readFile('tests/fixtures/daming-roster.xlsx'),
    name: 'roster.xlsx',
  })
  if ('refused' in upload) throw new Error(upload.refused)
  await agreeToImport(manager, (await importToManage(manager, cohort.id, upload.importId))!)
  const [one] = await db.enrolment.findMany({ where: { cohortId: cohort.id }, take: 1 })
  await withdraw(manager, (await enrolmentToManage(manager, one!.id))!, { reason: '调离' })

  const senders = await sendersOf(cohort)
  const count = async (asked: Partial<PeopleAsked>) =>
    (await peopleOf(cohort, { ...everybody, ...asked })).total
  expect(await count({})).toBe(322)
  for (const sender of senders.slice(0, 4)) {
    const from = sender.organisationId
    expect(await count({ from })).toBe(sender.enrolled)
    expect(await count({ from, state: 'arrived' })).toBe(sender.arrived)
    expect(await count({ from, state: 'withdrawn' })).toBe(sender.withdrawn)
    expect(await count({ q: sender.name })).toBeGreaterThanOrEqual(sender.enrolled)
  }
  expect(await count({ state: 'withdrawn' })).toBe(1)
  expect(await count({ state: 'registered' })).toBe(321)
  expect(await count({ q: '100%' })).toBe(0)

  const last = await peopleOf(cohort, { ...everybody, page: 900 })
  expect(last).toMatchObject({ page: 7, pages: 7, total: 322 })
  expect(last.people).toHaveLength(22)
  const names = (await peopleOf(cohort, { ...everybody, sort: '-name' })).people.map((row) => row.name)
  expect(names).toEqual([...names].sort(new Intl.Collator('zh-CN').compare).reverse())
})
