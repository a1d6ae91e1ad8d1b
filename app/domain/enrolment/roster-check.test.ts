import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { pathOfRoster } from '../../../tests/support/rosters'
import type { KnownPerson, RosterCheck, RosterInput } from './roster-answer'
import { checkRoster, identityNumbersOf } from './roster-check'
import type { RosterFile } from './roster-file'
import { readRosterFile } from './roster-file.server'
import type { KnownOrganisation } from './roster-places'
import { sentenceOf } from './roster-words'

let organisations: KnownOrganisation[]
const daming = '130425'
const beijing = '110000'

beforeAll(async () => {
  const text = (await fixture('organisations.csv')).toString('utf8').replace(/^\ufeff/, '')
  organisations = text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [code, name, kind, parent] = line.split(',') as [
        string,
        string,
        KnownOrganisation['kind'],
        string,
      ]
      const otherNames = [name.replace(/中心校$|教育委员会$|教育局$/, '')].filter((other) => other !== name)
      return { id: code, code, name, kind, parentId: parent || null, otherNames }
    })
})

test('all 322 people of Daming’s roster are ready, in 186 kindergartens that would be made', async () => {
  const check = await checked('daming-roster.xlsx', daming)
  expect(check.counts).toEqual({
    people: 322,
    ready: 322,
    error: 0,
    waiting: 0,
    skipped: 2,
    warned: 0,
    mended: 0,
    twice: 0,
  })
  expect(check.proposals).toHaveLength(186)
  expect(check.proposals.every(({ kind, parent }) => kind === 'unit' && 'organisationId' in parent)).toBe(
    true,
  )
  expect(check.rows.at(-1)).toMatchObject({ row: 327, state: 'skipped', skippedFor: 'totals' })
  expect(check.rows[0]).toMatchObject({
    row: 4,
    number: '1',
    state: 'ready',
    signsInBy: 'telephone',
    sentBy: { proposed: '130425119/营镇回族乡金苹果幼儿园' },
    person: {
      name: '江丽雅',
      identityNumber: '130425197511210027',
      sex: 'female',
      birthDate: '1975-11-21',
      telephone: '19900000001',
      post: '教师',
      education: '高中',
      note: '',
      others: [{ header: '编制情况', text: '非在编' }],
    },
  })
})

test('every mistake of the roster with mistakes is shown beside its row and column', async () => {
  const check = await checked('daming-roster-with-mistakes.xlsx', daming)
  expect(check.counts).toEqual({
    people: 39,
    ready: 30,
    error: 9,
    waiting: 0,
    skipped: 3,
    warned: 6,
    mended: 5,
    twice: 0,
  })
  const seen = check.rows.flatMap((row) =>
    row.issues.map((issue) => [row.number, issue.column, issue.severity, issue.word]),
  )
  expect(seen).toEqual([
    ['2', 1, 'fixed', 'name-cleaned'],
    ['4', 3, 'error', 'identity-check-digit'],
    ['5', 3, 'error', 'identity-too-short'],
    ['6', 4, 'error', 'telephone-too-short'],
    ['7', 4, 'warning', 'telephone-missing'],
    ['8', 4, 'fixed', 'telephone-cleaned'],
    ['9', 4, 'fixed', 'telephone-cleaned'],
    ['10', 3, 'error', 'identity-lost-digits'],
    ['11', 1, 'error', 'name-missing'],
    ['13', 3, 'error', 'identity-twice'],
    ['14', 4, 'warning', 'telephone-shared'],
    ['15', 2, 'warning', 'sex-differs'],
    ['15', 4, 'warning', 'telephone-shared'],
    ['16', 5, 'error', 'township-unknown'],
    ['17', 1, 'warning', 'taken-as-text'],
    ['18', 6, 'warning', 'taken-as-text'],
    ['19', 1, 'error', 'name-too-long'],
    ['20', 3, 'fixed', 'identity-cleaned'],
    ['21', 3, 'error', 'identity-missing'],
    ['22', 4, 'fixed', 'telephone-cleaned'],
    ['23', 10, 'warning', 'text-cut'],
  ])
  expect(rowOf(check, '2').person!.name).toBe('潘兰')
  expect(rowOf(check, '10').issues[0]!.row).toBe(13)
  expect(rowOf(check, '13').issues[0]!.details).toEqual({
    first: { sheet: '学员名单', row: 15, number: '12' },
    name: '张云妍',
  })
  expect(rowOf(check, '14').signsInBy).toBe('telephone')
  expect(rowOf(check, '15')).toMatchObject({ signsInBy: 'identity-number', person: { sex: 'female' } })
  expect(rowOf(check, '16').issues[0]!.details).toMatchObject({
    written: '不存在镇',
    near: [{ name: '杨桥镇' }, {}, {}],
  })
  expect(rowOf(check, '17').person!.name).toBe('=HYPERLINK("http://example.com","点击")')
  expect(rowOf(check, '23').person!.note).toHaveLength(500)
  expect(rowOf(check, '25').person!.name).toBe('古丽·买买提')
  expect(rowOf(check, '26').person!.name).toBe('Anna Müller')
  expect(
    check.rows.filter(({ state }) => state === 'skipped').map(({ row, skippedFor }) => [row, skippedFor]),
  ).toEqual([
    [31, 'empty'],
    [44, 'empty'],
    [45, 'totals'],
  ])
})

