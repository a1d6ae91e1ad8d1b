import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Prisma } from '#generated/client/client'
import type { CertificateFacts } from '#templates/certificates/facts'
import { db } from '~/db.server'
import { certificateFor, certificateToManage } from '~/domain/certificates/certificate.access.server'
import { downloadCertificate } from '~/domain/certificates/download.server'
import { issueCertificates } from '~/domain/certificates/issue.server'
import { certificatesToIssue, issuedAsShown } from '~/domain/certificates/issuing.queries.server'
import { revokeCertificate } from '~/domain/certificates/revocation.server'
import { formatOf, setFormat } from '~/domain/certificates/series.server'
import { verifyCertificate } from '~/domain/certificates/verify.queries.server'
import { confirmDecisions } from '~/domain/completion/decisions.server'
import { withdraw } from '~/domain/enrolment/withdrawal.server'
import { pathOfFile } from '~/domain/files/stored-file.server'
import { studyFor } from '~/domain/learning/learning.access.server'
import { todayFor } from '~/domain/learning/today.queries.server'
import { env } from '~/env.server'
import {
  type CompletionWorld,
  completionWorld,
  finish,
  inWeek,
  managed,
  reach,
  type Trainee,
  trainee,
} from '../support/completion-world'
import { later } from '../support/world'
import { textOf } from '../templates/reading'

const origin = 'https://gongxue.example.cn'
const filesDir = mkdtempSync(join(tmpdir(), 'gongxue-files-'))

beforeAll(() => {
  env().filesDir = filesDir
})
afterAll(() => rmSync(filesDir, { recursive: true, force: true }))

async function decided(world: CompletionWorld, names: string[], score = 80) {
  const people: Trainee[] = []
  for (const name of names) {
    const one = await trainee(world, name)
    await finish(world, one, { score })
    people.push(one)
  }
  const enrolmentIds = people.map((one) => one.id)
  await confirmDecisions(later(world.manager, inWeek(8)), world.cohort, { enrolmentIds })
  return people
}

const issue = (world: CompletionWorld, people: Trainee[], at = inWeek(8, 2), renew = false) =>
  issueCertificates(later(world.manager, at), world.cohort, {
    enrolmentIds: people.map((one) => one.id),
    origin,
    renew,
  })

test('a press issues what was shown, numbers included, or nothing; who presses second is told who was first', async () => {
  const world = await completionWorld()
  await decided(world, ['陈静'])
  const manager = later(world.manager, inWeek(8, 2))
  const first = await certificatesToIssue(manager, world.cohort)
  expect(first).toMatchObject({
    people: [{ name: '陈静' }],
    first: '大名〔2026〕教培结字第 0001 号',
    last: '大名〔2026〕教培结字第 0001 号',
  })
  await decided(world, ['李娜'])
  const press = async (shown: string, minutes = 0) => {
    const { people } = await certificatesToIssue(manager, world.cohort)
    const enrolmentIds = people.map((one) => one.enrolmentId)
    const at = inWeek(8, 2, minutes)
    return issueCertificates(later(world.manager, at), world.cohort, { enrolmentIds, origin, shown })
  }
  expect(await press(first.shown)).toMatchObject({ issued: [], changed: true })
  expect(await issuedAsShown(world.cohort, first.shown)).toBeNull()
  expect(await db.certificate.count({ where: { enrolment: { cohortId: world.cohort.id } } })).toBe(0)

  const second = await certificatesToIssue(manager, world.cohort)
  const both = await Promise.all([press(second.shown), press(second.shown, 1)])
  expect(both.map((one) => [one.issued.length, one.changed]).sort()).toEqual([
    [0, true],
    [2, false],
  ])
  expect(await issuedAsShown(world.cohort, second.shown)).toMatchObject({ people: 2, by: '周敏' })

  await decided(world, ['王芳'])
  const third = await certificatesToIssue(manager, world.cohort)
  const format = '大名县教培证〔{year}〕{n:4}'
  await setFormat(manager, world.cohort, { year: 2026, kind: 'certificate', format })
  expect(await press(third.shown)).toMatchObject({ issued: [], changed: true })
})

