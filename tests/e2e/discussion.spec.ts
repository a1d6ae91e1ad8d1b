import { paths } from '~/paths'
import { expectAccessible } from '../support/browser'
import { box, expect, openGroup, postsOf, say, sayMany, test, waiting } from './talk'

test('two people talk: each sees the other’s posts at once, who is here and who is typing', async ({
  made,
  device,
}) => {
  const { page: phone } = await device(made.liNa)
  const { page: desk, context } = await device(made.mentor)
  await openGroup(phone, made, made.liNa)
  await openGroup(desk, made, made.mentor)
  await expect(phone.getByText('2 人在线')).toBeVisible()
  await box(desk).pressSequentially('好问题')
  await expect(phone.getByText('周敏正在输入…')).toBeVisible()
  await desk.getByRole('button', { name: '发送' }).click()
  await expect(phone.getByText('好问题', { exact: true })).toBeVisible()
  await expect(phone.getByText('周敏正在输入…')).toHaveCount(0)
  await say(phone, '谢谢老师\n见 https://example.org/a 吧')
  await expect(desk.getByRole('link', { name: 'https://example.org/a' })).toBeVisible()
  await expect(desk.locator('[aria-live=polite]', { hasText: '李娜：谢谢老师' })).toBeAttached()
  await expect(waiting(phone)).toHaveCount(0)
  await box(desk).pressSequentially('再')
  await expect(phone.getByText('周敏正在输入…')).toBeVisible()
  await context.close()
  await expect(phone.getByText('1 人在线')).toBeVisible()
  await expect(phone.getByText('周敏正在输入…')).toHaveCount(0)
  await phone.reload()
  await expect(phone.getByText('谢谢老师')).toHaveCount(1)
})

test('without JavaScript the page posts, answers and reads', async ({ made, device }) => {
  const { page } = await device(made.wangFang, { javaScriptEnabled: false })
  await page.goto(paths.group(made.wangFang.enrolment.id))
  await say(page, '没有脚本也能说')
  await expect(page.getByText('没有脚本也能说')).toBeVisible()
  await page.getByRole('link', { name: /^回复/ }).click()
  await say(page, '也能回复')
  await expect(page.getByRole('link', { name: '回复 王芳', exact: true })).toBeVisible()
  await say(page, '长'.repeat(5_001))
  await expect(page.getByText('太长了，最多 5,000 字。')).toBeVisible()
  await expect(box(page)).toHaveValue('长'.repeat(5_001))
  expect(await postsOf(made)).toEqual(['没有脚本也能说', '也能回复'])
})

test('a mentor hides a post with a reason and takes that back, and its author deletes it: all see it at once', async ({
  made,
  device,
}) => {
  const { page: phone } = await device(made.liNa)
  const { page: desk } = await device(made.mentor)
  const { page: other } = await device(made.wangFang)
  await openGroup(phone, made, made.liNa)
  await say(phone, '家长电话是……')
  await expect(waiting(phone)).toHaveCount(0)
  await openGroup(desk, made, made.mentor)
  await openGroup(other, made, made.wangFang)
  await desk.getByRole('link', { name: /^更多/ }).click()
  await desk.getByRole('textbox', { name: '隐藏的理由（作者会看到）' }).fill('别留电话')
  await desk.getByRole('button', { name: '隐藏这条' }).click()
  await expect(phone.getByText('理由：别留电话')).toBeVisible()
  await expect(other.getByText('这条已被导学教师隐藏')).toBeVisible()
  await expect(other.getByText('家长电话是……')).toHaveCount(0)
  await desk.getByRole('button', { name: '撤销' }).click()
  await expect(phone.getByText('理由：别留电话')).toHaveCount(0)
  await expect(other.getByText('家长电话是……')).toBeVisible()
  await phone.getByRole('link', { name: /^更多/ }).click()
  await phone.getByRole('button', { name: '删除这条' }).click()
  await expect(other.getByText('这条已被作者删除')).toBeVisible()
  await expect(other.getByText('家长电话是……')).toHaveCount(0)
})

test('who was away finds all that was said, in its order, below what they had read', async ({
  made,
  device,
}) => {
  const { page, offline, online } = await device(made.liNa)
  await sayMany(made, made.wangFang.actor, 3, '从前')
  await openGroup(page, made, made.liNa)
  await say(page, '我下车了')
  await expect(waiting(page)).toHaveCount(0)
  await offline()
  await sayMany(made, made.wangFang.actor, 70, '离开时')
  await say(page, '山里没有信号')
  await online()
  await expect(page.getByText('离开时 70', { exact: true })).toBeAttached()
  await expect(waiting(page)).toHaveCount(0)
  const shown = await page.locator('[id^=post-]').evaluateAll((posts) => posts.map((post) => post.id))
  expect(shown).toEqual(Array.from({ length: 75 }, (_, n) => `post-${n + 1}`))
  await expect(page.locator('#post-75')).toContainText('山里没有信号')
})

