// The whole job on the real roster, through the pages alone: from the first cohort to the certificate, seventeen weeks
// by the site's own clock. Two people of one group do everything that is asked of them; the others are 320 rows.
import { expect } from '../support/browser'
import { comparesFile, readsCertificate, verifies, verifiesInEnglish } from './journey/anybody'
import { downloadsReport, expectFiguresCounted, isCompleted, listIn, seesProgress } from './journey/bureau'
import { calendar, comes } from './journey/calendar'
import * as completion from './journey/completing'
import * as grouping from './journey/grouping'
import { seesPhotoWithoutPlace } from './journey/handing-in'
import { ledgerOf, marksAssignment, marksCase, signsOff, takesBack } from './journey/judging'
import { layBefore, staff } from './journey/laying'
import { callsRoll, checksIn, opensRoll, showsCode } from './journey/meeting'
import { works } from './journey/modules'
import * as opening from './journey/opening'
import { arrives, comesBack, desk, expectSaid, goTo, phone, signIn, signInFirst } from './journey/people'
import { picture } from './journey/pictures'
import { programme, titlesOf } from './journey/programme'
import { addsVenues, liveLink, marksLive, setsLive, setsWorkshop, workshopDays } from './journey/scheduling'
import { givesUpQuiz, joinsLive, opensActivity, skipsThrough, takesQuiz, watches } from './journey/studying'
import { postsWithoutNetwork, talkTogether } from './journey/talking'
import { test } from './site'

const jiang = { name: '江丽雅', telephone: '19900000001' }
const zeng = { name: '曾洁霞', telephone: '19900000003' }
const head = { name: '石慧', telephone: '19900000005' }
const workshops = titlesOf('workshop')
const practices = titlesOf('practice')

test.use({ alone: 'journey', trace: 'off' })