test('certificates are numbered in sequence from confirmed decisions, and nobody else gets one', async () => {
  const world = await completionWorld()
  const people = await decided(world, ['陈静', '李娜'])
  const open = await trainee(world, '王芳')
  const left = (await decided(world, ['赵敏']))[0]!
  await withdraw(later(world.manager, inWeek(8)), await managed(world, left), { reason: '调离' })
  const { issued, refused } = await issue(world, [...people, open, left])
  expect(issued.map((one) => one.number)).toEqual([
    '大名〔2026〕教培结字第 0001 号',
    '大名〔2026〕教培结字第 0002 号',
  ])
  expect(refused).toEqual(
    expect.arrayContaining([
      { enrolmentId: open.id, word: 'not-decided' },
      { enrolmentId: left.id, word: 'withdrawn' },
    ]),
  )
  const { facts } = await db.certificate.findFirstOrThrow({
    where: { enrolmentId: people[0]!.id },
    include: { facts: true },
  })
  expect(facts.body as unknown as CertificateFacts).toMatchObject({
    name: '陈静',
    maskedNumber: expect.stringMatching(/^1304\*{10}\d{3}[\dX]$/),
    hours: { total: 13, online: 3, practice: 4, workshop: 6 },
    score: 80,
    issuerName: '大名县教育局',
    issuedOn: '2026-10-27',
    expiresOn: null,
    version: 1,
  })
})

test('two submits at once give each person one certificate, and leave no number out', async () => {
  const world = await completionWorld()
  const people = await decided(world, ['陈静', '李娜', '王芳', '赵敏'])
  const results = await Promise.all([
    issue(world, people),
    issue(world, people),
    issue(world, people.slice(1, 3)),
  ])
  expect(results.flatMap((one) => one.issued)).toHaveLength(4)
  const certificates = await db.certificate.findMany({
    where: { enrolment: { cohortId: world.cohort.id } },
    orderBy: { sequence: 'asc' },
  })
  expect(certificates.map((one) => one.sequence)).toEqual([1, 2, 3, 4])
  expect(new Set(certificates.map((one) => one.enrolmentId)).size).toBe(4)
  expect(
    await db.numberSeries.findFirst({ where: { organisationId: world.cohort.heldForId } }),
  ).toMatchObject({ last: 4 })
})

test('two cohorts of one bureau that issue at once share one series without a gap', async () => {
  const world = await completionWorld()
  const [one, other] = [await decided(world, ['陈静', '李娜']), await decided(world, ['王芳', '赵敏'])]
  await Promise.all([issue(world, one), issue(world, other)])
  const numbers = await db.certificate.findMany({ where: { enrolment: { cohortId: world.cohort.id } } })
  expect(numbers.map((row) => row.sequence).sort()).toEqual([1, 2, 3, 4])
})

test('a make-up after the issue brings that one person the next number and touches nobody else’s', async () => {
  const world = await completionWorld()
  const people = await decided(world, ['陈静', '李娜'])
  await issue(world, people)
  const [chenJing, liNa] = people
  await reach(world, chenJing!, 'quiz', { score: 96, at: inWeek(8, 3) })
  const enrolmentIds = people.map((one) => one.id)
  const again = await confirmDecisions(later(world.manager, inWeek(8, 4)), world.cohort, { enrolmentIds })
  expect(again).toMatchObject({ decided: 1, unchanged: 1 })
  expect((await issue(world, people, inWeek(8, 4))).refused.map((one) => one.word)).toEqual([
    'already-issued',
    'already-issued',
  ])
  const renewed = await issue(world, people, inWeek(8, 5), true)
  expect(renewed).toMatchObject({
    issued: [{ enrolmentId: chenJing!.id, number: '大名〔2026〕教培结字第 0003 号' }],
    refused: [{ enrolmentId: liNa!.id, word: 'already-issued' }],
  })
  const [first, second] = await db.certificate.findMany({
    where: { enrolmentId: chenJing!.id },
    orderBy: { sequence: 'asc' },
    include: { facts: true },
  })
  expect(second).toMatchObject({ supersedesId: first!.id })
  expect(second!.facts.body).toMatchObject({ version: 2, score: 88 })
  expect(await verifyCertificate({ at: inWeek(9) }, first!)).toMatchObject({ state: 'superseded' })
  expect(await verifyCertificate({ at: inWeek(9) }, second!)).toMatchObject({ state: 'valid' })
  expect(await db.certificate.count({ where: { enrolmentId: liNa!.id } })).toBe(1)
})

