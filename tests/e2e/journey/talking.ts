// Groups talk: in their stream, and in the topics of discussions.
import type { Page } from '@playwright/test'
import { expect } from '../../support/browser'
import { goTo, type Trainee } from './people'
import type { Planned } from './programme'
import { opensActivity } from './studying'

export function box(page: Page) {
  return page.getByRole('textbox', { name: '说点什么' })
}

/** Sends a post, and waits until the server has it. */
export async function says({ page }: { page: Page }, text: string) {
  await box(page).fill(text)
  await page.getByRole('button', { name: '发送' }).click()
  await hears(page, text)
  await expect(page.locator('[data-waiting]')).toHaveCount(0)
}

/** A post stands there; what is read out to who cannot see it names its author first. */
function hears(page: Page, text: string) {
  return expect(page.getByText(text, { exact: true })).toBeVisible()
}

/** Two of a group, each with the group's stream open, see at once who is here, who types, and what was said. */
export async function talkTogether(one: Trainee, other: Trainee) {
  await goTo(one.page, '小组')
  await goTo(other.page, '小组')
  await expect(one.page.getByText('2 人在线')).toBeVisible()
  await expect(other.page.getByText('2 人在线')).toBeVisible()
  await box(one.page).pressSequentially('大家好')
  await expect(other.page.getByText(`${one.name}正在输入…`)).toBeVisible()
  const greeting = `大家好，我是${one.name}，带中班。想问问各位，午睡起床这半小时你们班是怎样安排的？`
  await says(one, greeting)
  const heard = other.page.getByRole('listitem').filter({ hasText: greeting })
  await expect(heard.getByText(one.name, { exact: true })).toBeVisible()
  const answer = `${one.name}老师好，我班分两组，先醒的孩子照顾植物，后醒的慢慢穿衣，没有人干等，您可以试试看。`
  await says(other, answer)
  await hears(one.page, answer)
  const thanks = '谢谢您，明天我就在我班试一试，先记下每个孩子等了几分钟，下周再来告诉大家有没有变化。'
  await says(one, thanks)
  await hears(other.page, thanks)
  const wish = '好，我们下周一起看记录。也请别的老师说说自己班的做法，山里的小班和镇上的大班不会一样。'
  await says(other, wish)
  await hears(one.page, wish)
}

/** Somebody posts while the network is away; the post waits, and arrives once when it is back. */
export async function postsWithoutNetwork(one: Trainee, other: Trainee) {
  const text = '进村的路上没有信号，先写在这里：今天午睡起床，我们班等得最久的孩子等了六分钟。'
  await one.page.context().setOffline(true)
  await box(one.page).fill(text)
  await one.page.getByRole('button', { name: '发送' }).click()
  await expect(one.page.locator('[data-waiting]')).toHaveCount(1)
  await one.page.context().setOffline(false)
  await hears(other.page, text)
  await expect(one.page.locator('[data-waiting]')).toHaveCount(0)
  await other.page.reload()
  await hears(other.page, text)
}

/** Writes what a discussion asks for in its topic. */
export async function discusses(trainee: Trainee, { title, minPosts }: Planned) {
  const { page, name } = trainee
  await opensActivity(trainee, title)
  await expect(page.getByText(`还差 ${minPosts} 帖`, { exact: true })).toBeVisible()
  await page.getByRole('link', { name: '到小组里讨论' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  for (let number = 1; number <= minPosts; number += 1) {
    await says(
      trainee,
      `${name}的第 ${number} 条想法：先把我班上午的安排写出来，再看哪一段孩子在干等，从那里改起。`,
    )
  }
  await page.reload()
  await expect(page.getByText('已达到要求')).toBeVisible()
}
