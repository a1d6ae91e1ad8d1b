import ExcelJS from 'exceljs'
import { expect, test, vi } from 'vitest'
import { drawCompletionReport } from '#templates/reports/completion-report'
import { writeCompletionWorkbook } from '#templates/reports/completion-workbook'
import { damingRoster } from './people'
import { fontsOf, openPdf, pagesOf } from './reading'
import { reportOver } from './report.facts'

// Hundreds of pages are drawn and read back, on machines that may be busy with other tests.
vi.setConfig({ testTimeout: 60_000 })

const hash = '6be190c4d2f3a8157e44b1c09d6f2ab35c8e7091f4d2b6a8e3c5d7f901234567'.slice(0, 64)

async function workbookOf(bytes: Uint8Array) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.slice().buffer)
  return workbook
}

const bare = (text: string) => text.replace(/\s+/g, '')

test('a bureau reads its figures, then every person of its list, on numbered pages', async () => {
  const facts = reportOver(await damingRoster())
  const pdf = await openPdf(await drawCompletionReport(facts, hash))
  const pages = await pagesOf(pdf)
  const text = pages.join('')
  expect(pages[0]).toContain('大名教培报〔2017〕3号')
  expect(pages[0]).toContain('统计截至2017年7月15日24时第1版')
  expect(pages[0]).toContain(`应训322人，报到${facts.overall.checkedIn}人，结业${facts.overall.completed}人`)
  expect(text).toContain(`合计（20个乡镇）322${facts.overall.checkedIn}${facts.overall.completed}`)
  for (const { name, unit, lastFour } of facts.people)
    expect(text).toContain(bare(`${name}${unit}${lastFour}`))
  pages.forEach((page, i) => {
    expect(page).toContain(`第${i + 1}页，共${pages.length}页`)
    expect(page).toContain(`SHA-256${hash}`)
  })
  for (let page = 1; page <= pages.length; page++) {
    expect(await fontsOf(pdf, page)).toMatchObject({ embedded: true, empty: 0 })
  }
})

test('a table that goes on has its head on each of its pages', async () => {
  const pages = await pagesOf(
    await openPdf(await drawCompletionReport(reportOver(await damingRoster()), hash)),
  )
  const list = pages.slice(pages.findIndex((page) => page.includes('五、名单')))
  expect(list.length).toBeGreaterThan(5)
  for (const page of list) expect(page).toContain('序号姓名单位证件尾号')
})

test('the chart of a report stands under its heading, however many bars it has', async () => {
  const facts = reportOver((await damingRoster()).slice(0, 20))
  const [one] = facts.townships
  for (const bars of [5, 12, 17, 50]) {
    const townships = Array.from({ length: bars }, (_, place) => ({ ...one!, name: `乡镇${place + 1}` }))
    const pages = await pagesOf(await openPdf(await drawCompletionReport({ ...facts, townships }, hash)))
    const [, below] = pages.find((page) => page.includes('三、结业率'))!.split('三、结业率（按乡镇）')
    expect(below, `${bars} bars`).toContain('%')
  }
})

test('a report over people whom districts sent speaks of areas, and lists each once', async () => {
  const people = ['东城区教育委员会', '海淀区教育委员会'].map((place, i) => ({
    name: ['王芳', '李娜'][i]!,
    township: place,
    unit: place,
    number: '130425198507130029',
  }))
  const facts = reportOver(people)
  const text = (await pagesOf(await openPdf(await drawCompletionReport(facts, hash)))).join('')
  for (const words of ['二、各地区情况', '合计（2个地区）', '三、结业率（按地区）', '四、名单'])
    expect(text).toContain(words)
  expect(text).not.toMatch(/乡镇|各单位情况/)
  const { worksheets } = await workbookOf(await writeCompletionWorkbook(facts, hash, 'en'))
  expect(worksheets[0]!.getColumn(1).values).toContain('Total (2 areas)')
})

test('a report over units of districts speaks of areas, and lists the units too', async () => {
  const people = ['安定门社区学校', '中关村社区学校'].map((unit, i) => ({
    name: ['王芳', '李娜'][i]!,
    township: ['东城区教育委员会', '海淀区教育委员会'][i]!,
    unit,
    number: '130425198507130029',
  }))
  const text = (await pagesOf(await openPdf(await drawCompletionReport(reportOver(people), hash)))).join('')
  for (const words of ['二、各地区情况', '三、结业率（按地区）', '四、各单位情况', '五、名单'])
    expect(text).toContain(words)
  expect(text).not.toContain('乡镇')
})

test('no identity number stands in a report whole', async () => {
  const roster = await damingRoster()
  const pages = await pagesOf(await openPdf(await drawCompletionReport(reportOver(roster), hash)))
  for (const { number } of roster) expect(pages.join('')).not.toContain(number.slice(-8))
})

