import type { Browser, Page } from '@playwright/test'
import { close } from '~/open.server'
import { paths } from '~/paths'
import { expect } from '../support/browser'
import { type PagesWorld, pagesWorld } from '../support/pages-world'
import type { RunningServer } from '../support/server'
import { openSite, signIn } from './signed-in'
import { test } from './site'

let made: PagesWorld

test.beforeEach(async ({ site }) => {
  await openSite(site)
  made = await pagesWorld()
  await site.setClock(made.at)
})

test.afterEach(close)

async function plainPage(browser: Browser, site: RunningServer, person: { id: string; name: string }) {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'zh-CN',
    baseURL: site.origin,
    viewport: { width: 360, height: 780 },
  })
  await signIn(context, person, { origin: site.origin, at: made.at })
  return context.newPage()
}

async function goTo(page: Page, kind: Parameters<PagesWorld['idOf']>[0]) {
  await page.goto(paths.activityOf(made.liNa.enrolment.id, made.idOf(kind), kind))
}

test('a trainee reads, answers and hands in without JavaScript', async ({ browser, site }) => {
  const page = await plainPage(browser, site, made.liNa.person)
  await goTo(page, 'reading')
  await page.getByRole('button', { name: '已读' }).click()
  await expect(page.getByText('已记下：这篇已读完')).toBeVisible()

  await goTo(page, 'survey')
  await page.getByText('4', { exact: true }).click()
  await page.getByRole('textbox', { name: '还想学什么？' }).fill('绘本')
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByText('谢谢，您的回答已收到。')).toBeVisible()

  await goTo(page, 'case-study')
  await page.getByRole('textbox', { name: '写出您的分析' }).fill('太短')
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByText('只有 2 字，至少要 20 字（不计空格）')).toBeVisible()
  await expect(page.getByRole('textbox', { name: '写出您的分析' })).toHaveValue('太短')

  await goTo(page, 'assignment')
  await page.getByRole('textbox', { name: '正文' }).fill('活动方案')
  await page.getByLabel('附件').setInputFiles({
    name: '方案.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n方案\n%%EOF'),
  })
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('link', { name: /方案\.pdf/ })).toBeVisible()

  await goTo(page, 'practice')
  await page.locator('#text-1').fill('选了一名男孩')
  await page.getByRole('button', { name: '保存这一项' }).first().click()
  await expect(page.getByRole('paragraph').filter({ hasText: '选了一名男孩' })).toBeVisible()
  await page.context().close()
})

test('a trainee does a whole quiz without JavaScript', async ({ browser, site }) => {
  const page = await plainPage(browser, site, made.liNa.person)
  await goTo(page, 'quiz')
  await page.getByRole('button', { name: '开始作答' }).click()
  await page.getByText('查场地').click()
  await page.getByRole('button', { name: '下一题' }).click()
  await page.getByText('器械').click()
  await page.getByText('着装').click()
  await page.getByRole('button', { name: '下一题' }).click()
  await page.getByText('对', { exact: true }).click()
  await page.getByRole('button', { name: '下一题' }).click()
  await page.getByRole('textbox', { name: '您的答案' }).fill('长'.repeat(501))
  await page.getByRole('button', { name: '下一题' }).click()
  await expect(page.getByText('这个答案太长，没有保存：最多 500 字。')).toBeVisible()
  await expect(page.getByRole('textbox', { name: '您的答案' })).toHaveValue('长'.repeat(501))
  await page.getByRole('textbox', { name: '您的答案' }).fill('事实')
  await page.getByRole('button', { name: '下一题' }).click()
  for (const [place, rank] of [
    ['“看”排第几', '1'],
    ['“记”排第几', '2'],
    ['“想”排第几', '3'],
  ] as const) {
    await page.getByLabel(place).selectOption(rank)
  }
  await page.getByRole('button', { name: '检查并交卷' }).click()
  await expect(page.getByText('每题都已作答。')).toBeVisible()
  await page.getByRole('button', { name: '交卷' }).click()
  await expect(page.getByRole('heading', { name: '第 1 次作答：100 分' })).toBeVisible()
  await page.context().close()
})

test('a trainee checks in by the code, and the mentor calls the roll, without JavaScript', async ({
  browser,
  site,
}) => {
  const desk = await plainPage(browser, site, made.mentor.person)
  await desk.goto(paths.checkInScreen(made.session.id))
  await desk.getByRole('button', { name: '显示签到码' }).click()
  await expect(desk.getByRole('button', { name: '换一个签到码' })).toBeVisible()
  const code = await desk.getByText(/^[0-9A-Z]{6}$/).textContent()

  const phone = await plainPage(browser, site, made.liNa.person)
  await phone.goto(paths.workshops(made.liNa.enrolment.id))
  await phone.getByRole('textbox', { name: '屏幕上的签到码' }).fill(code!)
  await phone.getByRole('button', { name: '签到' }).click()
  await expect(phone.getByText('上午场已签到：出勤。')).toBeVisible()

  await desk.goto(paths.roll(made.session.id, made.group.id))
  await expect(desk.getByText(/自助签到：出勤/)).toBeVisible()
  await desk.getByRole('group', { name: '王芳' }).getByText('迟', { exact: true }).click()
  await desk.getByRole('button', { name: '保存点名' }).click()
  await expect(desk.getByText('已记下 1 人。')).toBeVisible()
  await desk.getByRole('button', { name: '其余全部到齐' }).click()
  await expect(desk.getByText('已点齐')).toBeVisible()
  await desk.getByRole('button', { name: '撤销' }).first().click()
  await expect(desk.getByText('已撤销 1 人的点名。')).toBeVisible()
  await Promise.all([phone.context().close(), desk.context().close()])
})

test('a mentor marks and signs off without JavaScript', async ({ browser, site }) => {
  const page = await plainPage(browser, site, made.mentor.person)
  await page.goto(paths.grading())
  await page.getByText('查看并评定').first().click()
  await page.getByLabel('分析有依据（满分 60）').fill('50')
  await page.getByLabel('策略可操作（满分 40）').fill('35')
  await page.getByRole('button', { name: '评分' }).click()
  await expect(page.getByText('已给 王芳 评分：85 分')).toBeVisible()
  await page.goto(paths.signOffs())
  await page.getByText('查看并评定').first().click()
  await page.getByLabel('分数').fill('88')
  await page.getByRole('button', { name: '审核通过' }).click()
  await expect(page.getByText('王芳 的实践已审核：88 分')).toBeVisible()
  await page.context().close()
})
