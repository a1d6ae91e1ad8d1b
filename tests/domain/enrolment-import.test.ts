import { readFile, rename } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { openCohort, setQuotas } from '~/domain/cohorts/cohort.server'
import { importToManage } from '~/domain/enrolment/import.access.server'
import { markedSheets, shownRows, shownTwice } from '~/domain/enrolment/import.queries.server'
import { agreeToImport, uploadRoster } from '~/domain/enrolment/import.server'
import { checkImport } from '~/domain/enrolment/import-check.server'
import { pathOfFile } from '~/domain/files/stored-file.server'
import { createProgramme, publishVersion } from '~/domain/programmes/programme.server'
import { daming } from '../support/daming'
import { later, newIdentityNumber, organisation, someoneAs } from '../support/world'

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

test('streets that the tree does not know are made with the units in them', async () => {
  const { manager, draft } = await daming()
  const district = await db.organisation.findUniqueOrThrow({ where: { code: '110118' } })
  const opened = await openCohort(manager, { ...draft, heldForId: district.id })
  if (opened.refused) throw new Error(opened.refused)
  const cohort = (await cohortToManage(manager, opened.cohortId))!
  const lines = [
    ['姓名', '身份证号', '乡镇', '单位'],
    ['李晓燕', newIdentityNumber(), '鼓楼街道', '红苗幼儿园'],
    ['王秀兰', newIdentityNumber(), '鼓楼街道', '阳光幼儿园'],
    ['张建国', newIdentityNumber(), '果园街道', ''],
  ]
  const bytes = Buffer.from(lines.map((line) => line.join(',')).join('\n'))
  const upload = await uploadRoster(manager, cohort, { bytes, name: 'streets.csv' })
  if ('refused' in upload) throw new Error(upload.refused)
  const file = (await importToManage(manager, cohort.id, upload.importId))!
  expect(await agreeToImport(manager, file)).toMatchObject({ summary: { enrolled: 3, madeUnits: 4 } })
  const made = await db.organisation.findMany({
    where: { ancestors: { some: { ancestorId: district.id, depth: { gt: 0 } } } },
    orderBy: { code: 'asc' },
  })
  expect(made.map(({ code, name, kind }) => `${code} ${kind} ${name}`)).toEqual([
    '110118001 township 鼓楼街道',
    '110118001001 unit 红苗幼儿园',
    '110118001002 unit 阳光幼儿园',
    '110118002 township 果园街道',
  ])
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

test('dates that are too short for the programme open a cohort only when just these are agreed to', async () => {
  const { draft, manager } = await daming()
  const week = { ...draft, endsOn: '2026-09-13' }
  const asked = await openCohort(manager, week)
  if (asked.refused !== 'short') throw new Error(`${asked.refused}`)
  expect(asked.shortfall).toMatchObject({ weeks: 17, given: 1, lastDay: '2027-01-03' })
  expect([asked.shortfall.never.length, asked.shortfall.early.length]).toEqual([3, 1])
  expect(await openCohort(manager, { ...week, endsOn: '2026-09-12' }, asked.shown)).toMatchObject({
    refused: 'short',
  })
  expect(await openCohort(manager, week, asked.shown)).toMatchObject({ refused: null })
})

test('a programme whose modules wait for each other, or that is empty, is refused', async () => {
  const { manager, organisations, programmeDraft } = await daming()
  const [first, ...rest] = programmeDraft.modules
  const circle = { ...programmeDraft, modules: [{ ...first!, requires: 1 }, ...rest] }
  expect(await createProgramme(manager, organisations.university, circle)).toEqual({ refused: 'circle' })
  const empty = { ...programmeDraft, modules: [] }
  expect(await createProgramme(manager, organisations.university, empty)).toEqual({ refused: 'empty' })
})

test('a file without a header is no roster, and one that the disk has lost is neither checked nor agreed to', async () => {
  const { manager, cohort, roster: file } = await uploaded(await mistaken())
  const bytes = Buffer.from('今天天气不错\n明天也是\n')
  expect(await uploadRoster(manager, cohort, { bytes, name: '天气.csv' })).toEqual({ refused: 'no-header' })
  const stored = await db.storedFile.findUniqueOrThrow({ where: { id: file.fileId } })
  await rename(pathOfFile(stored), `${pathOfFile(stored)}.away`)
  const [check, agreed] = [await checkImport(manager, file), await agreeToImport(manager, file)]
  await rename(`${pathOfFile(stored)}.away`, pathOfFile(stored))
  expect([check, agreed]).toEqual([{ refused: 'lost' }, { refused: 'lost' }])
})

/** The roster of one cohort uploaded to a second of the same programme, or of another one. */
async function secondCohort(first: Awaited<ReturnType<typeof uploaded>>, programmeVersionId?: string) {
  const { manager, draft } = first
  const version = programmeVersionId ?? draft.programmeVersionId
  const opened = await openCohort(manager, { ...draft, programmeVersionId: version, title: '第二期' })
  if (opened.refused) throw new Error(opened.refused)
  const cohort = (await cohortToManage(manager, opened.cohortId))!
  const upload = await uploadRoster(manager, cohort, { bytes: await roster(), name: '又一份.xlsx' })
  if ('refused' in upload) throw new Error(upload.refused)
  return { cohort, roster: (await importToManage(manager, cohort.id, upload.importId))! }
}

async function checkedAs(actor: Parameters<typeof checkImport>[0], file: Parameters<typeof checkImport>[1]) {
  const check = await checkImport(actor, file)
  if (check.refused !== null) throw new Error(check.refused)
  return check
}

test('people of a running cohort of the same programme are named before they are enrolled into a second, and the manager says what becomes of them', async () => {
  const first = await uploaded(await roster())
  const { manager } = first
  await agreeToImport(manager, first.roster)
  const { cohort, roster: second } = await secondCohort(first)
  const twice = shownTwice(await checkedAs(manager, second))!
  expect(twice).toMatchObject({ people: 322, cohorts: [{ title: '第一期', people: 322 }] })

  const enrolled = () => db.enrolment.count({ where: { cohortId: cohort.id } })
  expect(await agreeToImport(manager, second)).toEqual({ refused: 'twice' })
  expect(await agreeToImport(manager, second, { becomes: 'enrolled', shown: 'something else' })).toEqual({
    refused: 'twice',
  })
  expect(await enrolled()).toBe(0)

  const summary = { enrolled: 322, twice: 322, leftOut: 0 }
  expect(await agreeToImport(manager, second, { becomes: 'enrolled', shown: twice.shown })).toMatchObject({
    summary,
  })
  expect(await enrolled()).toBe(322)
  const entry = await db.auditEntry.findFirstOrThrow({
    where: { action: 'roster.agreed', cohortId: cohort.id },
  })
  expect(entry.details).toMatchObject(summary)
})

test('who learns the same elsewhere can be left out', async () => {
  const first = await uploaded(await roster())
  await agreeToImport(first.manager, first.roster)
  const { cohort, roster: second } = await secondCohort(first)
  const { shown } = shownTwice(await checkedAs(first.manager, second))!
  expect(await agreeToImport(first.manager, second, { becomes: 'left-out', shown })).toMatchObject({
    summary: { enrolled: 0, twice: 0, leftOut: 322 },
  })
  expect(await db.enrolment.count({ where: { cohortId: cohort.id } })).toBe(0)
})

test('another programme is only warned about; a cohort that has ended, or is somebody else’s, is not spoken of', async () => {
  const first = await uploaded(await roster())
  const { manager, system, organisations, programmeDraft } = first
  await agreeToImport(manager, first.roster)
  const made = await createProgramme(manager, organisations.university, programmeDraft)
  if (made.refused) throw new Error(made.refused)
  await publishVersion(manager, { id: made.versionId, programmeId: made.programmeId })
  const { cohort, roster: second } = await secondCohort(first, made.versionId)
  const check = await checkedAs(manager, second)
  expect(check.counts).toMatchObject({ ready: 322, warned: 322, twice: 0 })
  expect(shownRows(check, 'zh-CN', { filter: 'elsewhere', page: 1 })).toMatchObject({ total: 322 })
  expect(JSON.stringify(markedSheets(check, 'zh-CN'))).not.toContain('第一期')

  const afterwards = await checkedAs(later(manager, new Date('2027-02-01T01:00:00.000Z')), second)
  expect(afterwards.counts).toMatchObject({ ready: 322, warned: 0 })
  // Who manages only the second cohort is told nothing of the first.
  const elsewhere = await organisation(system, '别的学院', 'unit')
  const stranger = await someoneAs(system, '钱进', 'manager', elsewhere.id)
  await db.cohort.update({ where: { id: cohort.id }, data: { runById: elsewhere.id } })
  const theirs = (await importToManage(stranger, cohort.id, second.id))!
  expect((await checkedAs(stranger, theirs)).counts).toMatchObject({ ready: 322, warned: 0 })
})

test('the township is not written twice before a unit that bears its name', async () => {
  const { manager, roster: file } = await uploaded(await roster())
  const { rows } = shownRows(await checkedAs(manager, file), 'zh-CN', { filter: 'all', page: 1 })
  expect(rows[0]!.cells.at(-1)!.text).toBe('营镇回族乡金苹果幼儿园')
})
