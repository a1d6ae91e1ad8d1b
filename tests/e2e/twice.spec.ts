// One person with two pages open sends both at once: one effect, and both pages show it.
import { readFile } from 'node:fs/promises'
import type { BrowserContext, Page } from '@playwright/test'
import { handInCaseStudy } from '~/activities/case-study/case-study.server'
import { db } from '~/db.server'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { confirmDecisions } from '~/domain/completion/decisions.server'
import { uploadRoster } from '~/domain/enrolment/import.server'
import { paths } from '~/paths'
import { analysis, handInsWorld, opened } from '../domain/hand-ins-world'
import { expect, open, watch } from '../support/browser'
import * as finished from '../support/completion-world'
import { daming } from '../support/daming'
import { discussionWorld } from '../support/discussion-world'
import { inWeek, learningWorld, trainee } from '../support/learning-world'
import { later, monday } from '../support/world'
import { entersAs } from './entering'
import { inside } from './inside'
import { test } from './site'

/** A second page of the same browser, at the same address. */
async function beside(page: Page, context: BrowserContext, complaints: string[]) {
  const other = await context.newPage()
  watch(other, complaints)
  await open(other, page.url())
  return other
}

/** Presses the same button on both pages, so that both are on their way at once. */
async function pressBoth(pages: Page[], button: string | RegExp) {
  await Promise.all(pages.map((page) => page.getByRole('button', { name: button }).click()))
}

test('a roster agreed to on two pages enrols each person once', async ({ site, page, context, watched }) => {
  const { manager, cohort, importId } = await inside(site, async () => {
    const world = await daming()
    const file = { bytes: await readFile('tests/fixtures/daming-roster.xlsx'), name: '名单.xlsx' }
    const uploaded = await uploadRoster(world.manager, world.cohort, file)
    if ('refused' in uploaded) throw new Error(uploaded.refused)
    return { ...world, importId: uploaded.importId }
  })
  await site.setClock(monday)
  await entersAs(page, site, manager.person, monday)
  await open(page, paths.rosterImport(cohort.id, importId))
  const pages = [page, await beside(page, context, watched.complaints)]
  await pressBoth(pages, '导入无误的 322 人')
  for (const one of pages) {
    await expect(one.getByRole('heading', { name: '这份名单已经导入' })).toBeVisible({ timeout: 60_000 })
    await expect(one.getByText(/已报名 322 人/).first()).toBeVisible()
  }
  const enrolled = await inside(site, () => db.enrolment.count({ where: { cohortId: cohort.id } }))
  expect(enrolled).toBe(322)
})

const question = {
  id: 'q1',
  type: 'truefalse' as const,
  stem: '户外活动前先看场地。',
  answer: true,
  why: '先看再玩。',
}
const quiz = {
  questions: [question],
  drawn: 1,
  attempts: 3,
  passMark: 60,
  minutes: null,
  shuffle: false,
}

test('a quiz handed in on two pages is one attempt', async ({ site, page, context, watched }) => {
  const { liNa, activityId } = await inside(site, async () => {
    const world = await learningWorld([
      { opensWeek: 1, closesWeek: 4, activities: [{ kind: 'quiz', config: quiz }] },
    ])
    return { liNa: await trainee(world, '李娜'), activityId: world.modules[0]!.activities[0]!.id }
  })
  await site.setClock(inWeek(2))
  await site.sweep()
  await entersAs(page, site, liNa.person, inWeek(2))
  await open(page, paths.activityOf(liNa.enrolment.id, activityId, 'quiz'))
  await page.getByRole('button', { name: '开始作答' }).click()
  await page.getByRole('radio', { name: '对', exact: true }).check()
  await page.getByRole('button', { name: '检查并交卷' }).click()
  await expect(page.getByText('每题都已作答。')).toBeVisible()
  const pages = [page, await beside(page, context, watched.complaints)]
  await pressBoth(pages, '交卷')
  for (const one of pages) await expect(one.getByText('第 1 次作答：100 分')).toBeVisible()
  await page.getByRole('link', { name: '返回测验' }).click()
  await expect(page.getByText('还可作答 2 次，取最高分。')).toBeVisible()
  await expect(page.getByRole('list', { name: '作答记录' }).getByRole('listitem')).toHaveCount(1)
})