test('each sentence is in the reader’s language, and shows no whole number', async () => {
  const check = await checked('daming-roster-with-mistakes.xlsx', daming)
  for (const issue of check.rows.flatMap((row) => row.issues)) {
    expect(sentenceOf(issue, 'zh-CN')).toMatch(/。$/)
    expect(sentenceOf(issue, 'en')).toMatch(/\.$/)
    expect(sentenceOf(issue, 'en')).not.toMatch(/[，。：（]/)
    expect(JSON.stringify(issue.details)).not.toMatch(/\d{11}/)
  }
  expect(sentenceOf(rowOf(check, '13').issues[0]!, 'zh-CN')).toBe(
    '与第 15 行（序号 12）（张云妍）的身份证号码相同。请核对是谁的号码。',
  )
  expect(sentenceOf(rowOf(check, '4').issues[0]!, 'en')).toBe(
    'It ends in 1, but the first 17 digits call for 7: one digit is wrong. Please check it.',
  )
})

test('who has no number yet waits for one where the cohort allows it', async () => {
  const check = await checked('daming-roster-with-mistakes.xlsx', daming, { withoutNumber: 'wait' })
  expect(check.counts).toMatchObject({ ready: 30, error: 8, waiting: 1 })
  expect(rowOf(check, '21')).toMatchObject({ state: 'waiting', waitsFor: 'identity-number' })
  expect(rowOf(check, '21').issues[0]).toMatchObject({ word: 'identity-missing', severity: 'warning' })
})

test('on top of the large roster the same names are enrolled already and four others wait', async () => {
  const large = await checked('daming-roster.xlsx', daming)
  const known = new Map<string, KnownPerson>(
    large.rows.flatMap(({ person }) =>
      person ? [[person.identityNumber!, { name: person.name!, enrolment: 'in-force', elsewhere: [] }]] : [],
    ),
  )
  const check = await checked('daming-roster-with-mistakes.xlsx', daming, { known })
  const waiting = check.rows.filter(({ state }) => state === 'waiting')
  expect(waiting.map(({ number, waitsFor }) => [number, waitsFor])).toEqual(
    ['17', '24', '25', '26'].map((number) => [number, 'administrator']),
  )
  expect(check.rows.filter(({ skippedFor }) => skippedFor === 'enrolled')).toHaveLength(26)
  expect(check.counts.ready).toBe(0)
  const names = [...known.values()].map(({ name }) => name)
  const said = JSON.stringify(waiting)
  expect(names.filter((name) => said.includes(`"${name}"`))).toEqual([])
})