test('a revoked certificate keeps its number; a new decision brings the next', async () => {
  const world = await completionWorld()
  const [liNa] = await decided(world, ['李娜'])
  const { issued } = await issue(world, [liNa!])
  const certificate = (await certificateToManage(world.manager, issued[0]!.certificateId))!
  const onToday = async (at: Date) => {
    const actor = later(liNa!.actor, at)
    return (await todayFor(actor, (await studyFor(actor, liNa!.id))!)).certificate
  }
  expect(await onToday(inWeek(8, 2))).toBe('大名〔2026〕教培结字第 0001 号')
  const manager = later(world.manager, inWeek(8, 3))
  expect(await revokeCertificate(manager, certificate, { reason: ' ' })).toEqual({ refused: 'no-reason' })
  const both = await Promise.all(
    [1, 2].map(() => revokeCertificate(manager, certificate, { reason: '姓名有误' })),
  )
  expect(both.filter((one) => 'revocationId' in one)).toHaveLength(1)
  expect(await verifyCertificate({ at: inWeek(9) }, certificate)).toMatchObject({ state: 'revoked' })
  expect(await onToday(inWeek(9))).toBeNull()
  expect((await issue(world, [liNa!], inWeek(8, 4))).refused).toEqual([
    { enrolmentId: liNa!.id, word: 'decide-again' },
  ])
  await confirmDecisions(later(manager, inWeek(8, 5)), world.cohort, { enrolmentIds: [liNa!.id] })
  const next = await issue(world, [liNa!], inWeek(8, 6))
  expect(next.issued[0]!.number).toBe('大名〔2026〕教培结字第 0002 号')
})

test('a safety officer’s certificate is good for its years, through the last day', async () => {
  const world = await completionWorld({ certificateValidYears: 3 })
  const [liNa] = await decided(world, ['李娜'])
  await issue(world, [liNa!])
  const certificate = await db.certificate.findFirstOrThrow({ where: { enrolmentId: liNa!.id } })
  expect(certificate.expiresOn).toEqual(new Date('2029-10-26'))
  expect(await verifyCertificate({ at: new Date('2029-10-26T12:00:00Z') }, certificate)).toMatchObject({
    state: 'valid',
  })
  expect(await verifyCertificate({ at: new Date('2029-10-26T16:30:00Z') }, certificate)).toMatchObject({
    state: 'expired',
  })
})

test('its holder, its manager and the bureau that sent them get the PDF, and nobody else', async () => {
  const world = await completionWorld()
  const [liNa, wangFang] = await decided(world, ['李娜', '王芳'])
  const { issued } = await issue(world, [liNa!])
  const { certificateId } = issued[0]!
  for (const one of [liNa!.actor, world.manager, world.officer]) {
    expect(await certificateFor(one, certificateId)).not.toBeNull()
  }
  for (const one of [
    wangFang!.actor,
    world.otherManager,
    world.otherOfficer,
    world.stranger,
    world.administrator,
  ]) {
    expect(await certificateFor(one, certificateId)).toBeNull()
    expect(await certificateToManage(one, certificateId)).toBeNull()
  }
  expect(await certificateToManage(world.officer, certificateId)).toBeNull()
})

