import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { openCohort, setQuotas } from '~/domain/cohorts/cohort.server'
import { importToManage } from '~/domain/enrolment/import.access.server'
import { agreeToImport, uploadRoster } from '~/domain/enrolment/import.server'
import { checkImport } from '~/domain/enrolment/import-check.server'
import { createProgramme, publishVersion } from '~/domain/programmes/programme.server'
import { daming } from '../support/daming'

const roster = () => readFile('tests/fixtures/daming-roster.xlsx')
const mistaken = () => readFile('tests/fixtures/daming-roster-with-mistakes.xlsx')

async function uploaded(bytes: Buffer, name = 'roster.xlsx') {
  const place = await daming()
  const upload = await uploadRoster(place.manager, place.cohort, { bytes, name })
  if ('refused' in upload) throw new Error(upload.refused)
  const found = await importToManage(place.manager, place.cohort.id, upload.importId)
  return { ...place, roster: found! }
}

test('a manager enrols all 322 of the roster into their kindergartens, with accounts', async () => {
  const { manager, cohort, roster: file } = await uploaded(await roster())
  const check = await checkImport(manager, file)
  expect(check).toMatchObject({ refused: null, counts: { ready: 322, error: 0 } })
  expect(await db.enrolment.count({ where: { cohortId: cohort.id } })).toBe(0)

  expect(await agreeToImport(manager, file)).toMatchObject({ summary: { enrolled: 322, errors: 0 } })
  expect(await db.enrolment.count({ where: { cohortId: cohort.id } })).toBe(322)
  const units = await db.enrolment.findMany({ where: { cohortId: cohort.id }, select: { sentBy: true } })
  expect(units.every(({ sentBy }) => sentBy.kind === 'unit')).toBe(true)
  expect(
    await db.account.count({ where: { person: { enrolments: { some: { cohortId: cohort.id } } } } }),
  ).toBe(322)
})

test('two managers who agree at once enrol each person once, and both see the same', async () => {
  const { manager, cohort, roster: file } = await uploaded(await roster())
  const [one, other] = await Promise.all([agreeToImport(manager, file), agreeToImport(manager, file)])
  expect(one).toEqual(other)
  expect(await db.enrolment.count({ where: { cohortId: cohort.id } })).toBe(322)
})

test('a second roster skips who is enrolled, and whoever bears another name waits and shows nothing', async () => {
  const { manager, cohort, roster: first } = await uploaded(await roster())
  await agreeToImport(manager, first)
  const again = await uploadRoster(manager, cohort, { bytes: await mistaken(), name: 'again.xlsx' })
  if ('refused' in again) throw new Error(again.refused)
  const second = (await importToManage(manager, cohort.id, again.importId))!
  expect(await agreeToImport(manager, second)).toMatchObject({ summary: { enrolled: 0, waiting: 4 } })
  expect(await db.waitingRow.count({ where: { importId: second.id, reason: 'other-name' } })).toBe(4)
})

test('who is over the quota waits for a seat', async () => {
  const { manager, cohort, townships, roster: file } = await uploaded(await roster())
  await setQuotas(
    manager,
    cohort,
    townships.map(({ id }) => ({ organisationId: id, seats: 5 })),
  )
  const agreed = await agreeToImport(manager, file)
  expect(agreed).toMatchObject({ summary: { enrolled: 100, waiting: 222 } })
})

test('a quota is refused outside the county, and below what is taken, and then none of them is written', async () => {
  const { manager, cohort, townships, organisations, roster: file } = await uploaded(await roster())
  const first = townships[0]!.id
  const outside = [
    { organisationId: first, seats: 40 },
    { organisationId: organisations.university, seats: 3 },
  ]
  expect(await setQuotas(manager, cohort, outside)).toMatchObject({ refused: 'outside' })
  expect(await db.quota.count({ where: { cohortId: cohort.id } })).toBe(0)
  await setQuotas(
    manager,
    cohort,
    townships.map(({ id }) => ({ organisationId: id, seats: 60 })),
  )
  await agreeToImport(manager, file)
  expect(await setQuotas(manager, cohort, [{ organisationId: first, seats: 1 }])).toMatchObject({
    refused: 'below-enrolled',
  })
})

test('a file that is no roster is refused with its word, and nothing is kept', async () => {
  const { manager, cohort } = await daming()
  const files = [Buffer.from('%PDF-1.7 not a sheet'), Buffer.alloc(0), Buffer.from('just words')]
  for (const bytes of files) {
    expect(await uploadRoster(manager, cohort, { bytes, name: 'x.xlsx' })).toHaveProperty('refused')
  }
  expect(await db.rosterImport.count({ where: { cohortId: cohort.id } })).toBe(0)
})

test('a cohort opens only of a published version, with an end after its start', async () => {
  const place = await daming()
  const { draft, manager, organisations } = place
  expect(await openCohort(manager, { ...draft, endsOn: '2020-01-01' })).toEqual({ refused: 'dates' })
  const made = await createProgramme(manager, organisations.university, place.programmeDraft)
  if (made.refused) throw new Error(made.refused)
  const unpublished = { ...draft, programmeVersionId: made.versionId }
  expect(await openCohort(manager, unpublished)).toEqual({ refused: 'not-published' })
  await publishVersion(manager, { id: made.versionId, programmeId: made.programmeId })
  expect(await openCohort(manager, unpublished)).toMatchObject({ refused: null })
})

test('a programme whose modules wait for each other, or that is empty, is refused', async () => {
  const { manager, organisations, programmeDraft } = await daming()
  const [first, ...rest] = programmeDraft.modules
  const circle = { ...programmeDraft, modules: [{ ...first!, requires: 1 }, ...rest] }
  expect(await createProgramme(manager, organisations.university, circle)).toEqual({ refused: 'circle' })
  const empty = { ...programmeDraft, modules: [] }
  expect(await createProgramme(manager, organisations.university, empty)).toEqual({ refused: 'empty' })
})
