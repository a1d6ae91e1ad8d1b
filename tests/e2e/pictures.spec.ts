// The pictures of the README, from the pages of the demonstration as it is laid for one week of 2027, so that the same
// code gives the same pictures: npm run screenshots
import { writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { withClock } from '~/clock.server'
import { asking, paths } from '~/paths'
import { seed } from '../../prisma/seed/seed'
import { expect, open } from '../support/browser'
import { drawnPage } from '../templates/drawing'
import { inside } from './inside'
import { test } from './site'

const folder = 'docs/pictures'
const laidOn = new Date('2027-04-26T00:30:00.000Z')
const tuesday = new Date('2027-04-27T01:00:00.000Z')
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 }
const desk = { viewport: { width: 1280, height: 900 } }

test.use({ alone: 'pictures', trace: 'off' })

test('@pictures the outline, a discussion, a roll, a certificate and a report', async ({
  site,
  newcomer,
}) => {
  test.setTimeout(600_000)
  await inside(site, () => withClock(laidOn, () => seed('daming', () => undefined)))

  const trainee = await comesIn(await newcomer(phone), '学员')
  await taken(trainee, 'outline', async () => {
    await trainee.getByRole('link', { name: '课程', exact: true }).click()
    await expect(trainee.getByRole('heading', { level: 1, name: '课程' })).toBeVisible()
  })
  await taken(trainee, 'discussion', async () => {
    await trainee.getByRole('link', { name: '小组', exact: true }).click()
    const topic = trainee.getByRole('navigation', { name: '话题' }).getByRole('link').nth(1)
    await topic.click()
    await expect(topic).toHaveAttribute('aria-current', 'page')
    await expect(trainee.getByText('1 人在线')).toBeVisible()
    // The last words above the box to write in, and nothing of the foot below it.
    await trainee.evaluate(() => {
      const foot = document.querySelector('footer')!.getBoundingClientRect().top + window.scrollY
      window.scrollTo(0, foot - window.innerHeight + 64)
    })
  })

  const mentor = await comesIn(await newcomer(phone), '导学教师')
  await taken(mentor, 'roll', async () => {
    await open(mentor, paths.rolls())
    const held = mentor.getByRole('main').getByRole('listitem').filter({ hasText: '第二次面授' })
    await held.getByRole('link').first().click()
    await expect(mentor).toHaveURL(/\/roll$/)
  })

  const manager = await comesIn(await newcomer(desk), '项目管理员')
  await open(manager, asking(paths.certificates(), { q: '京北京' }))
  await drawn('certificate', await downloaded(manager, 'PDF'), 1000)
  await open(manager, paths.reports())
  await drawn('report', await downloaded(manager, 'PDF'), 900)

  /** Signs in as the first of the demonstration's people with a role, by one press. */
  async function comesIn(page: Page, role: string) {
    await site.setClock(tuesday)
    await open(page, paths.signIn())
    await page.getByRole('button', { name: role }).first().click()
    await expect(page).not.toHaveURL(/sign-in/)
    return page
  }

  /** A picture of what the steps lead to, at nine in the morning. */
  async function taken(page: Page, name: string, steps: () => Promise<unknown>) {
    await site.setClock(tuesday)
    await steps()
    await page.waitForLoadState('networkidle')
    await page.mouse.move(0, 0)
    const shown = await page.screenshot({ animations: 'disabled', caret: 'hide' })
    await sharp(shown)
      .png({ palette: true, effort: 10 })
      .toFile(join(folder, `${name}.png`))
  }
})

async function downloaded(page: Page, link: string | RegExp) {
  const downloading = page.waitForEvent('download')
  await page.getByRole('main').getByRole('link', { name: link }).first().click()
  return readFile(await (await downloading).path())
}

/** The first page of a PDF as a reader would see it. */
async function drawn(name: string, pdf: Buffer, width: number) {
  writeFileSync(join(folder, `${name}.png`), await drawnPage(pdf, width))
}
