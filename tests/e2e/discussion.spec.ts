import { type BrowserContext, expect, type Page } from '@playwright/test'
import { DEMONSTRATION_SECRET, readEnv } from '~/env.server'
import { close, open } from '~/open.server'
import { paths } from '~/paths'
import { type DiscussionWorld, discussionWorld } from '../support/discussion-world'
import { signedIn } from '../support/sessions'
import { test } from './site'

let made: DiscussionWorld

test.beforeEach(async ({ site }) => {
  await open({
    env: readEnv({ NODE_ENV: 'test', DATABASE_CONNECTIONS: '4' }),
    databaseUrl: site.databaseUrl,
    secret: DEMONSTRATION_SECRET,
    ports: { publish: () => undefined, disconnect: () => undefined, present: async () => [] },
  })
  made = await discussionWorld()
  await site.setClock(made.at)
})

test.afterEach(close)

async function signIn(context: BrowserContext, person: { id: string; name: string }, origin: string) {
  const cookie = await signedIn(person, made.at)
  await context.addCookies([{ name: 'session', value: cookie.split('=')[1]!, url: origin }])
}

async function opened(page: Page, path: string) {
  await page.goto(path)
  await expect(page.getByRole('textbox', { name: '说点什么' })).toBeVisible()
}

async function say(page: Page, text: string) {
  await page.getByRole('textbox', { name: '说点什么' }).fill(text)
  await page.getByRole('button', { name: '发送' }).click()
}

test('two people talk: each sees the other’s posts at once, and who is typing', async ({ browser, site }) => {
  const [one, two] = [
    await browser.newContext({ locale: 'zh-CN' }),
    await browser.newContext({ locale: 'zh-CN' }),
  ]
  await signIn(one, made.liNa.person, site.origin)
  await signIn(two, made.mentor.person, site.origin)
  const [phone, desk] = [await one.newPage(), await two.newPage()]
  await opened(phone, site.origin + paths.group(made.liNa.enrolment.id))
  await opened(desk, site.origin + paths.mentoredGroup(made.group.id))
  await expect(phone.getByText('2 人在线')).toBeVisible()
  await desk.getByRole('textbox', { name: '说点什么' }).pressSequentially('好问题')
  await expect(phone.getByText('周敏正在输入…')).toBeVisible()
  await desk.getByRole('button', { name: '发送' }).click()
  await expect(phone.getByText('好问题')).toBeVisible()
  await say(phone, '谢谢老师\n见 https://example.org/a 吧')
  await expect(desk.getByRole('link', { name: 'https://example.org/a' })).toBeVisible()
  await expect(phone.locator('[data-waiting]')).toHaveCount(0)
  await phone.reload()
  await expect(phone.getByText('谢谢老师')).toHaveCount(1)
  await Promise.all([one.close(), two.close()])
})

test('a post written without a network waits on the device, through a reload, and arrives once', async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({ locale: 'zh-CN' })
  await signIn(context, made.liNa.person, site.origin)
  const page = await context.newPage()
  await opened(page, site.origin + paths.group(made.liNa.enrolment.id))
  await context.setOffline(true)
  await say(page, '山里没有信号')
  await expect(page.locator('[data-waiting]')).toContainText('山里没有信号')
  await context.setOffline(false)
  await page.reload()
  await expect(page.locator('[data-waiting]')).toHaveCount(0)
  await expect(page.getByText('山里没有信号')).toHaveCount(1)
  await page.reload()
  await expect(page.getByText('山里没有信号')).toHaveCount(1)
  await context.close()
})

test('without JavaScript the page posts and reads', async ({ browser, site }) => {
  const context = await browser.newContext({ locale: 'zh-CN', javaScriptEnabled: false })
  await signIn(context, made.wangFang.person, site.origin)
  const page = await context.newPage()
  await opened(page, site.origin + paths.group(made.wangFang.enrolment.id))
  await say(page, '没有脚本也能说')
  await expect(page.getByText('没有脚本也能说')).toBeVisible()
  await page.reload()
  await expect(page.getByText('没有脚本也能说')).toHaveCount(1)
  await context.close()
})

test('a mentor hides a post with a reason, and takes that back', async ({ browser, site }) => {
  const [one, two] = [
    await browser.newContext({ locale: 'zh-CN' }),
    await browser.newContext({ locale: 'zh-CN' }),
  ]
  await signIn(one, made.liNa.person, site.origin)
  await signIn(two, made.mentor.person, site.origin)
  const [phone, desk] = [await one.newPage(), await two.newPage()]
  await opened(phone, site.origin + paths.group(made.liNa.enrolment.id))
  await say(phone, '家长电话是……')
  await expect(phone.locator('[data-waiting]')).toHaveCount(0)
  await opened(desk, site.origin + paths.mentoredGroup(made.group.id))
  await desk.getByRole('link', { name: '更多' }).click()
  await desk.getByRole('textbox', { name: '隐藏的理由（作者会看到）' }).fill('别留电话')
  await desk.getByRole('button', { name: '隐藏这条' }).click()
  await expect(phone.getByText('理由：别留电话')).toBeVisible()
  await desk.getByRole('button', { name: '撤销' }).click()
  await expect(phone.getByText('理由：别留电话')).toHaveCount(0)
  await Promise.all([one.close(), two.close()])
})