test('the report in English has no Chinese but names', async () => {
  const people = [
    { name: 'Anna Müller', township: 'Jintan', unit: 'Kindergarten 1', number: '130425198507130029' },
  ]
  const drawn = reportOver(people, { organisation: 'Daming Bureau', number: 'DM 2017-3' })
  const facts = {
    ...drawn,
    people: drawn.people.map((person) => ({ ...person, certificateNumber: 'DM 2017-0001' })),
  }
  const text = (await pagesOf(await openPdf(await drawCompletionReport(facts, hash, 'en')))).join('')
  expect(text).toContain('Of1peopleexpected')
  expect(text).not.toMatch(/\p{Script=Han}/u)
})

test('a report over nobody says so rather than divide by nought', async () => {
  const facts = reportOver([], { townships: [], units: [] })
  const text = (await pagesOf(await openPdf(await drawCompletionReport(facts, hash)))).join('')
  expect(text).toContain('应训0人')
  expect(text).not.toContain('NaN')
})

test('the same facts give the same bytes, in both forms', async () => {
  const facts = reportOver((await damingRoster()).slice(0, 40))
  const draw = async () => [
    await drawCompletionReport(facts, hash),
    await writeCompletionWorkbook(facts, hash),
  ]
  const [pdf, xlsx] = await draw()
  await new Promise((resolve) => setTimeout(resolve, 2100))
  const [pdfAgain, xlsxAgain] = await draw()
  expect(Buffer.from(pdf!).equals(pdfAgain!)).toBe(true)
  expect(Buffer.from(xlsx!).equals(xlsxAgain!)).toBe(true)
})

test('the workbook read back holds the facts: numbers as numbers, the last four as text', async () => {
  const facts = reportOver(await damingRoster())
  const workbook = await workbookOf(await writeCompletionWorkbook(facts, hash))
  expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['汇总', '单位', '名单'])
  const [summary, units, list] = workbook.worksheets
  expect(list!.rowCount).toBe(1 + facts.people.length)
  facts.people.forEach((person, i) => {
    const row = list!.getRow(i + 2)
    expect(row.getCell(2).value).toBe(person.name)
    expect(row.getCell(4).value).toBe(person.unit)
    expect(row.getCell(5).value).toBe(person.lastFour)
    expect(row.getCell(7).value).toBe(person.hours)
    expect(row.getCell(13).value).toBe(person.certificateNumber)
    for (const text of [2, 4]) expect(row.getCell(text).alignment.wrapText).toBe(true)
  })
  facts.units.forEach((unit, i) => {
    const row = units!.getRow(i + 2)
    expect([1, 2, 3, 5].map((column) => row.getCell(column).value)).toEqual([
      unit.township,
      unit.name,
      unit.expected,
      unit.completed,
    ])
  })
  const head = 9
  facts.townships.forEach((township, i) => {
    const row = summary!.getRow(head + 1 + i)
    expect([1, 2, 3, 4, 5, 8].map((column) => row.getCell(column).value)).toEqual([
      township.name,
      township.expected,
      township.checkedIn,
      township.completed,
      township.completionRate,
      township.distinguished,
    ])
  })
  expect(summary!.getRow(head + 1 + facts.townships.length).getCell(4).value).toBe(facts.overall.completed)
})

test('the PDF and the workbook of a package say the same of each person', async () => {
  const facts = reportOver((await damingRoster()).slice(0, 60))
  const text = (await pagesOf(await openPdf(await drawCompletionReport(facts, hash)))).join('')
  const list = (await workbookOf(await writeCompletionWorkbook(facts, hash))).worksheets[2]!
  list.eachRow((row, n) => {
    if (n === 1) return
    const cell = (column: number) => row.getCell(column).text
    const there = cell(6) || '–'
    const hours = Number(row.getCell(7).value).toFixed(1)
    const result = `${cell(11)}${cell(13) || (cell(12) && `：${cell(12)}`)}`
    const score = row.getCell(10).value === null ? '–' : Number(row.getCell(10).value).toFixed(1)
    expect(text).toContain(
      bare(`${cell(2)}${cell(4)}${cell(5)}${there}${hours}${cell(8)}/${cell(9)}${score}${result}`),
    )
  })
})

test('a formula and a script as a name stay text', async () => {
  const name = '=HYPERLINK("http://example.com","点击")'
  const unit = '<script>alert(1)</script>幼儿园'
  const facts = reportOver([{ name, unit, township: '+金滩镇', number: '130425197511210027' }])
  const list = (await workbookOf(await writeCompletionWorkbook(facts, hash))).worksheets[2]!
  expect(list.getRow(2).getCell(2).type).toBe(ExcelJS.ValueType.String)
  expect([2, 3, 4].map((column) => list.getRow(2).getCell(column).value)).toEqual([name, '+金滩镇', unit])
})
