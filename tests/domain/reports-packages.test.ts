import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Prisma } from '#generated/client/client'
import { db } from '~/db.server'
import { issueCertificates } from '~/domain/certificates/issue.server'
import { sendersOf } from '~/domain/cohorts/cohorts.queries.server'
import { confirmDecisions } from '~/domain/completion/decisions.server'
import { hashOfFacts } from '~/domain/completion/frozen.server'
import { withdraw } from '~/domain/enrolment/withdrawal.server'
import { downloadReport, packageFacts } from '~/domain/reports/download.server'
import { issueReport } from '~/domain/reports/issue.server'
import { reportToIssue } from '~/domain/reports/issuing.queries.server'
import { cohortsOverseen, countedBy, progressOf } from '~/domain/reports/progress.queries.server'
import { reportFor } from '~/domain/reports/report.access.server'
import { figuresOver, type PersonBody } from '~/domain/reports/report-facts.server'
import { organisationsToReportOn, reportsOf, reportsOverseen } from '~/domain/reports/reports.queries.server'
import { env } from '~/env.server'
import { completionWorld, finish, inWeek, managed, mark, reach, trainee } from '../support/completion-world'
import { later, type Someone } from '../support/world'
import { textOf } from '../templates/reading'

const filesDir = mkdtempSync(join(tmpdir(), 'gongxue-files-'))

beforeAll(() => {
  env().filesDir = filesDir
})
afterAll(() => rmSync(filesDir, { recursive: true, force: true }))

/** Two who completed, one of them with distinction, one who has not, one who withdrew, one from another county. */
async function ended() {
  const world = await completionWorld()
  const { organisations } = world
  const people = {
    chenJing: await trainee(world, '陈静'),
    liNa: await trainee(world, '李娜', organisations.secondTownship.id),
    wangFang: await trainee(world, '王芳'),
    zhaoMin: await trainee(world, '赵敏'),
    stranger: await trainee(world, '外县人', organisations.otherTownship.id),
  }
  await finish(world, people.chenJing, { score: 95 })
  await finish(world, people.liNa, { full: false })
  await reach(world, people.wangFang, 'reading')
  await withdraw(world.manager, await managed(world, people.zhaoMin), { reason: '调离' })
  const manager = later(world.manager, inWeek(8))
  const enrolmentIds = [people.chenJing.id, people.liNa.id]
  await confirmDecisions(manager, world.cohort, { enrolmentIds })
  await issueCertificates(manager, world.cohort, { enrolmentIds, origin: 'https://gongxue.example.cn' })
  return { ...world, manager, people }
}

type Ended = Awaited<ReturnType<typeof ended>>

async function issued(world: Ended, at = inWeek(8, 2)) {
  const made = await issueReport(later(world.manager, at), world.cohort, {
    organisationId: world.organisations.county.id,
  })
  if ('refused' in made) throw new Error(made.refused)
  return made
}

async function read(actor: Someone, id: string, form: 'pdf' | 'xlsx') {
  const report = (await reportFor(actor, id))!
  const file = await downloadReport(later(actor, inWeek(9)), report, form, 'zh-CN')
  if ('refused' in file) throw new Error(file.refused)
  return file
}

function byName<P extends { name: string }>(people: readonly P[]) {
  return [...people].sort((one, other) => (one.name < other.name ? -1 : 1))
}

