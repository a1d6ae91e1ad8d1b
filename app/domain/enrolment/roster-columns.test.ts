import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { pathOfRoster } from '../../../tests/support/rosters'
import { type Layout, layoutOf } from './roster-columns'
import type { Sheet } from './roster-file'
import { readRosterFile } from './roster-file.server'

test('the header of Daming’s roster is found below its title, each column by its own word', async () => {
  const [roster, instructions] = await sheetsOf('daming-roster.xlsx')
  const layout = found(layoutOf(roster!))
  expect(layout.headerRow).toBe(3)
  expect(layout.title).toContain('填报单位：大名县教育局')
  expect(layout.columns.map(({ meaning }) => meaning)).toEqual([
    ...['number', 'name', 'sex', 'identity-number', 'telephone', 'township', 'unit', 'post', 'education'],
    ...['other', 'note'],
  ])
  expect(layout.columns[3]).toEqual({
    index: 3,
    header: '身份证号码',
    meaning: 'identity-number',
    confidence: 'high',
    reason: { by: 'header', word: '身份证号码' },
  })
  expect(layoutOf(instructions!)).toEqual({ refused: 'no-header' })
})

test('each district’s quota stands in the title of its sheet', { timeout: 30_000 }, async () => {
  const layouts = (await sheetsOf('maths-teachers-13-districts.xlsx')).map((sheet) => found(layoutOf(sheet)))
  expect(layouts.map(({ quotaInTitle }) => quotaInTitle)).toEqual([
    980, 860, 900, 520, 410, 850, 560, 330, 1020, 430, 260, 640, 500,
  ])
})

test('an old system’s other words are understood, and a day of entry is no birth date', async () => {
  const [sheet] = await sheetsOf('safety-officers.csv')
  const meanings = Object.fromEntries(
    found(layoutOf(sheet!)).columns.map((column) => [column.header, column.meaning]),
  )
  expect(meanings).toEqual({
    姓名: 'name',
    证件号码: 'identity-number',
    性别: 'sex',
    出生日期: 'birth-date',
    联系电话: 'telephone',
    所属区: 'county',
    '街道（乡镇）': 'township',
    人员类别: 'post',
    入职日期: 'other',
    上岗证编号: 'other',
  })
})

test('a column without a word of its own is known by what it holds', () => {
  const layout = found(
    layoutOf(
      sheetOf([
        ['姓名', '', '号', '性别'],
        ['江丽雅', '130425197511210027', '19900000001', '女'],
        ['潘兰', '130425199409180027', '19900000002', '女'],
      ]),
    ),
  )
  expect(layout.columns.map(({ meaning, confidence }) => [meaning, confidence])).toEqual([
    ['name', 'high'],
    ['identity-number', 'medium'],
    ['telephone', 'low'],
    ['sex', 'high'],
  ])
  expect(layout.columns[1]!.reason).toEqual({ by: 'content', share: 1, of: 2 })
})

test('a list without any header is read by what it holds', () => {
  const layout = found(
    layoutOf(
      sheetOf([
        ['江丽雅', '女', '130425197511210027'],
        ['潘兰', '女', '130425199409180027'],
      ]),
    ),
  )
  expect(layout.headerRow).toBeNull()
  expect(layout.columns.map(({ meaning }) => meaning)).toEqual(['name', 'sex', 'identity-number'])
})

test('a header that its column contradicts is doubted', () => {
  const layout = found(
    layoutOf(
      sheetOf([
        ['姓名', '手机', '身份证号'],
        ['江丽雅', '女', '130425197511210027'],
      ]),
    ),
  )
  expect(layout.columns[1]).toMatchObject({ meaning: 'telephone', confidence: 'low' })
})

test('what the manager says about a column is followed, and takes the meaning from the other', () => {
  const sheet = sheetOf([
    ['姓名', '曾用姓名', '身份证号'],
    ['江丽雅', '江雅', '130425197511210027'],
  ])
  expect(found(layoutOf(sheet)).columns.map(({ meaning }) => meaning)).toEqual([
    'name',
    'other',
    'identity-number',
  ])
  const said = found(layoutOf(sheet, { columns: { 1: 'name', 2: 'ignored' } }))
  expect(said.columns.map(({ meaning }) => meaning)).toEqual(['other', 'name', 'ignored'])
  expect(said.columns[1]!.reason).toEqual({ by: 'manager' })
  expect(found(layoutOf(sheet, { headerRow: 1 })).headerRow).toBe(1)
})

async function sheetsOf(name: string) {
  const file = await readRosterFile(await readFile(pathOfRoster(name)))
  if ('refused' in file) throw new Error(file.refused)
  return file.sheets
}

function sheetOf(rows: string[][]): Sheet {
  return { name: '名单', cells: rows.map((row) => row.map((text) => ({ text, number: false }))) }
}

function found(layout: Layout | { refused: string }): Layout {
  if ('refused' in layout) throw new Error(layout.refused)
  return layout
}
