// Every page of a trainee and of a mentor, in each state that it can be in, in both languages and both schemes.

import type { Kind } from '~/activities/kind'
import { close } from '~/open.server'
import { paths } from '~/paths'
import { expect, meddle, open, started } from '../support/browser'
import { inWeek } from '../support/learning-world'
import { type PagesWorld, pagesWorld } from '../support/pages-world'
import { signedIn } from '../support/sessions'
import { lookAt } from './looked-at'
import { openSite, signIn } from './signed-in'
import { test } from './site'

test.describe.configure({ timeout: 300_000 })

let made: PagesWorld

test.beforeEach(async ({ site }) => {
  await openSite(site)
  made = await pagesWorld()
  await site.setClock(made.at)
})

test.afterEach(close)

const kinds: Kind[] = [
  'video',
  'reading',
  'quiz',
  'survey',
  'case-study',
  'assignment',
  'practice',
  'live',
  'discussion',
  'workshop',
]

function pagesOf({ enrolment: { id } }: PagesWorld['liNa']) {
  return [
    paths.today(id),
    paths.outline(id),
    paths.group(id),
    paths.workshops(id),
    paths.me(id),
    paths.ownCompletion(id),
    paths.activity(id, made.locked),
    ...kinds.map((kind) => paths.activityOf(id, made.idOf(kind), kind)),
  ]
}

const schemes = [
  { colorScheme: 'light', locale: 'zh-CN', said: 'in Chinese by day' },
  { colorScheme: 'dark', locale: 'en', said: 'in English by night' },
] as const

for (const { colorScheme, locale, said } of schemes) {
  test(`each page of a trainee who has begun nothing can be read and used ${said}`, {
    tag: '@whole',
  }, async ({ page, site }) => {
    await signIn(page.context(), made.liNa.person, { origin: site.origin, at: made.at })
    await speak(page, site.origin, locale)
    await page.emulateMedia({ colorScheme })
    await lookAt(page, pagesOf(made.liNa))
  })

  test(`each page of one who waits for marks, and of one whose work came back, ${said}`, {
    tag: '@whole',
  }, async ({ page, site }) => {
    await page.emulateMedia({ colorScheme })
    await speak(page, site.origin, locale)
    await signIn(page.context(), made.wangFang.person, { origin: site.origin, at: made.at })
    const quiz = (id: string) => paths.activityOf(id, made.idOf('quiz'), 'quiz')
    await lookAt(page, [...pagesOf(made.wangFang), `${quiz(made.wangFang.enrolment.id)}?attempt=1`])
    await signIn(page.context(), made.guli.person, { origin: site.origin, at: made.at })
    const own = quiz(made.guli.enrolment.id)
    const questions = [1, 2, 3, 4, 5, 'end'].map((place) => `${own}?q=${place}`)
    await lookAt(page, [...pagesOf(made.guli), ...questions])
  })

  test(`each page when the cohort is over ${said}`, { tag: '@whole' }, async ({ page, site }) => {
    await page.emulateMedia({ colorScheme })
    await speak(page, site.origin, locale)
    const after = inWeek(30)
    await site.setClock(after)
    await signIn(page.context(), made.guli.person, { origin: site.origin, at: after })
    await lookAt(page, pagesOf(made.guli))
  })

  test(`each page of a mentor ${said}`, { tag: '@whole' }, async ({ page, site }) => {
    await page.emulateMedia({ colorScheme })
    await speak(page, site.origin, locale)
    await signedIn(made.wangFang.person, made.at)
    await signIn(page.context(), made.mentor.person, { origin: site.origin, at: made.at })
    await lookAt(page, [
      paths.mentoring(),
      paths.mentoredGroup(made.group.id),
      paths.mentoredTrainee(made.wangFang.enrolment.id),
      paths.newCode(made.wangFang.person.id),
      paths.signOffs(),
      paths.grading(),
      paths.rolls(),
      paths.roll(made.session.id, made.group.id),
      paths.checkInScreen(made.session.id),
      paths.account(),
    ])
  })

  test(`each page that anybody may open ${said}`, { tag: '@whole' }, async ({ page, site, watched }) => {
    watched.allow(/status of 404/)
    await page.emulateMedia({ colorScheme })
    await speak(page, site.origin, locale)
    await lookAt(page, [
      paths.signIn(),
      paths.firstSignIn(),
      paths.forgotten(),
      paths.verify(),
      paths.verifyNumber('2027-0001'),
      '/no-such-page',
    ])
  })
}

test('what others put into an activity’s page harms nothing: styles, words typed early, and the form', {
  tag: '@whole',
}, async ({ page, site }) => {
  await signIn(page.context(), made.liNa.person, { origin: site.origin, at: made.at })
  await meddle(page)
  let release: () => void = () => undefined
  const slow = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/assets/*.js', async (route) => {
    await slow
    await route.continue()
  })
  const address = paths.activityOf(made.liNa.enrolment.id, made.idOf('case-study'), 'case-study')
  await page.goto(address, { waitUntil: 'commit' })
  const field = page.getByRole('textbox', { name: '写出您的分析' })
  await field.fill('我先看了三天')
  release()
  await started(page)
  await expect(field).toHaveValue('我先看了三天')
  await expect(page.locator('#foreign-last')).toBeAttached()
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    'rgb(247, 246, 242)',
  )
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByText('只有 6 字，至少要 20 字（不计空格）')).toBeVisible()
  await expect(field).toHaveValue('我先看了三天')
  await open(page, address)
  await expect(field).toHaveValue('我先看了三天')
})

function speak(page: import('@playwright/test').Page, origin: string, lang: string) {
  return page.context().addCookies([{ name: 'lang', value: lang, url: origin }])
}