test('a mark given on two pages is one grade', async ({ site, page, context, watched }) => {
  const { mentor, liNa } = await inside(site, async () => {
    const one = await handInsWorld()
    const handed = await handInCaseStudy(one.liNa, await opened(one, one.liNa, 'case-study'), {
      text: analysis,
    })
    if (handed.refused) throw new Error(handed.refused)
    return one
  })
  await site.setClock(monday)
  await entersAs(page, site, mentor.person, monday)
  await open(page, paths.grading())
  const pages = [page, await beside(page, context, watched.complaints)]
  for (const one of pages) {
    await one.getByText('查看并评定').click()
    for (const [place, points] of ['35', '36', '18'].entries()) {
      await one
        .getByLabel(/（满分 \d+）$/)
        .nth(place)
        .fill(points)
    }
  }
  await pressBoth(pages, '评分')
  for (const one of pages) await expect(one.getByText('已给 李娜 评分：89 分')).toBeVisible()
  const where = { submission: { enrolmentId: liNa.enrolmentId } }
  expect(await inside(site, () => db.gradeEntry.count({ where }))).toBe(1)
})

test('certificates issued on two pages are one a person', async ({ site, page, context, watched }) => {
  const { manager, cohort } = await inside(site, async () => {
    const world = await finished.completionWorld()
    const one = await finished.trainee(world, '李娜')
    await finished.finish(world, one)
    const actor = later(world.manager, finished.inWeek(8))
    await confirmDecisions(actor, (await cohortToManage(actor, world.cohort.id))!, {
      enrolmentIds: [one.id],
    })
    return world
  })
  await site.setClock(finished.inWeek(8, 2))
  await entersAs(page, site, manager.person, finished.inWeek(8, 2))
  await open(page, paths.cohortCompletion(cohort.id))
  await page.getByRole('link', { name: '给 1 人发证' }).click()
  await expect(page.getByRole('button', { name: '确认发证 1 本' })).toBeVisible()
  await expect(page.getByText('大名〔2026〕教培结字第 0001 号')).toBeVisible()
  const pages = [page, await beside(page, context, watched.complaints)]
  await pressBoth(pages, '确认发证 1 本')
  for (const one of pages) {
    await expect(one.getByRole('row').filter({ hasText: '李娜' })).toContainText('第 0001 号')
    await expect(one.getByText('现在没有待发证的人。')).toBeVisible()
  }
  const told = await Promise.all(
    pages.map((one) => one.getByText(/^已发证 1 本：|没有再发。$/).textContent()),
  )
  expect(told.sort()).toEqual([
    expect.stringMatching(/^已发证 1 本：/),
    expect.stringMatching(/^这 1 人的证书已由周敏在.+没有再发。$/),
  ])
  const where = { enrolment: { cohortId: cohort.id } }
  expect(await inside(site, () => db.certificate.count({ where }))).toBe(1)
})

test('a post that waits on two pages of one device is sent once', async ({
  site,
  page,
  context,
  watched,
}) => {
  watched.allow(/ERR_INTERNET_DISCONNECTED/)
  const made = await inside(site, () => discussionWorld())
  await site.setClock(made.at)
  await entersAs(page, site, made.liNa.person, made.at)
  await open(page, paths.group(made.liNa.enrolment.id))
  const other = await beside(page, context, watched.complaints)
  const text = '两个页面都开着，这句话只说一次。'
  for (const one of [page, other]) await expect(one.getByText('1 人在线')).toBeVisible()
  await context.setOffline(true)
  await page.getByRole('textbox', { name: '说点什么' }).fill(text)
  await page.getByRole('button', { name: '发送' }).click()
  await expect(page.locator('[data-waiting]')).toContainText(text)
  await context.setOffline(false)
  for (const one of [page, other]) {
    await expect(one.locator('[data-waiting]')).toHaveCount(0, { timeout: 40_000 })
    await expect(one.getByText(text)).toHaveCount(1)
  }
  const where = { groupId: made.group.id, text }
  expect(await inside(site, () => db.post.count({ where }))).toBe(1)
})
