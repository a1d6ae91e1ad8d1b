// The workshops that have been held: each group's mentor calls its roll, some have checked in by the code themselves.
import { addMinutes } from 'date-fns'
import { db } from '~/db.server'
import { type RollMark, takeRoll } from '~/domain/workshops/attendance.server'
import { checkIn, openCheckIn } from '~/domain/workshops/check-in.server'
import { sweepWorkshops } from '~/domain/workshops/outcomes.server'
import { sessionToCall, sessionToRun } from '~/domain/workshops/workshops.access.server'
import { chance } from './dice'
import type { Guided } from './learners'
import { takesPart } from './profiles'
import { acting, inOneGo, must, on, type Someone, theSystem } from './stage'

/** Holds every session of the cohort that begins from `from` on and before `until`. */
export async function holdWorkshops(
  cohortId: string,
  groups: Guided[],
  manager: Someone,
  until: Date,
  from: Date,
) {
  const sessions = await db.workshopSession.findMany({
    where: { workshop: { cohortId }, startsAt: { gte: from, lt: until } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      number: true,
      workshop: { select: { id: true, expected: { select: { enrolmentId: true } } } },
    },
  })
  for (const session of sessions) {
    const expected = new Set(session.workshop.expected.map(({ enrolmentId }) => enrolmentId))
    const here = groups.filter((group) => group.members.some((one) => expected.has(one.enrolmentId)))
    if (session.number === 1) await checkThemIn(session, here, manager)
    for (const group of here) await callRoll(session, group)
    const night = addMinutes(session.endsAt, 8 * 60)
    await on(night, () => sweepWorkshops(theSystem(night)))
  }
}

async function checkThemIn(session: { id: string; startsAt: Date }, groups: Guided[], manager: Someone) {
  const opens = addMinutes(session.startsAt, -20)
  const run = await on(opens, () => sessionToRun(acting(manager, opens), session.id))
  const { code } = must(await on(opens, () => openCheckIn(acting(manager, opens), run!)))
  await inOneGo(async () => {
    for (const group of groups) {
      for (const [place, learner] of group.members.entries()) {
        if (place % 6 !== 1 || !takesPart(learner)) continue
        const at = addMinutes(opens, 2 + place)
        const { person, enrolmentId } = learner
        await on(at, () => checkIn(acting(person, at), { id: enrolmentId }, code))
      }
    }
  })
}

async function callRoll(session: { id: string; startsAt: Date }, { id, mentor, members }: Guided) {
  const at = addMinutes(session.startsAt, 12)
  const actor = acting(mentor, at)
  const roll = await on(at, () => sessionToCall(actor, session.id, id))
  if (!roll) throw new Error('a mentor cannot call the roll of their own group')
  const marks = members.flatMap((learner): RollMark[] => {
    const { enrolmentId, profile } = learner
    if (!takesPart(learner)) return [{ enrolmentId, mark: 'absent' }]
    if (profile === 'behind' && chance(20)) return [{ enrolmentId, mark: 'absent' }]
    if (chance(3)) return [{ enrolmentId, mark: 'excused' }]
    return chance(5) ? [{ enrolmentId, mark: 'late' }] : []
  })
  must(await on(at, () => takeRoll(actor, roll, marks, { rest: 'present' })))
}
