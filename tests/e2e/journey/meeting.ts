// Workshops: the mentor calls the roll on a phone, the trainee checks in by the code on the screen.
import { expect } from '../../support/browser'
import { expectSaid, goTo, type Person, type Trainee } from './people'

/** What a mentor presses: 到, 迟, 假, 缺 by their whole words. */
export type Pressed = '出勤' | '迟到' | '请假' | '缺勤'

/** Opens a session's roll from the list of all. */
export async function opensRoll({ page }: Person, workshop: string, session: string) {
  await goTo(page, '点名')
  const line = page.getByRole('main').getByRole('listitem').filter({ hasText: workshop })
  await line
    .filter({ hasText: `${session} ·` })
    .getByRole('link')
    .click()
  await expect(page).toHaveURL(/\/roll$/)
}

/** The code that the mentor shows on a screen. */
export async function showsCode({ page }: Person): Promise<string> {
  await page.getByRole('link', { name: '自助签到码' }).click()
  await page.getByRole('button', { name: '显示签到码' }).click()
  await expect(page.getByText(/前有效$/)).toBeVisible()
  const shown = (await page.getByRole('main').textContent())!
  return /六位签到码：([0-9A-Z]{6})/.exec(shown)![1]!
}

export async function checksIn({ page }: Trainee, code: string) {
  await goTo(page, '面授')
  await page.getByLabel('屏幕上的签到码').fill(code.toLowerCase())
  await page.getByRole('button', { name: '签到' }).click()
  await expectSaid(page, '上午已签到：出勤。')
}

/** Presses marks on the roll that lies open, and then everybody else's at once. */
export async function callsRoll({ page }: Person, marks: Record<string, Pressed>) {
  for (const [name, mark] of Object.entries(marks)) {
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('group', { name }).getByTitle(mark).click()
    await answered
    await expect(page.getByRole('group', { name }).getByRole('radio', { name: mark })).toBeChecked()
  }
  await page.getByRole('button', { name: '其余全部到齐' }).click()
  await expectSaid(page, /^已记下 \d+ 人。$/)
  await expect(page.getByText('已点齐')).toBeVisible()
}
