// Twenty-four safety officers: six weeks with films that cannot be skipped, an examination, and certificates that expire.
import { certificateAt } from './certified'
import { between } from './dice'
import type { Laying } from './laying'
import { read, takeQuiz, watch } from './learning'
import type { Profile } from './profiles'
import type { Sources } from './programmes'
import { safetyOfficers } from './rosters'
import { eachOf, evening, openShort, openWeek, talkOver } from './short-cohort'

// Of the officers' file: the district is who sends them, the street is kept as a note.
const mapping = { 0: { columns: { 5: 'unit' as const, 6: 'other' as const } } }

/** One of them has watched and never sat the examination. */
function profileOf(place: number): Profile {
  return place === 17 ? 'behind' : 'steady'
}

export async function laySafety(laying: Laying, sources: Sources) {
  const { codes, staff, films } = laying
  const stage = laying.stage.beginning(1)
  const agency = codes.get('BJ-AJ')!
  const opened = await openShort(laying, sources, {
    stage,
    manager: staff.safetyManager,
    file: 'safety-programme.json',
    runById: agency,
    heldForId: agency,
    title: '安全员岗位培训',
    roster: { bytes: await safetyOfficers(24), name: '安全员名单.csv', mapping },
    quotas: { kind: 'agency', more: 0 },
    mentors: [['雷振声', '19900010210']],
    profileOf,
  })
  const [space, dangers, warning, exam] = opened.items.map(({ id }) => id)
  await openWeek(stage, 1)
  await eachOf(opened.groups, stage, 'learns', async (one) => {
    await watch(one, space!, evening(stage, 1), { films, share: 1 })
    await watch(one, dangers!, evening(stage, 2), { films, share: 1 })
    await read(one, warning!, evening(stage, 3))
    if (one.profile === 'steady') await takeQuiz(one, exam!, evening(stage, between(4, 5)), 95)
  })
  await talkOver(laying, stage, opened.groups, 'safety', 5)
  return certificateAt(opened, staff.safetyManager, stage.at(7, 2, '10:00'))
}
