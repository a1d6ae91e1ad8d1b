// The manager opens a cohort: dates, quotas, roster, slips.
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import { expect } from '../../support/browser'
import { textOf } from '../../templates/reading'
import { calendar } from './calendar'
import { expectSaid, goTo } from './people'

export const cohortTitle = '2027 年第一期'
const programmeTitle = '大名县农村幼儿园教师专业发展混合式研修项目'
const roster = 'tests/fixtures/daming-roster.xlsx'

/** Sees the programme with its four modules and thirty activities, and opens a cohort of it. */
export async function opensTheCohort(page: Page): Promise<string> {
  await goTo(page, '培训项目')
  await page.getByRole('link', { name: programmeTitle }).first().click()
  await expect(page.getByText('第 1 版 · 4 个模块，30 项学习活动')).toBeVisible()
  await page.getByRole('link', { name: '开设期次' }).click()
  await page.getByLabel('由谁开设').selectOption({ label: '北京开放大学社会教育学院' })
  await page.getByLabel('为谁开设').selectOption({ label: '大名县教育局' })
  await page.getByLabel('期次名称').fill(cohortTitle)
  await page.getByLabel('开始', { exact: true }).fill(calendar.day(1, 1))
  await page.getByLabel('结束', { exact: true }).fill(calendar.day(17, 7))
  await page.getByLabel('联系人').fill('周敏')
  await page.getByLabel('联系电话').fill('19900010102')
  await page.getByRole('button', { name: '开设' }).click()
  await expect(page.getByText('请填写此项').first()).toBeVisible()
  await expect(page.getByLabel('培训项目')).toHaveValue('')
  await page.getByLabel('培训项目').selectOption({ label: `${programmeTitle}（17 周）` })
  await page.getByRole('button', { name: '开设' }).click()
  await expectSaid(page, `已开设“${cohortTitle}”`)
  return /\/cohorts\/([\w-]+)$/.exec(page.url())![1]!
}

/** How many people each township sends by the roster; the manager grants as many, to one of them one less. */
export async function setsQuotas(page: Page, short: string) {
  await page.getByRole('link', { name: '名额', exact: true }).first().click()
  for (const [township, people] of await sentByTownship()) {
    await quotaOf(page, township).fill(String(township === short ? people - 1 : people))
  }
  await page.getByRole('button', { name: '保存名额' }).click()
  await expectSaid(page, '名额已保存。')
}

export async function raisesQuota(page: Page, township: string) {
  await page.getByRole('link', { name: '调整名额' }).click()
  const people = (await sentByTownship()).get(township)!
  await quotaOf(page, township).fill(String(people))
  await page.getByRole('button', { name: '保存名额' }).click()
  await expectSaid(page, '名额已保存。')
}

function quotaOf(page: Page, township: string) {
  return page.getByLabel(`${township}中心校`)
}

async function sentByTownship() {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(roster)
  const sent = new Map<string, number>()
  workbook.worksheets[0]!.eachRow((row) => {
    const township = row.getCell(6).text
    if (/^\d+$/.test(row.getCell(1).text)) sent.set(township, (sent.get(township) ?? 0) + 1)
  })
  return sent
}

/** Drops a file on the import page, and stands before what was found in it. */
export async function dropsRoster(page: Page, path: string) {
  await page.getByRole('link', { name: '导入名单', exact: true }).first().click()
  await page.getByLabel('名单文件').setInputFiles(path)
  await page.getByRole('button', { name: '检查名单' }).click()
}

export async function dropsTheRoster(page: Page) {
  await dropsRoster(page, roster)
  await expect(page.getByRole('heading', { name: '每一列取作什么' })).toBeVisible()
  await expect(page.getByRole('heading', { name: /^导入时新建 \d+ 个单位$/ })).toBeVisible()
}

const mistakes = {
  潘兰: '已整理为“潘兰”（去掉空格）。',
  李晓: '最后一位是 1，按前 17 位推算应为 7',
  石慧: '只有 15 位。15 位的旧号码 1999 年起已不再发放',
  陆霞琳: '手机号码只有 7 位，应为 11 位。',
  孙玉敏: '没有手机号码。将用身份证号码登录。',
  李雨玉: '（全角改为半角）',
  程雅璐: '这个号码是按数字存的，表格只保留前 15 位',
  雷洁敏: '（序号 12）（张云妍）的身份证号码相同。',
  韩静雪: '填的是“男”，按身份证号码应为“女”。',
  孟莉莉: '没有“不存在镇”这个乡镇。名称相近的有：杨桥镇',
  HYPERLINK: '看起来像公式，只当作文字保存。',
  '<script>': '看起来像网页代码，只当作文字保存。',
  张张张: '姓名有 200 个字，最多 50 个字。',
  叶淑倩: '没有身份证号码。请补填。',
  黄雅佳: '有 3003 个字，只保留前 500 个字。',
}

/** Sees what is wrong with which row of a bad file, of which nothing is written until it is agreed to. */
export async function seesMistakes(page: Page) {
  await dropsRoster(page, 'tests/fixtures/daming-roster-with-mistakes.xlsx')
  await expect(page.getByText('表头在第 3 行')).toBeVisible()
  await expect(page.getByText('单位 取自“工作单位”')).toBeVisible()
  for (const [name, sentence] of Object.entries(mistakes)) {
    await expect(page.getByRole('row').filter({ hasText: name }).filter({ hasText: sentence })).toBeVisible()
  }
  await page.getByLabel('显示').selectOption({ label: '有错' })
  await expect(page.getByText('共 9 条')).toBeVisible()
}

export async function agrees(page: Page, people: number) {
  await page.getByRole('button', { name: `导入无误的 ${people} 人` }).click()
  await expect(page.getByRole('heading', { name: '这份名单已经导入' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText(new RegExp(`^已报名 ${people} 人，新建 \\d+ 个单位。$`)).first()).toBeVisible()
}

/** Prints the slips, and reads each person's code from them, as who hands them out would. */
export async function printsSlips(page: Page) {
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: '打印登录条' }).first().click()
  const file = await downloading
  const text = await textOf(await readFile(await file.path()))
  return (name: string, telephone: string) => {
    const masked = `${telephone.slice(0, 4)}\\*{4}${telephone.slice(-3)}`
    const found = new RegExp(`${name}[^*]{0,40}${masked}登录码([0-9A-Z]{5}-[0-9A-Z]{5})`).exec(text)
    if (!found) throw new Error(`No slip for ${name} in ${text.slice(0, 500)}`)
    return found[1]!
  }
}
