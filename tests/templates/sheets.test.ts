import ExcelJS from 'exceljs'
import { expect, test, vi } from 'vitest'
import { type MarkedRosterFacts, writeMarkedRoster } from '#templates/reports/roster-marked'
import { drawRoll, type RollFacts } from '#templates/sheets/roll'
import { drawSignInSlips, type SignInSlipsFacts, type Slip } from '#templates/sheets/sign-in-slips'
import { damingRoster } from './people'
import { fontsOf, openPdf, pagesOf, qrOf } from './reading'

// Hundreds of pages are drawn and read back, on machines that may be busy with other tests.
vi.setConfig({ testTimeout: 60_000 })

const titles = {
  organisation: '大名县教育局',
  programmeTitle: '大名县农村幼儿园教师专业发展混合式研修项目',
  programmeTitleEn: 'Blended professional development for rural kindergarten teachers, Daming County',
  cohortTitle: '第一期',
  cohortTitleEn: 'Cohort 1',
}

async function damingSlips(): Promise<SignInSlipsFacts> {
  const townships = new Map<string, Slip[]>()
  for (const [i, { name, township, unit }] of (await damingRoster()).entries()) {
    const way: Slip['way'] =
      i % 7
        ? { by: 'telephone', masked: '1990****001' }
        : { by: 'identity-number', masked: '1304**********0027' }
    const slips = townships.get(township) ?? []
    townships.set(township, [...slips, { name, unit, way, code: i % 40 === 4 ? null : '4F7KQ9XM2P' }])
  }
  return {
    ...titles,
    madeOn: '2017-03-20',
    signInUrl: 'https://gongxue.example.cn/sign-in',
    validUntil: '2017-04-19',
    contact: { name: '王敏', telephone: '0310-6562233', hours: '周一至周五 8:30–17:30' },
    townships: [...townships].map(([name, slips]) => ({ name, slips })),
  }
}

test('everybody on the roster gets a slip with a code in two groups, or is told to sign in as before', async () => {
  const facts = await damingSlips()
  const pdf = await openPdf(await drawSignInSlips(facts))
  const text = (await pagesOf(pdf)).join('')
  const slips = facts.townships.flatMap((township) => township.slips)
  expect(slips).toHaveLength(322)
  for (const { name, unit } of slips) expect(text).toContain(`${name}${unit}`)
  expect(text.match(/登录码4F7KQ-9XM2P/g)).toHaveLength(slips.filter((slip) => slip.code).length)
  expect(text.match(/按原来的方式登录/g)).toHaveLength(slips.filter((slip) => !slip.code).length)
  expect(text).toContain('2017年4月19日前有效')
  expect(text).toContain('有问题找王敏，电话0310-6562233')
  expect(await fontsOf(pdf, 1)).toMatchObject({ embedded: true, empty: 0 })
})

test('the longest names are printed whole, on slips and on the roll', async () => {
  const name = '古丽巴哈尔·阿不都热合曼·买买提'
  const unit = '营镇回族乡西苏庄村幼儿园（营镇回族乡中心幼儿园西苏庄分园）'
  const slip: Slip = { name, unit, way: { by: 'telephone', masked: '1990****001' }, code: '4F7KQ9XM2P' }
  const slips = { ...(await damingSlips()), townships: [{ name: '营镇回族乡', slips: [slip] }] }
  const groups = [{ name: '营镇回族乡组', mentor: name, people: [{ name, unit }] }]
  for (const locale of ['zh-CN', 'en'] as const) {
    for (const drawn of [drawSignInSlips(slips, locale), drawRoll({ ...roll, groups }, locale)]) {
      const [text] = await pagesOf(await openPdf(await drawn))
      expect(text).toContain(name)
      expect(text).toContain(unit)
      expect(text).not.toContain('…')
    }
  }
})

test('a page of slips belongs to one township, so that it can be handed over whole', async () => {
  const facts = await damingSlips()
  const pages = await pagesOf(await openPdf(await drawSignInSlips(facts)))
  expect(pages).toHaveLength(
    facts.townships.reduce((sum, { slips }) => sum + Math.ceil(slips.length / 10), 0),
  )
  expect(pages[0]!.startsWith(facts.townships[0]!.name)).toBe(true)
})

