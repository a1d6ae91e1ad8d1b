import pg from 'pg'
import { comesIn, expect } from '../support/browser'
import { test } from './site'

test.use({ laid: 'daming' })

async function ask<Row extends pg.QueryResultRow>(databaseUrl: string, sql: string) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

test('the Daming cohort talks in more than three hundred posts, none twice in a group', async ({ site }) => {
  const [counted] = await ask(
    site.databaseUrl,
    `select count(distinct p.text)::int as different,
      count(*)::int - count(distinct (p."groupId", p.text))::int as twice,
      count(*) filter (where p."enrolmentId" is null)::int > 0 as mentors,
      (select count(*)::int from "Enrolment" where "cohortId" = c.id) as people
    from "Post" p join "MentorGroup" g on g.id = p."groupId" join "Cohort" c on c.id = g."cohortId"
    join "Programme" x on x.id = c."programmeId" where x.track = 'teacher' group by c.id`,
  )
  expect(counted).toMatchObject({ twice: 0, mentors: true, people: 322 })
  expect(counted!.different).toBeGreaterThanOrEqual(300)
})

test('the manager finds four cohorts, the city its report, and a certificate says until when it is good', async ({
  page,
  site,
}) => {
  await comesIn(page, '周敏')
  await page.goto('/cohorts')
  for (const title of ['农村幼儿园教师', '社区学习指导师', '设施蔬菜', '安全员']) {
    await expect(page.getByText(title).first()).toBeVisible()
  }
  await page.context().clearCookies()
  await comesIn(page, '方正')
  await page.goto('/bureau/reports')
  await expect(page.getByText('社区学习指导师').first()).toBeVisible()

  const [certificate] = await ask<{ number: string; token: string }>(
    site.databaseUrl,
    'select number, token from "Certificate" where "expiresOn" is not null order by sequence limit 1',
  )
  await page.goto(`/verify/${encodeURIComponent(certificate!.number)}?token=${certificate!.token}`)
  await expect(page.getByText('有效').first()).toBeVisible()
})

test('once its week is over, the sign-in page says so and how to lay it anew', async ({ page, site }) => {
  const [mark] = await ask<{ anchor: Date }>(site.databaseUrl, 'select anchor from "DemoMark"')
  await site.setClock(new Date(mark!.anchor.getTime() + 8 * 24 * 60 * 60 * 1000))
  await page.goto('/sign-in')
  await expect(page.getByText('npm run seed daming -- --anew')).toBeVisible()
  await site.setClock(null)
})
