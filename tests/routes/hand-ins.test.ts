import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { currentConsent } from '~/domain/accounts/consent'
import { SESSION_COOKIE } from '~/domain/accounts/lucia.server'
import { startSession } from '~/domain/accounts/sessions.server'
import { newId } from '~/domain/ids.server'
import { close } from '~/open.server'
import { paths } from '~/paths'
import { analysis, type HandIns, handInsWorld, photo } from '../domain/hand-ins-world'
import { freshDatabase } from '../support/database'
import { openBeside } from '../support/open-beside'
import { type RunningServer, startServer } from '../support/server'
import { accountIdOf, type Someone } from '../support/world'

let server: RunningServer

beforeAll(async () => {
  const databaseUrl = await freshDatabase()
  server = await startServer({ databaseUrl })
  await openBeside(databaseUrl)
})

afterAll(async () => {
  await server.stop()
  await close()
})

async function signedIn(one: HandIns, who: Someone) {
  await server.setClock(one.at)
  const accountId = await accountIdOf(who)
  await db.consent.create({ data: { id: newId(), accountId, version: currentConsent, occurredAt: one.at } })
  const token = await startSession(who, accountId, 'test')
  const headers = { Cookie: `${SESSION_COOKIE}=${token}` }
  return {
    read: (path: string, more: Record<string, string> = {}) =>
      server.fetch(path, { headers: { ...headers, ...more } }),
    post: (path: string, body: URLSearchParams | FormData) =>
      server.fetch(path, { method: 'POST', headers, body }),
  }
}

test('two parallel submits of one case study leave one submission, which both pages show', async () => {
  const one = await handInsWorld()
  const liNa = await signedIn(one, one.liNa)
  const page = paths.activityOf(one.liNa.enrolmentId, one.activities['case-study'], 'case-study')
  const form = new URLSearchParams({ text: analysis, formKey: newId() })
  const both = await Promise.all([liNa.post(page, form), liNa.post(page, form)])
  const to = (answer: Response) => new URL(answer.headers.get('Location')!, server.origin).pathname
  expect(both.map((answer) => [answer.status, to(answer)])).toEqual([
    [302, page],
    [302, page],
  ])
  expect(await (await liNa.read(page)).text()).toContain(analysis)
  expect(await db.submission.count({ where: { enrolmentId: one.liNa.enrolmentId } })).toBe(1)
})

test('a submission that is too short keeps what was written and says how much is missing', async () => {
  const one = await handInsWorld()
  const liNa = await signedIn(one, one.liNa)
  const page = paths.activityOf(one.liNa.enrolmentId, one.activities['case-study'], 'case-study')
  const answer = await liNa.post(page, new URLSearchParams({ text: '我想先看三天' }))
  expect(answer.status).toBe(409)
  const text = await answer.text()
  expect(text).toContain('只有 6 字，至少要 20 字')
  expect(text).toContain('我想先看三天')
})

test('two parallel grades leave one, which the mentor and the trainee both see; another mentor finds nothing', async () => {
  const one = await handInsWorld()
  const [liNa, mentor, other] = await Promise.all([
    signedIn(one, one.liNa),
    signedIn(one, one.mentor),
    signedIn(one, one.otherMentor),
  ])
  const page = paths.activityOf(one.liNa.enrolmentId, one.activities['case-study'], 'case-study')
  await liNa.post(page, new URLSearchParams({ text: analysis }))
  expect(await (await mentor.read(paths.grading())).text()).toContain('李娜')
  expect(await (await other.read(paths.grading())).text()).not.toContain('李娜')
  const { id } = await db.submission.findFirstOrThrow({ where: { enrolmentId: one.liNa.enrolmentId } })
  const form = new URLSearchParams({
    intent: 'grade',
    submission: id,
    'points[0]': '30',
    'points[1]': '35',
    'points[2]': '15',
    comment: '策略很具体',
  })
  expect((await other.post(paths.grading(), form)).status).toBe(404)
  const both = await Promise.all([mentor.post(paths.grading(), form), mentor.post(paths.grading(), form)])
  expect(both.map((answer) => answer.status)).toEqual([302, 302])
  expect(await db.gradeEntry.count({ where: { submissionId: id } })).toBe(1)
  const seen = await (await liNa.read(page)).text()
  expect(seen).toContain('策略很具体')
  expect(seen).toContain('35 / 40 分')
  const record = await (await liNa.read(paths.me(one.liNa.enrolmentId))).text()
  expect(record).toContain('+4 学时')
  expect(record).toContain('评分合格（郭永红）')
})

