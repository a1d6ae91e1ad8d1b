import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { currentConsent } from '~/domain/accounts/consent'
import { SESSION_COOKIE } from '~/domain/accounts/lucia.server'
import { startSession } from '~/domain/accounts/sessions.server'
import { newId } from '~/domain/ids.server'
import { close } from '~/open.server'
import { paths } from '~/paths'
import { asThemselves, at, damingCohort, moved, venue } from '../domain/groups-world'
import { workshopDay } from '../domain/workshops-world'
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

async function signedIn(who: Someone) {
  await server.setClock(who.at)
  const accountId = await accountIdOf(who)
  await db.consent.create({ data: { id: newId(), accountId, version: currentConsent, occurredAt: who.at } })
  const token = await startSession(who, accountId, 'test')
  const headers = { Cookie: `${SESSION_COOKIE}=${token}`, 'Accept-Language': 'zh-CN' }
  return {
    async read(path: string, status = 200) {
      const answer = await server.fetch(path, { headers })
      expect(answer.status).toBe(status)
      return answer.text()
    },
    post: (path: string, fields: Record<string, string>) =>
      server.fetch(path, { method: 'POST', headers, body: new URLSearchParams(fields) }),
  }
}

test('a manager proposes groups, confirms them, and sets a workshop in two turns that fit its venue', async () => {
  const daming = await damingCohort([
    ['大名镇', 20],
    ['杨桥镇', 16],
  ])
  const { cohort, activities } = daming
  const manager = await signedIn(daming.manager)
  const groups = paths.cohortGroups(cohort.id)
  expect(await manager.read(groups)).toContain('36 名学员将按乡镇分组')
  expect((await manager.post(groups, { intent: 'propose' })).status).toBe(302)
  const proposed = await manager.read(groups)
  expect(proposed).toContain('大名镇有 20 人，分不成 12—18 人的组')
  expect(await manager.read(`${groups}?mentor=g1`)).toContain('不在名单上的人')
  const asked = await manager.post(groups, { intent: 'confirm' })
  expect(asked.headers.get('Location')).toContain('confirm=on')
  const asking = await manager.read(`${groups}?confirm=on`)
  expect(asking).toContain('还没有生效')
  expect(asking).toMatch(/(\d) 个小组中有 \1 个还没有导学教师/)
  const [, unmentored] = /name="unmentored" value="(\d+)"/.exec(asking)!
  expect((await manager.post(groups, { intent: 'confirm', unmentored: unmentored! })).status).toBe(302)
  expect(await manager.read(groups)).not.toContain('还没有生效')

  const workshops = paths.cohortWorkshops(cohort.id)
  const venueId = await venue(daming, '小教室', 20)
  const { activityId } = activities.workshops[0]!
  expect(await manager.read(`${workshops}?set=${activityId}&turns=1`)).toContain('至少分 2 批')
  const rows = await db.mentorGroup.findMany({ where: { cohortId: cohort.id }, orderBy: { position: 'asc' } })
  const fields = (turns: string[]) => ({
    intent: 'set',
    activityId,
    ...Object.fromEntries(
      [...new Set(turns)].flatMap((_, place) => [
        [`turns[${place}].venueId`, venueId],
        [`turns[${place}].day`, `2026-09-2${6 + place}`],
      ]),
    ),
    ...Object.fromEntries(
      rows.flatMap(({ id }, place) => [
        [`groups[${place}].groupId`, id],
        [`groups[${place}].turn`, turns[place]!],
      ]),
    ),
  })
  const refusedAnswer = await manager.post(workshops, fields(rows.map(() => '1')))
  expect(refusedAnswer.status).toBe(409)
  expect(await refusedAnswer.text()).toContain('比学习基地可容纳的 20 人多 16 人')
  const set = await manager.post(workshops, fields(rows.map((_, place) => String(place + 1))))
  expect(set.status).toBe(302)
  expect(await manager.read(workshops)).toContain('9月26日（周六）')
})

test('a mentor calls the roll without JavaScript; a trainee’s check-in and the mark are both shown', async () => {
  const day = await workshopDay()
  const { morning, east, mentor } = day
  const [liNa] = day.eastern
  const caller = await signedIn(moved(mentor, '2026-09-26', '09:05'))
  const roll = paths.roll(morning.id, east.id)
  expect(await caller.read(paths.rolls())).toContain('未点名')
  expect(await caller.read(roll)).toContain('其余全部到齐')
  const screen = paths.checkInScreen(morning.id)
  expect((await caller.post(screen, {})).status).toBe(302)
  const code = /tracking-\[0\.12em\][^>]*>([2-9A-HJ-NP-Z]{6})</.exec(await caller.read(screen))?.[1]
  expect(code).toBeDefined()

  const phone = await signedIn(asThemselves(liNa!, at('2026-09-26', '09:17')))
  const own = paths.workshops(liNa!.id)
  expect(await phone.read(own)).toContain('屏幕上的签到码')
  expect((await phone.post(own, { intent: 'check-in', code: 'ZZZZZZ' })).status).toBe(409)
  expect((await phone.post(own, { intent: 'check-in', code: code! })).status).toBe(302)

  expect(await caller.read(roll)).toContain('9:17 自助签到：迟到')
  expect((await caller.post(roll, { intent: 'mark', enrolmentId: liNa!.id, mark: 'present' })).status).toBe(
    200,
  )
  expect((await caller.post(roll, { intent: 'rest' })).status).toBe(302)
  expect(await caller.read(roll)).toContain('已点齐')
  const seen = await phone.read(own)
  expect(seen).toContain('9:17 自助签到：迟到')
  expect(seen).toContain('以此为准')
  expect(await phone.read(roll, 404)).not.toContain(liNa!.person.name + day.east.name)
})