test('somebody known elsewhere under the same name is ready without a word about it', async () => {
  const known = new Map<string, KnownPerson>([
    ['130425197511210027', { name: '江丽雅', enrolment: 'none', elsewhere: [] }],
  ])
  const alone = await checked('daming-roster.xlsx', daming)
  expect(await checked('daming-roster.xlsx', daming, { known })).toEqual(alone)
})

test('who learns in another cohort of the manager is ready and warned about, and counted where the programme is the same', async () => {
  const elsewhere = [
    { cohort: '第二期', sameProgramme: true },
    { cohort: '安全员班', sameProgramme: false },
  ]
  const number = '130425197511210027'
  const of = (person: KnownPerson) =>
    checked('daming-roster.xlsx', daming, { known: new Map([[number, person]]) })
  const same = await of({ name: '江丽雅', enrolment: 'none', elsewhere })
  expect(same.counts).toMatchObject({ ready: 322, warned: 1, twice: 1 })
  expect(same.rows[0]!.issues).toMatchObject([
    { word: 'in-same-programme', meaning: 'name', severity: 'warning', details: { cohorts: ['第二期'] } },
    { word: 'in-other-programme', details: { cohorts: ['安全员班'] } },
  ])
  const other = await of({ name: '江丽雅', enrolment: 'none', elsewhere: elsewhere.slice(1) })
  expect(other.counts).toMatchObject({ ready: 322, warned: 1, twice: 0 })
  // Another name, or a place in this cohort, is settled first, and nothing of the rest is told.
  for (const person of [
    { name: '李娜', enrolment: 'none', elsewhere },
    { name: '江丽雅', enrolment: 'in-force', elsewhere },
  ] as const) {
    const check = await of(person)
    expect(check.counts).toMatchObject({ ready: 321, twice: 0 })
    expect(JSON.stringify(check.rows[0])).not.toContain('第二期')
  }
})

test('who comes after the last seat of a township waits for a seat', async () => {
  const quotas = [
    { organisationId: '130425105', seats: 9, used: 1 },
    { organisationId: daming, seats: 400, used: 0 },
  ]
  const check = await checked('daming-roster.xlsx', daming, { quotas })
  expect(check.overQuota).toEqual([{ ...quotas[0], name: '金滩镇中心校', ready: 8, over: 2 }])
  expect(check.counts).toMatchObject({ ready: 320, waiting: 2 })
  const over = check.rows.filter(({ waitsFor }) => waitsFor === 'seat')
  expect(over.every(({ quotaOf }) => quotaOf === '130425105')).toBe(true)
  const lone = await checked('daming-roster.xlsx', daming, { quotas: quotas.slice(0, 1) })
  expect(lone.rows.filter(({ issues }) => issues.some(({ word }) => word === 'no-quota'))).toHaveLength(312)
})

test('8,260 teachers in 13 sheets count for their districts, within a second', {
  timeout: 30_000,
}, async () => {
  const file = await read('maths-teachers-13-districts.xlsx')
  expect(identityNumbersOf(file)).toHaveLength(8260)
  const before = process.cpuUsage()
  const check = checkedFile(file, beijing)
  expect(process.cpuUsage(before).user).toBeLessThan(1_000_000)
  expect(check.counts).toMatchObject({ people: 8260, ready: 8260 })
  expect(check.sheets.map(({ rows }) => rows)).toEqual([
    980, 860, 900, 520, 410, 850, 560, 330, 1020, 430, 260, 640, 500,
  ])
  expect(new Set(check.proposals.map(({ parent }) => JSON.stringify(parent))).size).toBe(13)
})

test('6,962 safety officers are ready, their streets proposed where the tree has none', {
  timeout: 30_000,
}, async () => {
  const check = await checked('safety-officers.csv', beijing)
  expect(check.counts).toMatchObject({ people: 6962, ready: 6962, skipped: 0 })
  expect(check.proposals.every(({ kind }) => kind === 'township')).toBe(true)
  const byDistrict = await checked('safety-officers.csv', beijing, {
    overrides: { 0: { columns: { 6: 'other' } } },
  })
  expect(byDistrict.proposals).toEqual([])
  expect(byDistrict.rows[0]).toMatchObject({ state: 'ready', sentBy: { organisationId: '110107' } })
})

