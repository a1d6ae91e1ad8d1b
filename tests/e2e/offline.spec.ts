import { db } from '~/db.server'
import { paths } from '~/paths'
import { started } from '../support/browser'
import { box, expect, openGroup, postsOf, say, test, waiting } from './talk'

// A navigation that fails for want of a network keeps the page and what was typed, says so, and tries again.

const bar = '没有网络。已保留您填的内容，正在重试…'

test('from the outline to an activity: the page stays, says so, and goes on by itself', async ({
  made,
  device,
}) => {
  const { page, offline, online } = await device(made.liNa)
  await page.goto(paths.outline(made.liNa.enrolment.id))
  await started(page)
  await offline()
  await page.locator('a[href*="/activities/"]').first().click()
  await expect(page.getByText(bar)).toBeVisible()
  await expect(page.getByRole('heading', { name: '课程', exact: true })).toBeVisible()
  await online()
  await expect(page).toHaveURL(/activities|topics/)
  await expect(page.getByText(bar)).toHaveCount(0)
})

test('a form without a network keeps what was typed, goes once, and its page follows', async ({
  made,
  device,
}) => {
  const { page, offline, online } = await device(made.mentor)
  await openGroup(page, made, made.mentor)
  await page.getByText('新开话题').click()
  await page.getByLabel('题目').fill('怎样晒玉米皮')
  await offline()
  await page.getByRole('button', { name: '开话题' }).click()
  await expect(page.getByText(bar)).toBeVisible()
  await expect(page.getByLabel('题目')).toHaveValue('怎样晒玉米皮')
  await online()
  await expect(page.getByRole('heading', { name: '怎样晒玉米皮' })).toBeVisible()
  expect(await db.topic.count({ where: { groupId: made.group.id, title: '怎样晒玉米皮' } })).toBe(1)
})

test('where the browser itself would leave without a network, the page stays and goes when it is back', async ({
  made,
  device,
}) => {
  const { page, offline, online } = await device(made.liNa)
  await page.goto(paths.today(made.liNa.enrolment.id))
  await started(page)
  await offline()
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page.getByText(bar)).toBeVisible()
  await expect(page).toHaveURL(/today/)
  await online()
  await expect(page).toHaveURL(/sign-in/)
})

test('a page whose code a new release has taken away is fetched anew, once, and what was typed is kept', async ({
  made,
  device,
}) => {
  const { page, allow } = await device(made.liNa)
  await openGroup(page, made, made.liNa)
  await box(page).fill('还没发的话')
  const outline = await page.evaluate(async () => {
    const response = await fetch(
      document.querySelector<HTMLScriptElement>('script[src*="manifest-"]')?.src ?? '',
    )
    return response.ok
      ? (await response.text()).match(/routes\/outline\/route"[^}]*?"module":"([^"]+)"/)?.[1]
      : null
  })
  const gone: string[] = []
  await page.route(outline ? `**${outline}` : '**/assets/route-*.js', (route) => {
    gone.push(route.request().url())
    return gone.length === 1 ? route.fulfill({ status: 404, body: 'Not found' }) : route.fallback()
  })
  allow(/status of 404/)
  await page.evaluate(() => document.body.setAttribute('data-same-document', ''))
  await page.getByRole('link', { name: '课程' }).click()
  await expect(page.locator('body[data-same-document]')).toHaveCount(0)
  await started(page)
  await expect(page.getByRole('heading', { name: '课程', exact: true })).toBeVisible()
  await page.getByRole('link', { name: '小组' }).click()
  await expect(box(page)).toHaveValue('还没发的话')
})

test('a part that cannot be had lets the page begin anew, with what waits, and not in a circle', async ({
  made,
  device,
}) => {
  const { page, allow } = await device(made.liNa)
  allow(/WebSocket|socket\.io|status of 404|dynamically imported module/)
  await page.routeWebSocket(/socket\.io/, (socket) => socket.close())
  await page.route('**/socket.io/**', (route) => route.abort())
  await page.goto(paths.group(made.liNa.enrolment.id))
  await started(page)
  await say(page, '路上写的')
  await expect(waiting(page)).toHaveCount(1)
  const later = await page.context().newPage()
  await page.close()
  let refused = 0
  await later.route('**/assets/sender-*.js', (route) => {
    refused += 1
    return refused === 1 ? route.fulfill({ status: 404, body: 'Not found' }) : route.fallback()
  })
  await later.goto(paths.today(made.liNa.enrolment.id))
  await expect.poll(() => postsOf(made)).toEqual(['路上写的'])
  expect(refused).toBe(2)
})
