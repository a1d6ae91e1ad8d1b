import { readFile } from 'node:fs/promises'
import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { pathOfRoster } from '../../../tests/support/rosters'
import { pack } from './roster-archive.server'
import type { RosterFile } from './roster-file'
import { limits, readRosterFile } from './roster-file.server'

const fixture = (name: string) => readFile(pathOfRoster(name))

test('a county’s workbook is read with its rich text, its numbers and its sheet of instructions', async () => {
  const file = await read(await fixture('daming-roster-with-mistakes.xlsx'))
  expect(file.sheets.map((sheet) => sheet.name)).toEqual(['学员名单', '填表说明'])
  const [roster] = file.sheets
  expect(roster!.cells[1]![4]).toEqual({ text: '填报日期：2017年5月12日', number: false })
  expect(roster!.cells[12]![3]).toEqual({ text: '130425198312020000', number: true })
  expect(roster!.cells[19]![1]).toEqual({ text: '=HYPERLINK("http://example.com","点击")', number: false })
  expect(roster!.cells[24]![4]).toEqual({ text: '19900000022', number: true })
  expect(roster!.cells[30]!.filter((cell) => cell.text)).toEqual([])
  expect(roster!.cells).toHaveLength(45)
})

test('thirteen districts come in the order in which the workbook shows them', {
  timeout: 30_000,
}, async () => {
  const file = await read(await fixture('maths-teachers-13-districts.xlsx'))
  expect(file.sheets.map((sheet) => sheet.name)).toEqual(
    '房山区 顺义区 大兴区 平谷区 延庆区 昌平区 密云区 门头沟区 通州区 怀柔区 石景山区 丰台区 海淀区'.split(
      ' ',
    ),
  )
  expect(file.sheets.flatMap((sheet) => sheet.cells.slice(2)).length).toBe(8260)
})

test('an old system’s file is read as GB18030 with CRLF', async () => {
  const file = await read(await fixture('safety-officers.csv'))
  expect(file.encoding).toBe('gb18030')
  expect(file.sheets[0]!.cells[0]!.map((cell) => cell.text).slice(0, 3)).toEqual(['姓名', '证件号码', '性别'])
  expect(file.sheets[0]!.cells).toHaveLength(6963)
})

test('a text file is read in UTF-8 with its mark, in UTF-16, with tabs and with semicolons', async () => {
  const rows = [
    ['姓名', '手机'],
    ['李丽', '19900000001'],
  ]
  const texts = async (bytes: Buffer) =>
    (await read(bytes)).sheets[0]!.cells.map((row) => row.map((cell) => cell.text))
  expect(await texts(Buffer.from(`\ufeff${rows.map((row) => row.join(',')).join('\r\n')}`))).toEqual(rows)
  expect(
    await texts(Buffer.from(`\ufeff${rows.map((row) => row.join('\t')).join('\n')}`, 'utf16le')),
  ).toEqual(rows)
  expect(await texts(iconv.encode(rows.map((row) => row.join(';')).join('\r\n'), 'gb18030'))).toEqual(rows)
  expect(await texts(Buffer.from('姓名,备注\n李丽,"一,二\n三"'))).toEqual([
    ['姓名', '备注'],
    ['李丽', '一,二\n三'],
  ])
})

test('dates, results of formulas and hidden sheets are taken as a person sees them', async () => {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('名单')
  sheet.addRow(['姓名', '出生日期', '合计'])
  const row = sheet.addRow(['李丽', new Date('1981-03-24'), { formula: 'A2&"老师"', result: '李丽老师' }])
  row.getCell(2).numFmt = 'yyyy/m/d'
  workbook.addWorksheet('数据源', { state: 'hidden' }).addRow(['女'])
  const file = await read(Buffer.from(await workbook.xlsx.writeBuffer()))
  expect(file.sheets).toHaveLength(1)
  expect(file.sheets[0]!.cells[1]!.map((cell) => cell.text)).toEqual(['李丽', '1981-03-24', '李丽老师'])
})

test('a reading above a name is not taken for the name', async () => {
  const entries = await workbookEntries('<si><t>张丽</t><rPh sb="0" eb="1"><t>zhang</t></rPh></si>')
  expect((await read(pack(entries))).sheets[0]!.cells[0]![0]!.text).toBe('张丽')
})

