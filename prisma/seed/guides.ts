// Sixty community learning guides: eight weeks that are over, decisions, certificates, and a report for the city.
import { issueReport } from '~/domain/reports/issue.server'
import { certificateAt } from './certified'
import { between } from './dice'
import type { Laying } from './laying'
import { read, takeQuiz, watch } from './learning'
import type { Profile } from './profiles'
import type { Sources } from './programmes'
import { rosterFrom } from './rosters'
import { eachOf, evening, openShort, openWeek, talkOver } from './short-cohort'
import { acting, must, on } from './stage'

const mentors = [
  ['沈玉兰', '19900010204'],
  ['韩志远', '19900010205'],
  ['许文静', '19900010206'],
  ['罗建平', '19900010207'],
] as const

/** Three of sixty did not get to the end. */
function profileOf(place: number): Profile {
  return place % 20 === 11 ? 'behind' : 'steady'
}

export async function layGuides(laying: Laying, sources: Sources) {
  const { codes, staff, films } = laying
  const stage = laying.stage.beginning(-7)
  const { manager } = staff
  const opened = await openShort(laying, sources, {
    stage,
    manager,
    file: 'guides-programme.json',
    runById: codes.get('BJ-OU')!,
    heldForId: codes.get('110000')!,
    title: '社区学习指导师培训',
    roster: { bytes: await rosterFrom('guides-people.json'), name: '社区学习指导师名单.csv' },
    quotas: { kind: 'county', more: 0 },
    mentors,
    profileOf,
  })
  const [guide, reading, circle, quiz] = opened.items.map(({ id }) => id)
  await openWeek(stage, 1)
  await eachOf(opened.groups, stage, 'learns', async (one) => {
    await watch(one, guide!, evening(stage, 1), { films, share: between(92, 100) / 100 })
    await read(one, reading!, evening(stage, 2))
  })
  await openWeek(stage, 5)
  await eachOf(opened.groups, stage, 'goes on', async (one) => {
    if (one.profile === 'behind') return
    await watch(one, circle!, evening(stage, 5), { films, share: between(92, 100) / 100 })
    await takeQuiz(one, quiz!, evening(stage, between(6, 7)), between(80, 98))
  })
  await talkOver(laying, stage, opened.groups, 'guides', 8)
  const held = await certificateAt(opened, manager, stage.at(9, 2, '10:00'))
  const reported = stage.at(9, 4, '14:30')
  await on(reported, async () => {
    const organisationId = codes.get('110000')!
    must(await issueReport(acting(manager, reported), opened.cohort, { organisationId }))
  })
  return held
}
