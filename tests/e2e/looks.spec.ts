// Every page of a trainee, in each state that it can be in. What differs by what somebody has done is looked at once
// in one language and scheme; what everybody has, in both.

import type { Kind } from '~/activities/kind'
import { close } from '~/open.server'
import { paths } from '~/paths'
import { expect, meddle, open, started } from '../support/browser'
import { inWeek } from '../support/learning-world'
import { type PagesWorld, pagesWorld } from '../support/pages-world'
import { byDay, byNight, lookAt } from './looked-at'
import { openSite, signIn } from './signed-in'
import { test } from './site'

// So many pages are quicker without a picture of each step; a fault names its page.
test.use({ trace: 'off' })

let made: PagesWorld

test.beforeAll(async ({ site }) => {
  await openSite(site)
  made = await pagesWorld()
})

test.beforeEach(async ({ site }) => {
  await site.setClock(made.at)
})

test.afterAll(close)

type Trainee = PagesWorld['liNa']

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

function pageOf({ enrolment: { id } }: Trainee, kind: Kind) {
  return paths.activityOf(id, made.idOf(kind), kind)
}

/** The pages that change with what somebody has done. */
function standingOf({ enrolment: { id } }: Trainee) {
  return [paths.today(id), paths.outline(id), paths.me(id), paths.ownCompletion(id)]
}

function pagesOf(trainee: Trainee) {
  const { id } = trainee.enrolment
  return [
    ...standingOf(trainee),
    paths.group(id),
    paths.groupTopic(id, made.topicId),
    paths.workshops(id),
    paths.activity(id, made.locked),
    ...kinds.map((kind) => pageOf(trainee, kind)),
  ]
}

test('each page of a trainee who has begun nothing can be read and used, in Chinese by day', async ({
  page,
  site,
}) => {
  await signIn(page.context(), made.liNa.person, { origin: site.origin, at: made.at })
  await lookAt(page, site, byDay, pagesOf(made.liNa))
})

test('each page of one who waits for marks can be read and used, in English by night', async ({
  page,
  site,
}) => {
  const { wangFang } = made
  await signIn(page.context(), wangFang.person, { origin: site.origin, at: made.at })
  await lookAt(page, site, byNight, [...pagesOf(wangFang), `${pageOf(wangFang, 'quiz')}?attempt=1`])
})

test('what came back, and a quiz question by question, can be read and used in Chinese by night', async ({
  page,
  site,
}) => {
  const { guli } = made
  await signIn(page.context(), guli.person, { origin: site.origin, at: made.at })
  const questions = [1, 2, 3, 4, 5, 'end'].map((place) => `${pageOf(guli, 'quiz')}?q=${place}`)
  const returned = (['case-study', 'assignment', 'practice'] as const).map((kind) => pageOf(guli, kind))
  await lookAt(page, site, { ...byDay, colorScheme: 'dark' }, [
    ...standingOf(guli),
    ...returned,
    ...questions,
  ])
})

test('what is left when the cohort is over can be read and used in English by day', async ({
  page,
  site,
}) => {
  const after = inWeek(30)
  const { guli } = made
  await site.setClock(after)
  await signIn(page.context(), guli.person, { origin: site.origin, at: after })
  const closed = (['video', 'quiz', 'case-study', 'assignment', 'practice'] as const).map((kind) =>
    pageOf(guli, kind),
  )
  await lookAt(page, site, { ...byNight, colorScheme: 'light' }, [
    ...standingOf(guli),
    paths.group(guli.enrolment.id),
    paths.workshops(guli.enrolment.id),
    ...closed,
  ])
})

test('what others put into an activity’s page harms nothing: styles, words typed early, and the form', async ({
  page,
  site,
  watched,
}) => {
  watched.allow(/status of 409/)
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
  const address = pageOf(made.liNa, 'case-study')
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
