// What a trainee does alone, kind by kind: each function finds its activity in the outline and leaves it done.
import { expect } from '../../support/browser'
import { expectSaid, goTo, type Trainee } from './people'
import type { AskedQuestion, Planned } from './programme'

/** From the outline to an activity's page. */
export async function opensActivity({ page }: Trainee, title: string) {
  await goTo(page, '课程')
  // Locks further down link to it too.
  await page.getByRole('link', { name: title, exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

/** Watches a film to its end, at double speed unless it is said otherwise. */
export async function watches(trainee: Trainee, { title }: Planned, speed: 1 | 2 = 2) {
  const { page } = trainee
  await opensActivity(trainee, title)
  await page.getByLabel('播放速度').selectOption(String(speed))
  await page.locator('video').press('Space')
  await expect(page.getByText(/^已看 \d+%，这一项已完成$/)).toBeVisible({ timeout: 40_000 })
}

/** Presses play, and drags the film to its end; what was not played earns nothing. */
export async function skipsThrough(trainee: Trainee, { title }: Planned) {
  const { page } = trainee
  await opensActivity(trainee, title)
  const film = page.locator('video')
  await film.press('Space')
  await expect.poll(() => film.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0)
  await film.evaluate((video: HTMLVideoElement) => {
    video.currentTime = video.duration - 0.1
  })
  await expect.poll(() => film.evaluate((video: HTMLVideoElement) => video.ended)).toBe(true)
  await page.reload()
  await expect(page.getByText(/^已看 [0-5]?\d%，看到 90% 算完成$/)).toBeVisible()
}

export async function reads(trainee: Trainee, { title }: Planned) {
  const { page } = trainee
  await opensActivity(trainee, title)
  await page.getByRole('button', { name: '已读' }).click()
  await expectSaid(page, '已记下：这篇已读完')
}

/** Takes a quiz with every answer right. */
export async function takesQuiz(trainee: Trainee, { title, questions }: Planned) {
  const { page } = trainee
  await opensActivity(trainee, title)
  await page.getByRole('button', { name: /开始作答|再做一次/ }).click()
  const [, all] = /共 (\d) 题/.exec((await page.getByText(/第 1 题，共 \d 题/).textContent())!)!
  for (let place = 1; place <= Number(all); place += 1) {
    await expect(page.getByText(`第 ${place} 题，共 ${all} 题`)).toBeVisible()
    const shown = (await page.getByRole('main').textContent())!
    await answers(trainee, questions.find(({ stem }) => shown.includes(stem))!)
    await page.getByRole('button', { name: place < Number(all) ? '下一题' : '检查并交卷' }).click()
  }
  await expect(page.getByText('每题都已作答。')).toBeVisible()
  await page.getByRole('button', { name: '交卷' }).click()
  await expectSaid(page, '已交卷，得 100 分')
}

/** Hands a quiz in without an answer. */
export async function givesUpQuiz(trainee: Trainee, { title }: Planned) {
  const { page } = trainee
  await opensActivity(trainee, title)
  await page.getByRole('button', { name: '开始作答' }).click()
  for (const button of ['下一题', '下一题', '下一题', '下一题', '检查并交卷']) {
    const before = page.url()
    await page.getByRole('button', { name: button }).click()
    await expect(page).not.toHaveURL(before)
  }
  await expect(page.getByText('还有 5 题没有作答，没有作答的题不得分。')).toBeVisible()
  await page.getByRole('button', { name: '交卷' }).click()
  await expectSaid(page, '已交卷，得 0 分')
}

async function answers({ page }: Trainee, question: AskedQuestion) {
  const options = question.options ?? []
  switch (question.type) {
    case 'single':
      return page.getByRole('radio', { name: options[question.answer[0]]!, exact: true }).check()
    case 'multiple':
      for (const place of question.answer) {
        await page.getByRole('checkbox', { name: options[place]!, exact: true }).check()
      }
      return
    case 'truefalse':
      return page.getByRole('radio', { name: question.answer[0] ? '对' : '错', exact: true }).check()
    case 'blank':
      return page.getByLabel('您的答案').fill(question.answer[0]!)
    case 'order':
      for (const [rank, place] of question.answer.entries()) {
        await page.getByLabel(`“${options[place]}”排第几`).selectOption(String(rank + 1))
      }
  }
}

export async function answersSurvey(trainee: Trainee, { title }: Planned) {
  const { page } = trainee
  await opensActivity(trainee, title)
  await expect(page.getByText('这份调查不记名')).toBeVisible()
  for (const asked of await page.getByRole('group').all()) await asked.getByText('5', { exact: true }).click()
  await page.getByLabel('你最想继续学的内容').fill('怎样和隔代家庭一起读绘本')
  await page.getByRole('button', { name: '提交' }).click()
  await expectSaid(page, '谢谢，您的回答已收到。')
}

/** Joins a live session by its link, which opens elsewhere. */
export async function joinsLive(trainee: Trainee, title: string, link: string) {
  const { page } = trainee
  await opensActivity(trainee, title)
  await page.getByRole('button', { name: '进入直播' }).click()
  await expect(page.getByRole('link', { name: '打开直播间' })).toHaveAttribute('href', link)
  await expect(page.getByText('已登记参加')).toBeVisible()
}
