import { addMinutes, addSeconds } from 'date-fns'
import { paths } from '~/paths'
import { started } from '../support/browser'
import { move, secondGroup } from '../support/discussion-world'
import { endAllSessions } from '../support/sessions'
import { box, connected, expect, openGroup, postsOf, say, sayMany, test, waiting } from './talk'

// A post is cut at any moment, the page is loaded anew, and it is there once.

test('cut before it was sent: it waits on the device through a reload, and arrives once', async ({
  made,
  device,
}) => {
  const { page, offline, online } = await device(made.liNa)
  await openGroup(page, made, made.liNa)
  await offline()
  await say(page, '山里没有信号')
  await expect(waiting(page)).toContainText('等待网络，恢复后自动发送')
  expect(await page.reload().catch(() => 'no network')).toBe('no network')
  expect(await postsOf(made)).toEqual([])
  await online()
  await openGroup(page, made, made.liNa)
  await expect(page.locator('#post-1')).toContainText('山里没有信号')
  await expect(waiting(page)).toHaveCount(0)
  await page.reload()
  await expect(page.getByText('山里没有信号')).toHaveCount(1)
  expect(await postsOf(made)).toEqual(['山里没有信号'])
})

test('cut between the commit and its acknowledgement: sent again after a reload, it is the same post', async ({
  made,
  device,
}) => {
  const { page, allow } = await device(made.liNa)
  let deaf = false
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => server.send(message))
    server.onMessage((message) => {
      if (!deaf) socket.send(message)
    })
  })
  allow(/WebSocket/)
  await openGroup(page, made, made.liNa)
  deaf = true
  await say(page, '写下了，却没听到')
  await expect.poll(() => postsOf(made)).toEqual(['写下了，却没听到'])
  await expect(waiting(page)).toHaveCount(1)
  deaf = false
  await page.reload()
  await expect(page.locator('#post-1')).toContainText('写下了，却没听到')
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('outbox'))))
    .toEqual([])
  await expect(page.getByText('写下了，却没听到')).toHaveCount(1)
  expect(await postsOf(made)).toHaveLength(1)
})

test('cut after its acknowledgement: it is there once, whatever is loaded anew', async ({ made, device }) => {
  const { page, offline, online } = await device(made.liNa)
  await openGroup(page, made, made.liNa)
  await say(page, '已经收到')
  await expect(page.locator('#post-1')).toContainText('已经收到')
  await offline()
  await online()
  await page.reload()
  await connected(page)
  await expect(page.getByText('已经收到')).toHaveCount(1)
  expect(await postsOf(made)).toHaveLength(1)
})

test('two tabs of one person send what waits once, and both show it', async ({ made, device }) => {
  const { page, tab, offline, online } = await device(made.liNa)
  const second = await tab()
  await openGroup(page, made, made.liNa)
  await openGroup(second, made, made.liNa)
  await offline()
  for (const n of [1, 2, 3]) await say(page, `第 ${n} 句`)
  await expect(waiting(second)).toHaveCount(3)
  await online()
  for (const one of [page, second]) {
    await expect(waiting(one)).toHaveCount(0)
    await expect(one.locator('#post-3')).toContainText('第 3 句')
  }
  expect(await postsOf(made)).toEqual(['第 1 句', '第 2 句', '第 3 句'])
})

test('what waits is sent from whichever page is open when the network is back', async ({ made, device }) => {
  const { page, offline, online } = await device(made.liNa)
  await openGroup(page, made, made.liNa)
  await offline()
  await say(page, '路上写的')
  await page.getByRole('link', { name: '课程' }).click()
  await expect(page.getByText('没有网络')).toBeVisible()
  // Past the while after which a page looks for what waits: without a network it must not lose its way over it.
  await page.waitForFunction(() => performance.now() > 2_500)
  await online()
  await expect(page.getByRole('heading', { name: '课程', exact: true })).toBeVisible()
  await expect.poll(() => postsOf(made)).toEqual(['路上写的'])
})