test('a camera reads the address to sign in from a slip', async () => {
  const pdf = await openPdf(await drawSignInSlips(await damingSlips()))
  expect(await qrOf(pdf, 1, { x: 0, y: 0.07, width: 0.5, height: 0.18 })).toBe(
    'https://gongxue.example.cn/sign-in',
  )
})

test('the same slips give the same bytes', async () => {
  const facts = await damingSlips()
  const few = { ...facts, townships: facts.townships.slice(0, 2) }
  expect(Buffer.from(await drawSignInSlips(few)).equals(await drawSignInSlips(few))).toBe(true)
})

test('slips in English keep to English', async () => {
  const facts = await damingSlips()
  const slip: Slip = {
    name: 'Anna Müller',
    unit: 'Kindergarten',
    way: { by: 'telephone', masked: '1990****026' },
    code: null,
  }
  const contact = { name: 'Wang Min', telephone: '0310-6562233', hours: null }
  const one = { ...facts, contact, townships: [{ name: 'Jintan', slips: [slip] }] }
  const text = (await pagesOf(await openPdf(await drawSignInSlips(one, 'en')))).join('')
  expect(text).toContain('Signinasbefore')
  expect(text).not.toMatch(/\p{Script=Han}/u)
})

const roll: RollFacts = {
  ...titles,
  workshopTitle: '第一次面授：一日生活观摩',
  sessionTitle: '上午场',
  venue: '大名县实验幼儿园',
  on: '2017-05-12',
  from: '9:00',
  until: '12:00',
  groups: [
    { name: '金滩镇一组', mentor: '李晓燕', people: [{ name: '𬭎喆', unit: '金滩镇中心幼儿园' }] },
    { name: '北峰镇一组', mentor: null, people: [{ name: 'Anna Müller', unit: '北峰镇红苗幼儿园' }] },
  ],
}

test('a mentor without a telephone calls the roll on paper, a page for each group', async () => {
  const pages = await pagesOf(await openPdf(await drawRoll(roll)))
  expect(pages).toHaveLength(2)
  expect(pages[0]).toContain('2017年5月12日（周五）9:00–12:00大名县实验幼儿园')
  expect(pages[0]).toContain('金滩镇一组导学教师李晓燕1人')
  expect(pages[0]).toContain('1𬭎喆金滩镇中心幼儿园')
  expect(pages[1]).toContain('AnnaMüller')
})

const marked: MarkedRosterFacts = {
  fileName: 'daming-roster-with-mistakes.xlsx',
  author: '大名县教育局',
  madeOn: '2017-03-20',
  sheets: [
    {
      name: "'学员/名单'",
      header: ['姓名', '身份证号码'],
      rows: [
        {
          number: 7,
          cells: ['李晓', '130425199201160021'],
          issues: [{ column: 1, severity: 'error', text: '末位校验码应为 8' }],
        },
        {
          number: 20,
          cells: ['=HYPERLINK("http://example.com","点击")', '130425197512160027'],
          issues: [{ column: null, severity: 'warning', text: '按普通文字导入' }],
        },
        { number: 21, cells: ['阎妍'], issues: [] },
      ],
    },
  ],
}

test('a roster goes back with its mistakes coloured and named beside each row', async () => {
  const bytes = await writeMarkedRoster(marked)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.slice().buffer)
  const sheet = workbook.worksheets[0]!
  expect(sheet.getRow(1).values).toEqual([undefined, '原行号', '姓名', '身份证号码', '问题'])
  expect(sheet.getRow(2).values).toEqual([undefined, 7, '李晓', '130425199201160021', '末位校验码应为 8'])
  expect(sheet.getRow(3).getCell(2).value).toBe('=HYPERLINK("http://example.com","点击")')
  const colourOf = (row: number, column: number) => {
    const { fill } = sheet.getRow(row).getCell(column)
    return fill?.type === 'pattern' ? fill.fgColor?.argb : undefined
  }
  expect([colourOf(2, 2), colourOf(2, 3), colourOf(2, 4)]).toEqual([undefined, 'FFFAE8E5', 'FFFAE8E5'])
  expect([colourOf(3, 1), colourOf(3, 4)]).toEqual(['FFFBF0D9', 'FFFBF0D9'])
  expect(colourOf(4, 4)).toBeUndefined()
  expect(Buffer.from(bytes).equals(await writeMarkedRoster(marked))).toBe(true)
})
