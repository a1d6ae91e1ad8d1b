import { expect, meddle, open, started } from '../support/browser'
import { test } from './site'

const missing = '/no-such-page'

test.use({ locale: 'zh-CN' })

test('what others put into head and body harms no page: it starts, keeps its styles and says nothing', async ({
  page,
  watched,
}) => {
  watched.allow(/status of 404/)
  await meddle(page)
  await open(page, missing)

  await expect(page).toHaveTitle('没有找到这个页面 · 共学')
  await expect(page.locator('title')).toHaveCount(1)
  await expect(page.locator('#foreign-first')).toBeAttached()
  await expect(page.locator('#foreign-last')).toBeAttached()
  await expect(page.locator('meta[name="foreign"]')).toHaveCount(1)
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(paper).toBe('rgb(247, 246, 242)')
})

test('what somebody types before the page has started is kept, whatever others put into it', async ({
  page,
}) => {
  await meddle(page)
  let release: () => void = () => undefined
  const slow = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/assets/*.js', async (route) => {
    await slow
    await route.continue()
  })
  await page.goto('/sign-in', { waitUntil: 'commit' })
  const field = page.locator('#app input[type="text"], #app input:not([type])').first()
  await field.fill('19900001234')
  release()
  await started(page)
  await expect(field).toHaveValue('19900001234')
  await expect(page.locator('title')).toHaveCount(1)
})

test('the title follows from page to page without a reload', async ({ page, watched }) => {
  watched.allow(/status of 404/)
  await meddle(page)
  await open(page, missing)
  await page.evaluate(() => document.body.setAttribute('data-same-document', ''))
  await page.getByRole('link', { name: '登录', exact: true }).click()
  await expect(page).toHaveURL(/sign-in/)
  await expect(page).toHaveTitle(/登录/)
  await expect(page.locator('title')).toHaveCount(1)
  await expect(page.locator('body[data-same-document]')).toHaveCount(1)
})

test('without a network the page and what was typed stay, and the way goes on when it is back', async ({
  page,
  context,
  watched,
}) => {
  watched.allow(/ERR_INTERNET_DISCONNECTED/)
  watched.allow(/status of 404/)
  await open(page, missing)
  await context.setOffline(true)
  await page.getByRole('link', { name: '登录', exact: true }).click()
  await expect(page.getByText('没有网络。已保留您填的内容，正在重试…')).toBeVisible()
  await expect(page.getByRole('heading', { name: '没有找到这个页面' })).toBeVisible()
  await context.setOffline(false)
  await expect(page).toHaveURL(/sign-in/)
  await expect(page.getByText('没有网络')).toHaveCount(0)
})

test('somebody who reads English finds the page again in English, and the choice stays', async ({
  page,
  watched,
}) => {
  watched.allow(/status of 404/)
  await open(page, `${missing}?q=1`)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page).toHaveURL(/no-such-page\?q=1/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('a change of language leaves a page as it is, with what was typed', async ({ page }) => {
  await open(page, '/sign-in')
  await page.getByRole('textbox').first().fill('19900000001')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('textbox').first()).toHaveValue('19900000001')
})

test('every page can be read, and its language changed, without JavaScript', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN', baseURL })
  const page = await context.newPage()
  await page.goto(missing)
  await expect(page.getByRole('heading', { name: '没有找到这个页面' })).toBeVisible()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible()
  await context.close()
})

test('a page begins at its top, and one that somebody goes back to stands where they left it', async ({
  page,
  watched,
}) => {
  watched.allow(/status of 404/)
  await page.setViewportSize({ width: 360, height: 200 })
  await open(page, missing)
  await page.evaluate(() => window.scrollTo(0, 60))
  await page
    .getByRole('link', { name: '登录', exact: true })
    .first()
    .evaluate((link: HTMLElement) => link.click())
  await expect(page).toHaveURL(/sign-in/)
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0)
  await page.goBack()
  await expect(page).toHaveURL(/no-such-page/)
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(60)
})

test('a page that is long in coming is said to be', async ({ page }) => {
  await open(page, '/sign-in')
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/forgotten.data*', async (route) => {
    await held
    await route.continue()
  })
  await page.getByRole('link', { name: '忘记密码' }).click()
  await expect(page.getByText('比平时慢')).toBeVisible()
  answer()
  await expect(page).toHaveURL(/forgotten/)
  await expect(page.getByText('比平时慢')).toHaveCount(0)
})