test('from roster to certificate', async ({ site, newcomer, watched }) => {
  test.setTimeout(900_000)
  await site.setClock(calendar.at(-1, 1, '08:30'))
  await layBefore(site, calendar.at(-1, 1, '08:00'))
  const manager = { name: staff.manager.name, page: await newcomer(desk) }
  await signIn(manager.page, staff.manager.telephone)

  const codeOf = await test.step('1. a cohort is opened, and 322 people enrolled', async () => {
    const { page } = manager
    watched.allow(/status of 400 .*\/cohorts\/new/)
    await opening.opensTheCohort(page)
    await opening.setsQuotas(page, '营镇回族乡')
    await opening.seesMistakes(page)
    await picture(manager, '1-roster-with-mistakes')
    await openCohort()
    await expect(page.getByRole('row', { name: /^营镇回族乡中心校 16 0 0 / })).toBeVisible()
    await opening.dropsTheRoster(page)
    await expect(page.getByText('营镇回族乡中心校超出 1 人')).toBeVisible()
    await opening.raisesQuota(page, '营镇回族乡')
    await opening.dropsTheRoster(page)
    await picture(manager, '1-roster')
    await opening.agrees(page, 322)
    await page.getByRole('link', { name: '回到期次' }).click()
    return opening.printsSlips(page)
  })

  await test.step('2. groups by township, mentors, two people moved; workshops within their venues', async () => {
    const { page } = manager
    watched.allow(/status of 409 .*\/workshops/)
    await grouping.proposesGroups(page)
    await grouping.seesSizes(page)
    await grouping.swaps(page, zeng.name, jiang.name)
    const group = await grouping.groupNameOf(page, jiang.name)
    await grouping.neverOffers(page, head.name)
    await grouping.choosesMentor(page, group, head.name)
    await grouping.addsMentor(page, '马秀芹', '19900010202')
    await picture(manager, '2-groups')
    await grouping.confirmsGroups(page)
    await openCohort()
    await page.getByRole('link', { name: '面授安排' }).first().click()
    await addsVenues(page)
    for (const number of [1, 2, 3, 4]) await setsWorkshop(page, number, { crowded: number === 2 })
    await picture(manager, '2-workshops')
  })

  const phones = [await newcomer(phone), await newcomer(phone), await newcomer(phone)]
  const one = await test.step('3. a trainee signs in for the first time', () =>
    arrives(phones[0]!, jiang.name, codeOf(jiang.name, jiang.telephone)))
  const other = await arrives(phones[1]!, zeng.name, codeOf(zeng.name, zeng.telephone))
  const mentor = { name: head.name, page: phones[2]! }
  await signInFirst(mentor.page, head.name, codeOf(head.name, head.telephone))
  await expect(mentor.page).toHaveURL(/\/mentoring$/)

  await test.step('3. before the first Monday Today says when it begins; in week one, what comes first', async () => {
    await expect(one.page.getByText('3月1日（周一）开课')).toBeVisible()
    await comes(site, 1, 1, '08:00')
    await goTo(one.page, '今天')
    await expect(one.page.getByRole('heading', { level: 1, name: `早上好，${one.name}` })).toBeVisible()
    await goTo(one.page, '课程')
    await expect(one.page.getByText('第 5 周开放，即3月29日（周一）')).toBeVisible()
    await picture(one, '3-outline')
    await opensActivity(one, titlesOf('quiz')[0]!)
    await expect(one.page.getByText('这项活动还没有开放')).toBeVisible()
    await one.page
      .getByRole('main')
      .getByRole('link', { name: titlesOf('video')[0]! })
      .click()
    await expect(one.page.getByRole('heading', { level: 1, name: titlesOf('video')[0]! })).toBeVisible()
  })

  await test.step('3. who drags a film to its end has earned nothing; who watches it has', async () => {
    const [first] = programme.modules[0]!.activities
    await skipsThrough(one, first!)
    await watches(one, first!, 1)
  })

  await test.step('4. two of a group see each other’s posts at once; one without network arrives once', async () => {
    watched.allow(/ERR_INTERNET_DISCONNECTED/)
    await talkTogether(one, other)
    await postsWithoutNetwork(one, other)
    await picture(one, '4-discussion')
  })

  await test.step('3. the first module: films, a text, a quiz, a discussion, practice with a photo', async () => {
    const [, ...rest] = programme.modules[0]!.activities
    await Promise.all([works(one, rest), works(other, programme.modules[0]!.activities)])
    await opensActivity(one, practices[0]!)
    await seesPhotoWithoutPlace(one)
    await picture(one, '3-practice')
  })

  const officer = { name: staff.officer.name, page: await newcomer(desk) }
  await test.step('9. the bureau sees from the first weeks whom to telephone', async () => {
    await comes(site, 2, 1, '09:00')
    await signIn(officer.page, staff.officer.telephone)
    await seesProgress(officer, 322, '19900010102')
    await picture(officer, '9-progress')
  })

  await test.step('5. the first workshop: a check-in and a roll are two entries and one mark', async () => {
    await comes(site, 2, 6, '08:40')
    await opensRoll(mentor, workshops[0]!, '上午')
    await checksIn(one, await showsCode(mentor))
    await site.setClock(calendar.at(2, 6, '09:20'))
    await opensRoll(mentor, workshops[0]!, '上午')
    await expect(mentor.page.getByText(/8:4\d 自助签到：出勤/)).toBeVisible()
    await callsRoll(mentor, { [one.name]: '迟到', 曾娟春: '请假', 戴颖兰: '缺勤' })
    await picture(mentor, '5-roll')
    await goTo(one.page, '面授')
    await expect(one.page.getByText(/8:4\d 自助签到：出勤/)).toBeVisible()
    await expect(one.page.getByText(new RegExp(`${mentor.name} 9:2\\d 记：迟到\\s*以此为准`))).toBeVisible()
    await expect(one.page.getByText('迟到 · 计入出勤')).toBeVisible()
    await picture(one, '5-own-workshop')
  })

  await test.step('5. a roll that was never called is nobody’s absence', async () => {
    await comes(site, 2, 7, '10:00')
    await goTo(one.page, '面授')
    await expect(one.page.getByText('还没有点名，不算缺勤')).toBeVisible()
    await opensRoll(mentor, workshops[0]!, '下午')
    await callsRoll(mentor, { [other.name]: '缺勤' })
    await goTo(one.page, '面授')
    await expect(one.page.getByText('还没有点名，不算缺勤')).toHaveCount(0)
  })

  await test.step('6. practice is signed off with a mark; taking that back is an entry', async () => {
    await signsOff(mentor, one.name, practices[0]!, 80)
    await takesBack(mentor)
    await signsOff(mentor, one.name, practices[0]!, 95)
    await signsOff(mentor, other.name, practices[0]!, 90)
    const ledger = (await ledgerOf(one)).filter((entry) => entry.includes(practices[0]!))
    expect(ledger.map((entry) => /[+−]4 学时/.exec(entry)?.[0]).sort()).toEqual([
      '+4 学时',
      '+4 学时',
      '−4 学时',
    ])
    await picture(one, '6-ledger')
  })

  await test.step('3 to 6. the second module', async () => {
    await weeksPass(5, 1, '19:00')
    const { activities } = programme.modules[1]!
    await Promise.all([works(one, activities), works(other, activities)])
    await marksCase(mentor, one.name, titlesOf('case-study')[0]!, [20, 20, 10])
    await takesBack(mentor)
    for (const trainee of [one, other]) {
      await signsOff(mentor, trainee.name, practices[1]!, 95)
      await marksCase(mentor, trainee.name, titlesOf('case-study')[0]!, [38, 38, 19])
    }
    await attend(2, {})
  })

  await test.step('3 to 6. the third module, with a live session', async () => {
    await weeksPass(9, 1, '19:00')
    const { activities } = programme.modules[2]!
    await Promise.all([works(one, activities), works(other, activities)])
    for (const trainee of [one, other]) {
      await signsOff(mentor, trainee.name, practices[2]!, 95)
      await marksAssignment(mentor, trainee.name, titlesOf('assignment')[0]!, 92)
    }
    const live = titlesOf('live')[0]!
    await openCohort()
    await setsLive(manager.page, 10, 3)
    await comes(site, 10, 3, '19:25')
    await Promise.all([joinsLive(one, live, liveLink), joinsLive(other, live, liveLink)])
    await openCohort()
    await marksLive(manager.page, [one.name, other.name])
    await attend(3, { [other.name]: '缺勤' })
  })

  await test.step('3 to 7. the fourth module; one fails the last test, and the manager allows one more attempt', async () => {
    await weeksPass(13, 1, '19:00')
    const { activities } = programme.modules[3]!
    const test = activities.find(({ kind }) => kind === 'quiz')!
    await Promise.all([works(one, activities), works(other, activities, { quiz: givesUpQuiz })])
    await completion.opensPerson(manager.page, opening.cohortTitle, other.name)
    await completion.givesAttempt(manager.page, test.title, '断电，没有答完')
    await takesQuiz(other, test)
    for (const trainee of [one, other]) {
      await signsOff(mentor, trainee.name, practices[3]!, 95)
      await marksCase(mentor, trainee.name, titlesOf('case-study')[1]!, [46, 28, 19])
    }
    await attend(4, {})
  })

  await test.step('7. each sees what is done and what cannot be reached; the manager confirms decisions', async () => {
    await weeksPass(17, 7, '20:00')
    await completion.seesVerdict(one, '已达到结业条件')
    await completion.seesVerdict(other, '面授出勤 5 / 8 场次')
    await picture(other, '7-out-of-reach')
    await completion.opensCompletion(manager.page, opening.cohortTitle)
    await picture(manager, '7-completion')
    await completion.confirms(manager.page, 1)
    await completion.closesTheRest(manager.page, 321)
  })

  const first = await test.step('8. the certificate is issued, and anybody can verify it', async () => {
    await completion.issues(manager.page, 1)
    const pdf = await completion.ownCertificate(one)
    const paper = await readsCertificate(pdf)
    expect(paper.text).toContain(one.name)
    expect(paper.text).toContain('优秀学员')
    expect(paper.number).toBe('冀邯大名〔2027〕教培结字第0001号')
    const anybody = await newcomer(phone)
    await verifies(anybody, paper.address!, '江*雅')
    await comparesFile(anybody, pdf)
    await verifiesInEnglish(anybody)
    await picture({ page: anybody }, '8-verified')
    const english = await readsCertificate(await completion.ownCertificate(one, '英文版'))
    expect(english.text).toContain('CertificateofCompletion')
    return { pdf, ...paper }
  })

  await test.step('8. a make-up after the issue brings that one person the next number', async () => {
    await opensRoll(mentor, workshops[0]!, '下午')
    await completion.marksMadeUp(mentor.page, other.name)
    await completion.opensPerson(manager.page, opening.cohortTitle, other.name)
    await manager.page.getByRole('button', { name: '按现在的记录认定' }).click()
    await expectSaid(manager.page, '已认定')
    await manager.page.getByRole('button', { name: '发证或换发' }).click()
    await expectSaid(manager.page, '已发证 冀邯大名〔2027〕教培结字第 0002 号')
    const paper = await readsCertificate(await completion.ownCertificate(other))
    expect(paper.text).toContain(other.name)
    const again = await completion.ownCertificate(one)
    expect(again.equals(first.pdf)).toBe(true)
  })

  await test.step('9. the bureau downloads its report; another county’s officer finds nothing there', async () => {
    await completion.opensCompletion(manager.page, opening.cohortTitle)
    await completion.reports(manager.page)
    await comesBack(officer.page, staff.officer.telephone)
    const report = await downloadsReport(officer)
    await picture(officer, '9-reports')
    const people = listIn(report.workbook)
    expect(people).toHaveLength(322)
    expect(people.filter((row) => isCompleted(row[10]!))).toHaveLength(2)
    expectFiguresCounted(report.workbook)
    expect(report.text).toContain('结业情况统计表')
    const stranger = await newcomer(desk)
    await signIn(stranger, staff.otherOfficer.telephone)
    watched.allow(/status of 404/)
    const nothing = report.address.replace(/[\w-]+\.pdf/, '019a0000-0000-7000-8000-000000000000.pdf')
    const [theirs, none] = [await stranger.goto(report.address), await stranger.goto(nothing)]
    expect([theirs!.status(), none!.status()]).toEqual([404, 404])
  })

  await test.step('9. each download is in the audit trail', async () => {
    const administrator = await newcomer(desk)
    await signIn(administrator, staff.administrator.telephone)
    await goTo(administrator, '审计')
    await administrator.getByLabel('操作').selectOption({ label: '下载结业情况报告' })
    await administrator.getByRole('button', { name: '筛选' }).click()
    await expect(administrator.getByText('共 2 条，最新的在前')).toBeVisible()
    await expect(administrator.getByRole('cell', { name: staff.officer.name })).toHaveCount(2)
  })

  /** The group's turn of a workshop is held, and its roll called morning and afternoon. */
  async function attend(number: number, marks: Parameters<typeof callsRoll>[1]) {
    await goTo(one.page, '面授')
    const title = workshops[number - 1]!
    const card = one.page.locator('section', { has: one.page.getByRole('heading', { name: title }) })
    const turn = /第 (\d) 批/.exec((await card.textContent())!)?.[1] ?? '1'
    const { week, weekday } = workshopDays[number - 1]![Number(turn) - 1]!
    await weeksPass(week, weekday, '17:30')
    for (const session of ['上午', '下午']) {
      await opensRoll(mentor, title, session)
      await callsRoll(mentor, marks)
    }
  }

  /** The clock moves on, and who has been away too long signs in again. */
  async function weeksPass(week: number, weekday: number, time: string) {
    await comes(site, week, weekday, time)
    await comesBack(manager.page, staff.manager.telephone)
    await comesBack(one.page, jiang.telephone)
    await comesBack(other.page, zeng.telephone)
    await comesBack(mentor.page, head.telephone)
  }

  async function openCohort() {
    await goTo(manager.page, '期次')
    await manager.page.getByRole('link', { name: opening.cohortTitle, exact: true }).click()
  }
})
