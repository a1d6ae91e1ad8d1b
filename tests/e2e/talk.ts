import { type BrowserContext, expect, type Page } from '@playwright/test'
import type { Actor } from '~/domain/actor'
import { close } from '~/open.server'
import { paths } from '~/paths'
import { started, watch } from '../support/browser'
import { type DiscussionWorld, discussionWorld, say as sayAs } from '../support/discussion-world'
import { openBeside } from '../support/open-beside'
import type { RunningServer } from '../support/server'
import { signedIn } from '../support/sessions'
import { test as onSite } from './site'

type Who = { person: { id: string; name: string } }

/** Somebody at a device of their own, whose every complaint fails the test. */
export type Device = {
  context: BrowserContext
  page: Page
  /** One more tab of the same browser. */
  tab(): Promise<Page>
  signIn(who: Who): Promise<void>
  /** What a test brings about itself. */
  allow(complaint: RegExp): void
  offline(): Promise<void>
  online(): Promise<void>
}

type Made = {
  made: DiscussionWorld
  device(who: Who, options?: { javaScriptEnabled?: boolean; hasTouch?: boolean }): Promise<Device>
}

/** A group that talks, and devices for its people. */
export const test = onSite.extend<Made>({
  made: async ({ site }, use) => {
    await openBeside(site.databaseUrl)
    const made = await discussionWorld()
    await site.setClock(made.at)
    await use(made)
    await close()
  },

  device: async ({ browser, site, made }, use) => {
    const contexts: BrowserContext[] = []
    const complaints: string[] = []
    const allowed: RegExp[] = []
    await use(async (who, options = {}) => {
      const context = await browser.newContext({ locale: 'zh-CN', baseURL: site.origin, ...options })
      contexts.push(context)
      // A browser without JavaScript complains of each script that it leaves out.
      if (options.javaScriptEnabled !== false) context.on('page', (page) => watch(page, complaints))
      const device: Device = {
        context,
        page: await context.newPage(),
        tab: () => context.newPage(),
        async signIn({ person }) {
          const value = (await signedIn(person, made.at)).split('=')[1]!
          await context.addCookies([{ name: 'session', value, url: site.origin }])
        },
        allow: (complaint) => allowed.push(complaint),
        async offline() {
          allowed.push(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|WebSocket/)
          await context.setOffline(true)
        },
        online: () => context.setOffline(false),
      }
      await device.signIn(who)
      return device
    })
    for (const context of contexts) await context.close()
    expect(complaints.filter((one) => !allowed.some((pattern) => pattern.test(one)))).toEqual([])
  },
})

export { expect }

export function box(page: Page) {
  return page.getByRole('textbox', { name: '说点什么' })
}

/** The group's page, its client started and its socket open. */
export async function openGroup(
  page: Page,
  made: DiscussionWorld,
  who: Who & { enrolment?: { id: string } },
) {
  await page.goto(who.enrolment ? paths.group(who.enrolment.id) : paths.mentoredGroup(made.group.id))
  await started(page)
  await connected(page)
}

export async function connected(page: Page) {
  await expect(page.getByText(/[1-9] 人在线/)).toBeVisible()
}

export async function say(page: Page, text: string) {
  await box(page).fill(text)
  await page.getByRole('button', { name: '发送' }).click()
}

/** What stands on a page, in its order. */
export function waiting(page: Page) {
  return page.locator('[data-waiting]')
}

/** Many posts at once, as if people had written them while nobody looked. */
export async function sayMany(made: DiscussionWorld, actor: Actor, count: number, word: string) {
  for (let n = 1; n <= count; n += 1) {
    await sayAs({ ...actor, through: 'seed' }, made.group.id, made.stream, `${word} ${n}`)
  }
}

export async function postsOf(made: DiscussionWorld) {
  const { db } = await import('~/db.server')
  const posts = await db.post.findMany({ where: { groupId: made.group.id }, orderBy: { number: 'asc' } })
  return posts.map((post) => post.text)
}

export type { RunningServer }