test('evidence goes up with its form, is signed off by the mentor, undone, and its photo opens for nobody else', async () => {
  const one = await handInsWorld()
  const [liNa, wangFang, mentor] = await Promise.all([
    signedIn(one, one.liNa),
    signedIn(one, one.wangFang),
    signedIn(one, one.mentor),
  ])
  const { enrolmentId } = one.liNa
  const page = paths.activityOf(enrolmentId, one.activities.practice, 'practice')
  for (const item of ['1', '2']) {
    const form = new FormData()
    form.set('item', item)
    form.set('formKey', newId())
    form.set('text', `第 ${item} 项的记录`)
    const { name, bytes } = photo('wall-plan.jpg')
    form.append(`files-${item}`, new Blob([bytes as Uint8Array<ArrayBuffer>]), name)
    expect((await liNa.post(page, form)).status).toBe(302)
  }
  const { fileId } = await db.practiceEvidence.findFirstOrThrow({ where: { note: { enrolmentId } } })
  const file = await liNa.read(paths.file(fileId))
  expect(file.status).toBe(200)
  expect(file.headers.get('Content-Type')).toBe('image/jpeg')
  expect(file.headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(file.headers.get('Content-Security-Policy')).toContain('sandbox')
  expect((await mentor.read(paths.file(fileId))).status).toBe(200)
  expect((await wangFang.read(paths.file(fileId))).status).toBe(404)
  expect((await wangFang.read(paths.file(newId()))).status).toBe(404)
  expect((await server.fetch(paths.file(fileId))).status).toBe(302)

  expect(await (await mentor.read(paths.signOffs())).text()).toContain('第 2 项的记录')
  const newest = await db.practiceNote.findFirstOrThrow({ where: { enrolmentId, item: 2 } })
  const sign = new URLSearchParams({
    intent: 'sign',
    enrolment: enrolmentId,
    activity: one.activities.practice,
    seen: newest.id,
    mark: '88',
  })
  expect((await wangFang.post(paths.signOffs(), sign)).status).toBe(403)
  expect((await mentor.post(paths.signOffs(), sign)).status).toBe(302)
  expect(await (await liNa.read(page)).text()).toContain('已审核，88 分')
  const { id } = await db.signOffEntry.findFirstOrThrow({ where: { enrolmentId } })
  await mentor.post(paths.signOffs(), new URLSearchParams({ intent: 'undo', id }))
  expect(await (await mentor.read(paths.mentoredTrainee(enrolmentId))).text()).toContain('−4 学时')
})

test('a mentor sees who is in their own groups, and no page of anybody else’s trainee', async () => {
  const one = await handInsWorld()
  const mentor = await signedIn(one, one.mentor)
  const overview = await (await mentor.read(paths.mentoring())).text()
  expect(overview).toContain('李娜')
  expect(overview).not.toContain('王芳')
  expect((await mentor.read(paths.mentoredTrainee(one.liNa.enrolmentId))).status).toBe(200)
  expect((await mentor.read(paths.mentoredTrainee(one.wangFang.enrolmentId))).status).toBe(404)
  expect((await mentor.read(paths.me(one.liNa.enrolmentId))).status).toBe(404)
})

test('what is no file of theirs is a page to whoever opens its address, and bare to a program', async () => {
  const one = await handInsWorld()
  const liNa = await signedIn(one, one.liNa)
  for (const path of ['/films/none.mp4', paths.certificate(newId()), paths.reportFile(newId(), 'pdf')]) {
    const opened = await liNa.read(path, { Accept: 'text/html,*/*', 'Sec-Fetch-Dest': 'document' })
    expect([path, opened.status]).toEqual([path, 404])
    expect(await opened.text()).toContain('没有找到这个页面')
    const fetched = await liNa.read(path, { Accept: '*/*', 'Sec-Fetch-Dest': 'video' })
    expect([path, fetched.status]).toEqual([path, 404])
    expect(await fetched.text()).not.toContain('</html>')
  }
})
