// What goes wrong, and what people are told then.
import { paths } from '~/paths'
import { expect, open } from '../support/browser'
import { daming } from '../support/daming'
import { inWeek, learningWorld, trainee } from '../support/learning-world'
import { monday, newTelephone, someone } from '../support/world'
import { choosePassword, password } from './accounts'
import { entersAs } from './entering'
import { inside } from './inside'
import { test } from './site'

test('a wrong password is answered like an unknown account, keeps the name, and the right one still signs in', async ({
  site,
  page,
  watched,
}) => {
  watched.allow(/status of 400/)
  const telephone = newTelephone()
  await inside(site, async () => {
    const person = await someone({ person: null, at: monday, through: 'command' }, '李娜', { telephone })
    await choosePassword(person.person, monday)
  })
  await site.setClock(monday)
  await open(page, paths.signIn())
  const name = page.getByLabel('手机号、身份证号或邮箱')
  for (const account of ['19912345678', telephone]) {
    await name.fill(account)
    await page.getByLabel('密码').fill('不是这个密码')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('账号或密码不对。')
    await expect(name).toHaveValue(account)
  }
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('heading', { name: '我的账号' })).toBeVisible()
})

test('somebody else’s page is as absent as one that never was', async ({ site, page, watched }) => {
  watched.allow(/status of 404/)
  const { liNa, wangFang, cohort } = await inside(site, async () => {
    const world = await learningWorld([{ opensWeek: 1, closesWeek: 4, activities: [] }])
    return { ...world, liNa: await trainee(world, '李娜'), wangFang: await trainee(world, '王芳') }
  })
  await site.setClock(inWeek(2))
  await entersAs(page, site, liNa.person, inWeek(2))
  const own = await open(page, paths.outline(liNa.enrolment.id))
  expect(own?.status()).toBe(200)
  const nobodys = '019a0000-0000-7000-8000-000000000000'
  for (const path of [
    paths.outline(wangFang.enrolment.id),
    paths.outline(nobodys),
    paths.cohort(cohort.id),
    paths.cohort(nobodys),
  ]) {
    const answer = await open(page, path)
    expect(answer?.status(), path).toBe(404)
    await expect(page.getByRole('heading', { name: '没有找到这个页面' })).toBeVisible()
  }
})

test('a file that is no roster is refused with what it lacks, and nothing is kept of it', async ({
  site,
  page,
  watched,
}) => {
  watched.allow(/status of 409/)
  const { manager, cohort } = await inside(site, () => daming())
  await site.setClock(monday)
  await entersAs(page, site, manager.person, monday)
  await open(page, paths.roster(cohort.id))
  const files = [
    ['请假条.pdf', 'application/pdf', '%PDF-1.4 一张请假条', '这不是表格文件。请选 .xlsx 或 .csv 文件。'],
    ['菜单.csv', 'text/csv', '早餐,午餐\n小米粥,面条\n', /没有找到名单/],
  ] as const
  for (const [name, mimeType, text, said] of files) {
    await page.getByLabel('名单文件').setInputFiles({ name, mimeType, buffer: Buffer.from(text) })
    await page.getByRole('button', { name: '检查名单' }).click()
    await expect(page.getByRole('alert').getByText(said)).toBeVisible()
  }
  await page.reload()
  await expect(page.getByText('还没有上传过名单')).toBeVisible()
})