test('a long talk opens at what is new; earlier posts come above without moving it, later ones are counted', async ({
  made,
  device,
}) => {
  const { page } = await device(made.liNa)
  const { page: desk } = await device(made.mentor)
  await sayMany(made, made.wangFang.actor, 60, '早先')
  await openGroup(page, made, made.liNa)
  await expect(page.getByText('早先 60', { exact: true })).toBeInViewport()
  await page.goto(paths.today(made.liNa.enrolment.id))
  await sayMany(made, made.wangFang.actor, 12, '后来')
  await openGroup(page, made, made.liNa)
  await expect(page.getByText('以下是新消息')).toBeInViewport()

  const line = page.getByText('以下是新消息')
  await page.getByRole('link', { name: '更早的帖子' }).scrollIntoViewIfNeeded()
  const first = page.locator('[id^=post-]').first()
  const before = await first.evaluate((post) => [post.id, Math.round(post.getBoundingClientRect().top)])
  await page.getByRole('link', { name: '更早的帖子' }).click()
  await expect(page.locator('#post-1')).toBeAttached()
  const kept = page.locator(`#${before[0]}`)
  expect(await kept.evaluate((post) => Math.round(post.getBoundingClientRect().top))).toBe(before[1])
  await expect(line).toHaveCount(1)

  await openGroup(desk, made, made.mentor)
  await say(desk, '大家好')
  await page.getByRole('button', { name: '1 条新消息' }).click()
  await expect(page.getByText('大家好', { exact: true })).toBeInViewport()
  await expect(page.getByRole('button', { name: /新消息|回到最新/ })).toHaveCount(0)
  await expectAccessible(page)
})

test('on a desk Enter sends, Shift and Enter begin a line, and an input method keeps its Enter', async ({
  made,
  device,
}) => {
  const { page } = await device(made.liNa)
  await openGroup(page, made, made.liNa)
  await box(page).pressSequentially('第一行')
  await box(page).press('Shift+Enter')
  await box(page).pressSequentially('第二行')
  const tall = (await box(page).boundingBox())!.height
  await box(page).evaluate((field) =>
    field.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
    ),
  )
  await expect(box(page)).toHaveValue('第一行\n第二行')
  await box(page).press('Enter')
  await expect(box(page)).toHaveValue('')
  await expect(page.locator('#post-1')).toContainText('第一行')
  expect((await box(page).boundingBox())!.height).toBeLessThan(tall)
  expect(await postsOf(made)).toEqual(['第一行\n第二行'])

  await page.locator('#post-1').getByRole('link', { name: /^回复/ }).click()
  await expect(box(page)).toBeFocused()
  await box(page).press('Enter')
  await expect(page.locator('#post-2')).toHaveCount(0)
  await box(page).pressSequentially('接着说')
  await box(page).press('Enter')
  await expect(page.locator('#post-2')).toContainText('回复 李娜')
})

test('a text that is too long stays in its box with the reason, and hostile words are only words', async ({
  made,
  device,
}) => {
  const { page } = await device(made.liNa)
  const { page: other } = await device(made.wangFang)
  await openGroup(page, made, made.liNa)
  await openGroup(other, made, made.wangFang)
  await say(page, '长'.repeat(5_001))
  await expect(page.getByRole('alert')).toContainText('太长了，最多 5,000 字')
  await expect(box(page)).toHaveValue('长'.repeat(5_001))
  await say(page, '长'.repeat(5_000))
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.locator('#post-1')).toBeAttached()
  const words = '<img src=x onerror="document.title=1"> \u202e反\u202c 👩‍🏫 مرحبا'
  await say(page, words)
  await expect(other.locator('#post-2')).toContainText('<img src=x onerror="document.title=1"> 反 👩‍🏫 مرحبا')
  await expect(other.locator('#post-2 img')).toHaveCount(0)
  await say(page, '字'.repeat(400))
  const wide = await other.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wide).toBeLessThanOrEqual(0)
  await say(page, '\u200b')
  await expect(page.locator('#post-4')).toHaveCount(0)
})