test('every download gives the first drawing’s bytes, and a lost file is drawn anew and says so', async () => {
  const world = await completionWorld()
  const [liNa] = await decided(world, ['李娜'])
  const { issued } = await issue(world, [liNa!])
  const certificate = (await certificateFor(liNa!.actor, issued[0]!.certificateId))!
  const get = async (language: 'zh-CN' | 'en' = 'zh-CN') => {
    const file = await downloadCertificate(later(liNa!.actor, inWeek(9)), certificate, language)
    if ('refused' in file) throw new Error(file.refused)
    return file
  }
  const [one, other] = await Promise.all([get(), get()])
  expect(one.bytes.equals(other.bytes)).toBe(true)
  expect(await textOf(one.bytes)).toContain('李娜')
  expect((await get()).bytes.equals(one.bytes)).toBe(true)
  expect((await get('en')).sha256).not.toBe(one.sha256)
  const of = { factsHash: certificate.factsHash }
  expect(await db.drawing.count({ where: { ...of, language: 'zh-CN' } })).toBe(1)
  const sha256 = createHash('sha256').update(one.bytes).digest('hex')
  expect((await verifyCertificate({ at: inWeek(9) }, certificate))!.files).toContainEqual({
    sha256,
    redrawn: false,
  })
  const { file } = await db.drawing.findFirstOrThrow({
    where: { ...of, language: 'zh-CN' },
    include: { file: true },
  })
  rmSync(pathOfFile(file))
  expect((await get()).redrawn).toBe(true)
  expect(
    await db.drawing.findMany({ where: { ...of, language: 'zh-CN' }, orderBy: { redrawn: 'asc' } }),
  ).toMatchObject([{ redrawn: false }, { redrawn: true }])
  const downloads = { action: 'certificate.downloaded', subjectId: certificate.id }
  expect(await db.auditEntry.count({ where: downloads })).toBe(5)
})

test('a number is verified by its token or what the paper shows of it, with a masked name; else by nothing', async () => {
  const world = await completionWorld()
  const [liNa] = await decided(world, ['张秀丽'])
  await issue(world, [liNa!])
  const { number, token } = await db.certificate.findFirstOrThrow({ where: { enrolmentId: liNa!.id } })
  const at = inWeek(9)
  const found = await verifyCertificate({ at }, { number, token })
  expect(found).toMatchObject({ state: 'valid', number, facts: { name: '张*丽', hours: 13 } })
  expect(await verifyCertificate({ at }, { number: '2026-0001', token })).toEqual(found)
  const typed = {
    number: number.replace(/\s/g, '').replace('〔', '['),
    token: ` ${token.slice(0, 8).toLowerCase()} `,
  }
  expect(await verifyCertificate({ at }, typed)).toEqual(found)
  expect(await verifyCertificate({ at }, { number: number.replace('0001', '0002'), token })).toBeNull()
  expect(await verifyCertificate({ at }, { number, token: '0000000000000000' })).toBeNull()
  expect(await verifyCertificate({ at }, { number, token: token.slice(0, 4) })).toBeNull()
  expect(await verifyCertificate({ at }, { number, token: "' or true --" })).toBeNull()
})

test('the manager sets how numbers are written; what is issued stays as it is', async () => {
  const world = await completionWorld()
  const people = await decided(world, ['陈静', '李娜'])
  await issue(world, people.slice(0, 1))
  const set = (format: string) =>
    setFormat(world.manager, world.cohort, { year: 2026, kind: 'certificate', format })
  expect(await set('第 {n} 号')).toEqual({ refused: 'no-year' })
  expect(await set('冀邯大名〔{year}〕教培结字第 {n:4} 号')).toEqual({ set: true })
  expect((await issue(world, people)).issued[0]!.number).toBe('冀邯大名〔2026〕教培结字第 0002 号')
  expect(await db.certificate.findFirst({ where: { enrolmentId: people[0]!.id } })).toMatchObject({
    number: '大名〔2026〕教培结字第 0001 号',
  })
  expect(await formatOf(db, world.cohort, 2027, 'certificate')).toEqual({
    format: '冀邯大名〔{year}〕教培结字第 {n:4} 号',
    last: 0,
  })
  const report = { year: 2026, kind: 'report' as const, format: '冀邯大名〔{year}〕教培结字第 {n:4} 号' }
  expect(await setFormat(world.manager, world.cohort, report)).toEqual({ refused: 'taken' })
})

test('once the facts are deleted after their time, the certificate is drawn for nobody any more', async () => {
  const world = await completionWorld()
  const [liNa] = await decided(world, ['李娜'])
  const { issued } = await issue(world, [liNa!])
  const certificate = (await certificateFor(liNa!.actor, issued[0]!.certificateId))!
  await db.frozenFacts.update({
    where: { hash: certificate.factsHash },
    data: { body: Prisma.DbNull, deletedAt: inWeek(9) },
  })
  expect(await downloadCertificate(later(liNa!.actor, inWeek(9)), certificate, 'zh-CN')).toEqual({
    refused: 'facts-deleted',
  })
})
