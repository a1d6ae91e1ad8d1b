import { db } from '~/db.server'
import { close } from '~/open.server'
import { paths } from '~/paths'
import { expect, open } from '../support/browser'
import { type PagesWorld, pagesWorld } from '../support/pages-world'
import { openSite, signIn } from './signed-in'
import { test } from './site'

let made: PagesWorld

test.beforeEach(async ({ page, site, watched }) => {
  watched.allow(/ERR_INTERNET_DISCONNECTED/)
  await openSite(site)
  made = await pagesWorld()
  await site.setClock(made.at)
  await signIn(page.context(), made.liNa.person, { origin: site.origin, at: made.at })
})

test.afterEach(close)

test('an assignment handed in without a network keeps its words and file, says so, and arrives once', async ({
  page,
  context,
}) => {
  await open(page, paths.activityOf(made.liNa.enrolment.id, made.idOf('assignment'), 'assignment'))
  await page.getByRole('textbox', { name: '正文' }).fill('山里没有信号，先写在这里。')
  await page.getByLabel('附件').setInputFiles({
    name: '方案.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n方案\n%%EOF'),
  })
  await context.setOffline(true)
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByText('没有网络。已保留您填的内容，正在重试…')).toBeVisible()
  await expect(page.getByRole('textbox', { name: '正文' })).toHaveValue('山里没有信号，先写在这里。')
  await context.setOffline(false)
  await expect(page.getByRole('status').getByText('已提交，等导学教师评分')).toBeVisible()
  await expect(page.getByRole('link', { name: /方案\.pdf/ })).toBeVisible()
  const enrolmentId = made.liNa.enrolment.id
  expect(await db.submission.count({ where: { enrolmentId } })).toBe(1)
})

test('an answer given without a network is saved when it is back, and the quiz is handed in once', async ({
  page,
  context,
}) => {
  const address = paths.activityOf(made.liNa.enrolment.id, made.idOf('quiz'), 'quiz')
  await open(page, address)
  await page.getByRole('button', { name: '开始作答' }).click()
  await expect(page).toHaveURL(/q=1/)
  await context.setOffline(true)
  await page.getByText('查场地').click()
  await expect(page.getByText('还没有保存：网络不通，恢复后会自动保存')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText(/已保存 9:\d\d/)).toBeVisible()
  await open(page, `${address}?q=end`)
  await context.setOffline(true)
  await page.getByRole('button', { name: '交卷' }).click()
  await expect(page.getByText('没有网络。已保留您填的内容，正在重试…')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByRole('heading', { name: '第 1 次作答：20 分' })).toBeVisible()
  const enrolmentId = made.liNa.enrolment.id
  expect(await db.quizAttempt.count({ where: { enrolmentId } })).toBe(1)
})

test('a text that is too long is kept whole, and the sentence says how long it may be', async ({
  page,
  watched,
}) => {
  watched.allow(/status of 409/)
  await open(page, paths.activityOf(made.liNa.enrolment.id, made.idOf('case-study'), 'case-study'))
  const field = page.getByRole('textbox', { name: '写出您的分析' })
  const text = '观察'.repeat(10_001)
  await field.fill(text)
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByText('太长了，最多 20,000 字')).toBeVisible()
  await expect(field).toHaveValue(text)
})