test('a unit that the tree knows is found with and without its township’s name, one like it is named', async () => {
  const unit = (name: string): KnownOrganisation => ({
    ...organisations.find(({ id }) => id === '130425105')!,
    ...{ id: name, code: name, name, kind: 'unit', parentId: '130425105', otherNames: [] },
  })
  const tree = [...organisations, unit('金滩镇第二幼儿园'), unit('金滩镇阳光中心幼稚园')]
  const check = checkedFile(
    fileOf([
      ['姓名', '身份证号码', '手机', '乡镇', '单位'],
      ['江丽雅', '130425197511210027', '19900000001', '金滩镇', '第二幼儿园'],
      ['潘兰', '130425199409180027', '19900000002', '金滩镇中心校', '金滩镇阳光中心幼儿园'],
      ['曾洁霞', '130425199411160025', '19900000003', '金滩镇', ''],
    ]),
    daming,
    { organisations: tree },
  )
  expect(check.rows.map(({ sentBy }) => sentBy)).toEqual([
    { organisationId: '金滩镇第二幼儿园' },
    { proposed: '130425105/金滩镇阳光中心幼儿园' },
    { organisationId: '130425105' },
  ])
  expect(check.proposals[0]!.like).toEqual(['金滩镇阳光中心幼稚园'])
  expect(check.rows.map(({ issues }) => issues.map(({ word }) => word))).toEqual([
    [],
    ['unit-like'],
    ['unit-missing'],
  ])
})

test('a file without a roster in it is refused', () => {
  const input = inputOf(fileOf([['1. 身份证号码、手机号码请按文本格式填写。']]), daming)
  expect(checkRoster(input)).toEqual({ refused: 'no-header' })
})

test('property: whatever stands in the cells, each row gets an answer, and the same one twice', {
  timeout: 30_000,
}, () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '',
      '金滩镇',
      '130425197511210027',
      '19900000001',
      '合计',
      '姓名',
      '=1+1',
      '<b>',
      '江丽雅',
    ),
  )
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), (rows) => {
      const header = ['序号', '姓名', '性别', '身份证号码', '手机', '乡镇', '单位', '备注']
      const file = fileOf([header, ...rows])
      const check = checkedFile(file, daming)
      expect(checkedFile(file, daming)).toEqual(check)
      for (const row of check.rows) {
        expect(row.state === 'error').toBe(row.issues.some(({ severity }) => severity === 'error'))
        if (row.state === 'ready') expect(row.person!.identityNumber && row.sentBy).toBeTruthy()
        for (const issue of row.issues) expect(sentenceOf(issue, 'en')).toBeTruthy()
      }
    }),
  )
})

async function checked(name: string, heldForId: string, changes: Partial<RosterInput> = {}) {
  return checkedFile(await read(name), heldForId, changes)
}

function checkedFile(file: RosterFile, heldForId: string, changes: Partial<RosterInput> = {}): RosterCheck {
  const check = checkRoster({ ...inputOf(file, heldForId), ...changes })
  if ('refused' in check) throw new Error(check.refused)
  return check
}

function inputOf(file: RosterFile, heldForId: string): RosterInput {
  return {
    file,
    organisations,
    heldForId,
    known: new Map(),
    quotas: [],
    today: '2026-11-24',
    withoutNumber: 'refuse',
  }
}

function rowOf(check: RosterCheck, number: string) {
  return check.rows.find((row) => row.number === number)!
}

function fileOf(rows: string[][]): RosterFile {
  const cells = rows.map((row) => row.map((text) => ({ text, number: false })))
  return { format: 'csv', encoding: 'utf-8', sheets: [{ name: '', cells }] }
}

async function read(name: string) {
  const file = await readRosterFile(await fixture(name))
  if ('refused' in file) throw new Error(file.refused)
  return file
}

function fixture(name: string) {
  return readFile(pathOfRoster(name))
}
