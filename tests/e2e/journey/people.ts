import type { Page } from '@playwright/test'
import { paths } from '~/paths'
import { expect, open } from '../../support/browser'
import { password } from '../accounts'

export const phone = { viewport: { width: 360, height: 780 } }
export const desk = { viewport: { width: 1440, height: 900 } }

/** Somebody with a browser. */
export type Person = { name: string; page: Page }
/** Somebody who learns here. */
export type Trainee = Person & { enrolmentId: string }

/** Signs in by the sign-in page, with a telephone and a password. */
export async function signIn(page: Page, telephone: string) {
  await open(page, paths.signIn())
  await page.getByLabel('手机号、身份证号或邮箱').fill(telephone)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}

/** Comes back after weeks, through the sign-in page where the session has run out meanwhile. */
export async function comesBack(page: Page, telephone: string) {
  await open(page, paths.home())
  if (page.url().includes('sign-in')) await signIn(page, telephone)
}

/** Signs in for the first time: the slip's code, a password of one's own, consent, a look at one's details. */
export async function signInFirst(page: Page, name: string, code: string) {
  await open(page, paths.signIn())
  await page.getByRole('link', { name: '第一次登录？请用登录条上的登录码' }).click()
  await page.getByLabel('登录码', { exact: true }).fill(code)
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByText(`${name}，您好。请设一个自己的密码`)).toBeVisible()
  await page.getByLabel('新密码').fill(password)
  await page.getByLabel('再输一遍').fill(password)
  await page.getByRole('button', { name: '保存密码' }).click()
  await page.getByLabel('我已阅读并同意').check()
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByRole('heading', { name: '请核对您的信息' })).toBeVisible()
  await expect(page.getByText(name, { exact: true })).toBeVisible()
  await page.getByRole('button', { name: '都对，开始学习' }).click()
  await expect(page.getByText('欢迎来到共学。')).toBeVisible()
}

/** A trainee's first sign-in, which leads to their own Today. */
export async function arrives(page: Page, name: string, code: string): Promise<Trainee> {
  await signInFirst(page, name, code)
  await expect(page).toHaveURL(/\/learn\/[\w-]+\/today$/)
  const enrolmentId = /\/learn\/([\w-]+)\//.exec(page.url())![1]!
  return { name, page, enrolmentId }
}

/** What the page says was done. */
export async function expectSaid(page: Page, text: string | RegExp) {
  await expect(page.getByRole('status').filter({ hasText: text })).toBeVisible()
}

/** Presses a tab or a section of the main menu, which a phone keeps folded, and waits for its page. */
export async function goTo(page: Page, section: string) {
  const link = page
    .getByRole('navigation', { name: '主菜单' })
    .getByRole('link', { name: section, exact: true })
  const menu = page.getByText('菜单', { exact: true })
  await expect(link.or(menu).filter({ visible: true }).first()).toBeVisible()
  if (!(await link.isVisible())) await menu.click()
  const path = await link.getAttribute('href')
  await link.click()
  await expect(page).toHaveURL((url) => url.pathname === path)
}
