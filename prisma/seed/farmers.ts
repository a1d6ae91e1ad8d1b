// Twenty-four professional farmers in the fourteenth week of their season: what they learnt in winter, and the practice
// of a season in their own greenhouse, which their mentors have begun to sign.
import { between, chance } from './dice'
import { notePractice, signPractice } from './hand-ins'
import type { Laying } from './laying'
import { takeQuiz, watch } from './learning'
import type { Profile } from './profiles'
import type { Sources } from './programmes'
import { rosterFrom } from './rosters'
import { eachOf, evening, openShort, openWeek, talkOver } from './short-cohort'

const mentors = [
  ['田春来', '19900010208'],
  ['石保国', '19900010209'],
] as const

/** Some are still picking, and have not closed their books. */
function profileOf(place: number): Profile {
  return place % 6 === 4 ? 'behind' : 'steady'
}

export async function layFarmers(laying: Laying, sources: Sources) {
  const { codes, staff, films, texts } = laying
  const stage = laying.stage.beginning(-4)
  const opened = await openShort(laying, sources, {
    stage,
    manager: staff.safetyManager,
    file: 'farmers-programme.json',
    runById: codes.get('BJ-NC')!,
    heldForId: codes.get('110000')!,
    title: '设施蔬菜班',
    roster: { bytes: await rosterFrom('farmers-people.json'), name: '新型职业农民名单.csv' },
    quotas: { kind: 'county', more: 0 },
    mentors,
    profileOf,
  })
  const [pests, soil, quiz, season] = opened.items.map(({ id }) => id)
  await openWeek(stage, 1)
  await eachOf(opened.groups, stage, 'learns', async (one) => {
    await watch(one, pests!, evening(stage, 1), { films, share: between(92, 100) / 100 })
    await watch(one, soil!, evening(stage, 2), { films, share: between(92, 100) / 100 })
    if (chance(96)) await takeQuiz(one, quiz!, evening(stage, 3), between(75, 95))
  })
  await openWeek(stage, 3)
  await eachOf(opened.groups, stage, 'practises', async (one) => {
    await notePractice(one, season!, evening(stage, 4), { texts, items: [1] })
    await notePractice(one, season!, evening(stage, between(8, 10)), { texts, items: [2] })
    if (one.profile === 'behind') return
    await notePractice(one, season!, evening(stage, between(12, 13)), { texts, items: [3] })
  })
  await talkOver(laying, stage, opened.groups, 'farmers', 13)
  const at = stage.at(13, 7, '20:30')
  for (const { id, mentor } of opened.groups) {
    await signPractice({ mentor, groupId: id, at, texts }, season!, 3)
  }
  const everybody = opened.groups.flatMap(({ members }) => members)
  return everybody.find(({ profile }) => profile === 'behind')!.person
}