test('what is no roster is refused with a word', async () => {
  const refusal = async (bytes: Buffer) => {
    const answer = await readRosterFile(bytes)
    return 'refused' in answer ? answer : null
  }
  expect(await refusal(Buffer.alloc(0))).toEqual({ refused: 'empty' })
  expect(await refusal(Buffer.from(' \n,,\n'))).toEqual({ refused: 'empty' })
  expect(await refusal(Buffer.from('%PDF-1.7 …'))).toEqual({ refused: 'not-a-roster', looksLike: 'pdf' })
  expect(await refusal(Buffer.from('<html><table>'))).toEqual({
    refused: 'not-a-roster',
    looksLike: 'web-page',
  })
  expect(await refusal(Buffer.from([1, 0, 2, 0, 3]))).toEqual({ refused: 'not-a-roster', looksLike: null })
  expect(await refusal(Buffer.from('PK\x03\x04 and no more'))).toEqual({
    refused: 'not-a-roster',
    looksLike: null,
  })
  expect(await refusal(pack(new Map([['word/document.xml', Buffer.from('<w/>')]])))).toEqual({
    refused: 'not-a-roster',
    looksLike: 'document',
  })
  const container = (stream: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(500), Buffer.from(stream, 'utf16le')])
  expect(await refusal(container('EncryptedPackage'))).toEqual({ refused: 'encrypted' })
  expect(await refusal(container('Workbook'))).toEqual({ refused: 'old-format' })
  expect(await refusal(Buffer.alloc(limits.file + 1))).toEqual({
    refused: 'too-large',
    megabytes: 21,
    mostMegabytes: 20,
  })
})

test('a file that unpacks to more than a roster, or says less than it holds, is refused', async () => {
  const sheet = Buffer.from(`<worksheet><sheetData>${'<row/>'.repeat(400_000)}</sheetData></worksheet>`)
  const entries = await workbookEntries('<si><t>张丽</t></si>')
  entries.set('xl/worksheets/sheet1.xml', sheet)
  const answer = await readRosterFile(deflated(entries), { ...limits, unpacked: 1024 * 1024 })
  expect(answer).toMatchObject({ refused: 'bomb' })
})

test('more cells than any roster has are refused, one text used a million times too', async () => {
  const entries = await workbookEntries(`<si><t>${'长'.repeat(30_000)}</t></si>`)
  const row = (number: number) =>
    `<row r="${number}">${Array.from({ length: 90 }, (_, column) => `<c r="${columnName(column)}${number}" t="s"><v>0</v></c>`).join('')}</row>`
  entries.set(
    'xl/worksheets/sheet1.xml',
    Buffer.from(
      `<worksheet><sheetData>${Array.from({ length: 100 }, (_, place) => row(place + 1)).join('')}</sheetData></worksheet>`,
    ),
  )
  expect(await readRosterFile(deflated(entries))).toMatchObject({ refused: 'bomb' })
  const many = Buffer.from(`${'a,'.repeat(50)}\n`.repeat(30_000))
  expect(await readRosterFile(many)).toMatchObject({ refused: 'bomb' })
})

test('a broken workbook is answered with a word, wherever it is broken', { timeout: 30_000 }, async () => {
  const whole = await fixture('daming-roster-with-mistakes.xlsx')
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
      fc.nat(whole.length),
      async (changes, cut) => {
        const broken = Buffer.from(whole)
        for (const [place, byte] of changes) broken[place] = byte
        await readRosterFile(broken)
        await readRosterFile(broken.subarray(0, cut))
      },
    ),
    { numRuns: 60 },
  )
})

test('a broken sheet inside a whole archive is answered with a word', async () => {
  const entries = await workbookEntries('<si><t>张丽</t></si>')
  for (const sheet of [
    '<worksheet><sheetData><row r="1"><c',
    '<a><b></a>',
    '&unknown;',
    '',
    '<worksheet><sheetData><row r="x"><c r="?"><v>1</v></c></row></sheetData></worksheet>',
    '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>99</v></c></row></sheetData></worksheet>',
  ]) {
    entries.set('xl/worksheets/sheet1.xml', Buffer.from(sheet))
    expect(await readRosterFile(pack(entries))).toHaveProperty('refused')
  }
})

async function read(bytes: Buffer): Promise<RosterFile> {
  const file = await readRosterFile(bytes)
  if ('refused' in file) throw new Error(file.refused)
  return file
}

async function workbookEntries(strings: string) {
  return new Map(
    Object.entries({
      'xl/workbook.xml':
        '<workbook xmlns:r="r"><sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
      'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
      'xl/worksheets/sheet1.xml':
        '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>',
    }).map(([path, content]) => [path, Buffer.from(content)]),
  )
}

/** The same archive compressed, its directory claiming a single byte for each entry. */
function deflated(entries: Map<string, Buffer>) {
  const small = new Map([...entries].map(([path, bytes]) => [path, deflateRawSync(bytes)]))
  const file = pack(small)
  let at = file.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  at = file.readUInt32LE(at + 16)
  for (let number = 0; number < entries.size; number++) {
    file.writeUInt16LE(8, at + 10)
    file.writeUInt32LE(1, at + 24)
    at += 46 + file.readUInt16LE(at + 28)
  }
  return file
}

function columnName(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26))
  return place < 26 ? letter : columnName(Math.floor(place / 26) - 1) + letter
}