test('a press issues the report that was shown, or none; who presses second is told who was first', async () => {
  const world = await ended()
  const { cohort, organisations, people } = world
  const manager = later(world.manager, inWeek(8, 2))
  const toIssue = async () => (await reportToIssue(manager, cohort, organisations.county.id))!
  const press = (shown: string) =>
    issueReport(manager, cohort, { organisationId: organisations.county.id, shown })
  const first = await toIssue()
  expect(first).toMatchObject({
    people: 4,
    completed: 2,
    distinguished: 1,
    notYet: 1,
    withdrawn: 1,
    number: '大名教培报〔2026〕1 号',
    version: 1,
    last: null,
    same: false,
  })
  await finish(world, people.wangFang)
  const second = await toIssue()
  expect(await press(first.shown)).toEqual({ refused: 'changed' })
  expect(await press('something else')).toEqual({ refused: 'changed' })
  const both = await Promise.all([press(second.shown), press(second.shown)])
  expect(both.map((one) => 'unchanged' in one && one.unchanged).sort()).toEqual([false, true])
  expect(both).toMatchObject([
    { number: first.number, by: '周敏', version: 1 },
    { number: first.number, by: '周敏', version: 1 },
  ])
  expect(await toIssue()).toMatchObject({ same: true, last: { number: first.number, by: '周敏' } })
  expect(await reportToIssue(manager, cohort, organisations.university.id)).toBeNull()
})

test('a package for Daming holds its own people, each figure a count over them', async () => {
  const world = await ended()
  const made = await issued(world)
  expect(made).toMatchObject({ number: '大名教培报〔2026〕1 号', version: 1, unchanged: false })
  const report = (await reportFor(world.officer, made.packageId))!
  const facts = (await packageFacts(report))!
  expect(byName(facts.people).map((one) => [one.name, one.result])).toEqual([
    ['李娜', 'completed'],
    ['王芳', 'not-yet'],
    ['赵敏', 'withdrawn'],
    ['陈静', 'distinguished'],
  ])
  const people = facts.people as PersonBody[]
  const { withdrawn, notCompleted, lacking, stillPossible, ...overall } = facts.overall
  expect(overall).toEqual(figuresOver(people))
  for (const { name, ...figures } of facts.townships) {
    expect(figures).toEqual(figuresOver(people.filter((one) => one.township === name)))
  }
  for (const { name, township, ...figures } of facts.units) {
    expect(figures).toEqual(
      figuresOver(people.filter((one) => one.unit === name && one.township === township)),
    )
  }
  expect([overall.expected, overall.completed, withdrawn, notCompleted]).toEqual([4, 2, 1, 1])
  expect(lacking).toContainEqual({ reason: 'hours', people: 1 })
  expect(stillPossible).toEqual({ people: 1, until: '2026-11-01' })
  expect(people.find((one) => one.name === '陈静')).toMatchObject({
    certificateNumber: expect.stringMatching(/^大名〔2026〕教培结字第 000[12] 号$/),
    lastFour: expect.stringMatching(/^\d{3}[\dX]$/),
  })
})

test('the mean hours that a manager reads of a township are those of the report', async () => {
  const world = await ended()
  const { packageId } = await issued(world)
  const facts = (await packageFacts((await reportFor(world.officer, packageId))!))!
  const senders = await sendersOf(world.cohort)
  expect(facts.townships.length).toBe(2)
  for (const { name, averageHours } of facts.townships) {
    expect([name, senders.find((one) => one.name === name)!.meanHours]).toEqual([name, averageHours])
  }
})

test('the package’s hash is over its people’s hashes, and none of it can be changed', async () => {
  const world = await ended()
  const { packageId } = await issued(world)
  const report = await db.reportPackage.findUniqueOrThrow({
    where: { id: packageId },
    include: { facts: true, people: { include: { facts: true }, orderBy: { position: 'asc' } } },
  })
  expect(hashOfFacts(report.facts.body as object)).toBe(report.factsHash)
  expect((report.facts.body as { people: string[] }).people).toEqual(
    report.people.map((one) => one.factsHash),
  )
  for (const one of report.people) expect(hashOfFacts(one.facts.body as object)).toBe(one.factsHash)
  await expect(db.reportPackage.update({ where: { id: packageId }, data: { number: 'x' } })).rejects.toThrow()
})