test('the next person on a shared phone neither sees nor sends what another left waiting', async ({
  made,
  device,
}) => {
  const shared = await device(made.liNa)
  const { page } = shared
  await openGroup(page, made, made.liNa)
  await shared.offline()
  await say(page, '只属于李娜')
  await endAllSessions(made.liNa.person)
  await shared.signIn(made.wangFang)
  await shared.online()
  await expect(page.getByText('登录已失效')).toBeVisible()
  expect(await postsOf(made)).toEqual([])
  await openGroup(page, made, made.wangFang)
  await say(page, '我是王芳')
  await expect(page.locator('#post-1')).toContainText('我是王芳')
  await expect(page.getByText('只属于李娜')).toHaveCount(0)
  expect(await postsOf(made)).toEqual(['我是王芳'])
  await shared.signIn(made.liNa)
  await openGroup(page, made, made.liNa)
  await expect(page.locator('#post-2')).toContainText('只属于李娜')
})

test('signing out says what was not sent, and takes it from the device with the session', async ({
  made,
  device,
}) => {
  const { page, allow } = await device(made.liNa)
  await page.route('**/socket.io/**', (route) => route.abort())
  await page.routeWebSocket(/socket\.io/, (socket) => socket.close())
  allow(/ERR_FAILED|WebSocket/)
  await page.goto(paths.group(made.liNa.enrolment.id))
  await started(page)
  for (const text of ['没发出的一句', '没发出的两句']) await say(page, text)
  await box(page).fill('写了一半')
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page.getByRole('alert')).toContainText('2 条消息没有发出，1 处文字没有提交')
  await page.getByRole('button', { name: '先不退出' }).click()
  await expect(waiting(page)).toHaveCount(2)
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByRole('button', { name: '删除并退出' }).click()
  await expect(page).toHaveURL(/sign-in/)
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toMatch(/没发出|写了一半/)
})

test('who was moved out hears no more, is told why, and keeps the words', async ({ made, device }) => {
  const { page } = await device(made.liNa)
  const { page: other } = await device(made.wangFang)
  await openGroup(page, made, made.liNa)
  await openGroup(other, made, made.wangFang)
  const second = await secondGroup(made)
  await move(made.liNa.enrolment.id, made.group.id, second.id, addSeconds(made.at, -1))
  await say(other, '她走了以后')
  await expect(other.locator('#post-1')).toBeVisible()
  await say(page, '还在吗')
  await expect(page.getByRole('alert')).toContainText('您已不在这个小组，不能在这里发言')
  await expect(page.getByText('她走了以后')).toHaveCount(0)
  await openGroup(page, made, made.liNa)
  await expect(waiting(page)).toContainText('写给别处的，没有发出')
  await page.getByRole('button', { name: '改一改再发' }).click()
  await expect(box(page)).toHaveValue('还在吗')
  await box(page).fill('大家好，我是新来的')
  await page.getByRole('button', { name: '发送' }).click()
  await expect(page.locator('#post-1')).toContainText('我是新来的')
  expect(await postsOf(made)).toEqual(['她走了以后'])
})

test('whose session has ended is told so, keeps the words, and sends them when signed in again', async ({
  made,
  device,
}) => {
  const phone = await device(made.liNa)
  const { page } = phone
  await openGroup(page, made, made.liNa)
  await endAllSessions(made.liNa.person)
  await say(page, '会话断了')
  await expect(page.getByText('登录已失效')).toBeVisible()
  await expect(waiting(page)).toContainText('会话断了')
  expect(await postsOf(made)).toEqual([])
  await phone.signIn(made.liNa)
  await openGroup(page, made, made.liNa)
  await expect(page.locator('#post-1')).toContainText('会话断了')
  await expect(waiting(page)).toHaveCount(0)
})

test('who posts too fast is told to wait, and it goes by itself', async ({ made, device, site }) => {
  const { page } = await device(made.liNa)
  await openGroup(page, made, made.liNa)
  await sayMany(made, made.liNa.actor, 20, '一口气')
  await say(page, '第二十一句')
  await expect(waiting(page)).toContainText('发得太快了，稍后自动发送')
  await site.setClock(addMinutes(made.at, 2))
  await expect(waiting(page)).toHaveCount(0)
  await expect(page.locator('#post-21')).toContainText('第二十一句')
})