test('the same again gives the same package; two at once leave one; a make-up gives the next version', async () => {
  const world = await ended()
  const both = await Promise.all([issued(world), issued(world, inWeek(8, 3))])
  expect(new Set(both.map((one) => one.packageId)).size).toBe(1)
  expect(both.map((one) => one.unchanged).sort()).toEqual([false, true])
  const { liNa } = world.people
  await mark(world, liNa, 2, 'made-up', inWeek(8, 4))
  const before = await packageFacts((await reportFor(world.officer, both[0]!.packageId))!)
  const next = await issued(world, inWeek(8, 5))
  expect(next).toMatchObject({ version: 2, number: '大名教培报〔2026〕2 号' })
  expect(await packageFacts((await reportFor(world.officer, both[0]!.packageId))!)).toEqual(before)
  const attended = (facts: NonNullable<typeof before>) =>
    facts.people.find((one) => one.name === '李娜')!.attended
  expect(attended(before!)).toBe(1)
  expect(attended((await packageFacts((await reportFor(world.officer, next.packageId))!))!)).toBe(2)
  expect((await reportsOf(world.cohort)).map((one) => one.version)).toEqual([2, 1])
})

test('a report by a cut-off counts what was recorded by then', async () => {
  const world = await ended()
  const made = await issueReport(world.manager, world.cohort, {
    organisationId: world.organisations.county.id,
    cutOff: inWeek(5),
  })
  const facts = (await packageFacts(
    (await reportFor(world.officer, 'packageId' in made ? made.packageId : ''))!,
  ))!
  expect(facts).toMatchObject({ cutOff: '2026-10-05T09:00', overall: { completed: 0 } })
  expect(facts.people.find((one) => one.name === '陈静')).toMatchObject({
    hours: 9,
    result: 'not-yet',
    certificateNumber: null,
  })
})

test('no report is issued for an organisation beyond the cohort’s county, or for one that sent nobody', async () => {
  const world = await ended()
  const issue = (organisationId: string) => issueReport(world.manager, world.cohort, { organisationId })
  expect(await issue(world.organisations.otherCounty.id)).toEqual({ refused: 'outside' })
  expect(await issue(world.organisations.city.id)).toEqual({ refused: 'outside' })
  const empty = await completionWorld()
  expect(
    await issueReport(empty.manager, empty.cohort, { organisationId: empty.organisations.county.id }),
  ).toEqual({ refused: 'nobody' })
  expect((await organisationsToReportOn(world.cohort)).map((one) => one.id)).toEqual([
    world.organisations.county.id,
  ])
})

test('another county’s officer gets what a package that does not exist gets', async () => {
  const world = await ended()
  const { packageId } = await issued(world)
  expect(await reportFor(world.officer, packageId)).not.toBeNull()
  expect(await reportFor(world.manager, packageId)).not.toBeNull()
  for (const other of [
    world.otherOfficer,
    world.otherManager,
    world.stranger,
    world.people.liNa.actor,
    world.administrator,
  ]) {
    expect(await reportFor(other, packageId)).toBeNull()
    expect(await reportFor(other, world.cohort.id)).toBeNull()
    expect(await reportsOverseen(other)).toEqual([])
  }
  expect(await reportsOverseen(world.officer)).toMatchObject([{ id: packageId, people: 4 }])
})

test('both files say what the package says, the same bytes each time, each download in the audit trail', async () => {
  const world = await ended()
  const { packageId } = await issued(world)
  const facts = (await packageFacts((await reportFor(world.officer, packageId))!))!
  const [pdf, again] = await Promise.all([1, 2].map(() => read(world.officer, packageId, 'pdf')))
  expect(pdf!.bytes.equals(again!.bytes)).toBe(true)
  const text = await textOf(pdf!.bytes)
  const xlsx = await read(world.officer, packageId, 'xlsx')
  expect((await read(world.manager, packageId, 'xlsx')).bytes.equals(xlsx.bytes)).toBe(true)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(
    xlsx.bytes.buffer.slice(xlsx.bytes.byteOffset, xlsx.bytes.byteOffset + xlsx.bytes.length) as ArrayBuffer,
  )
  const list = workbook.worksheets[2]!
  expect(list.rowCount).toBe(1 + facts.people.length)
  facts.people.forEach((person, index) => {
    const row = list.getRow(index + 2)
    expect([2, 3, 4, 5, 7].map((column) => row.getCell(column).value)).toEqual([
      person.name,
      person.township,
      person.unit,
      person.lastFour,
      person.hours,
    ])
    expect(text).toContain(`${person.name}${person.unit}${person.lastFour}`)
  })
  expect(text).toContain(
    `应训${facts.overall.expected}人，报到${facts.overall.checkedIn}人，结业${facts.overall.completed}人`,
  )
  expect(countedFrom(list)).toEqual([
    facts.overall.checkedIn,
    facts.overall.completed,
    facts.overall.averageHours,
    facts.overall.attendanceRate,
  ])
  expect(text).not.toContain('外县人')
  expect(await db.auditEntry.count({ where: { action: 'report.downloaded', subjectId: packageId } })).toBe(4)
})

/** 报到, 结业, 平均学时 and 面授出勤率, as a reader of the list counts them. */
function countedFrom(list: ExcelJS.Worksheet) {
  const rows: ExcelJS.Row[] = []
  list.eachRow((row, number) => number > 1 && rows.push(row))
  const there = rows.filter((row) => row.getCell(6).value === '是')
  const sum = (column: number) => there.reduce((total, row) => total + Number(row.getCell(column).value), 0)
  const completed = rows.filter((row) => row.getCell(11).text.startsWith('结业')).length
  return [there.length, completed, sum(7) / there.length, sum(8) / sum(9)]
}

test('from the first weeks on an officer sees their own people, who is behind, and whom to call', async () => {
  const world = await ended()
  const early = later(world.officer, inWeek(3))
  const [cohort, ...more] = await cohortsOverseen(early)
  expect(more).toEqual([])
  expect(cohort).toMatchObject({ id: world.cohort.id, people: 4, contactTelephone: '0310-6562000' })
  const rows = await progressOf(early, cohort!)
  expect(byName(rows).map((row) => row.name)).toEqual(['李娜', '王芳', '赵敏', '陈静'])
  const late = byName(await progressOf(later(world.officer, inWeek(8)), cohort!))
  expect(late.map((row) => [row.name, row.standing])).toEqual([
    ['李娜', 'complete'],
    ['王芳', 'behind'],
    ['赵敏', 'withdrawn'],
    ['陈静', 'complete'],
  ])
  expect(late[1]).toMatchObject({ lags: [{ word: 'overdue', activities: 1 }], handedIn: 1, required: 3 })
  expect(countedBy(late, (row) => row.township)).toMatchObject([
    { name: '金滩镇中心校', people: 1, complete: 1 },
    { name: '杨桥镇中心校', people: 3, behind: 1, complete: 1, withdrawn: 1 },
  ])
})

test('another county’s officer sees their own person of the cohort, and nobody else’s', async () => {
  const world = await ended()
  const [cohort] = await cohortsOverseen(later(world.otherOfficer, inWeek(8)))
  expect(cohort).toMatchObject({ people: 1 })
  expect((await progressOf(later(world.otherOfficer, inWeek(8)), cohort!)).map((row) => row.name)).toEqual([
    '外县人',
  ])
  for (const nobody of [world.manager, world.stranger, world.people.liNa.actor]) {
    expect(await cohortsOverseen(nobody)).toEqual([])
    expect(await progressOf(nobody, cohort!)).toEqual([])
  }
})

test('once the facts are deleted after their time, the package is written for nobody any more', async () => {
  const world = await ended()
  const made = await issued(world)
  const report = (await reportFor(world.officer, made.packageId))!
  await db.frozenFacts.update({
    where: { hash: report.factsHash },
    data: { body: Prisma.DbNull, deletedAt: inWeek(9) },
  })
  const file = await downloadReport(later(world.officer, inWeek(9)), report, 'xlsx', 'zh-CN')
  expect(file).toEqual({ refused: 'facts-deleted' })
})
