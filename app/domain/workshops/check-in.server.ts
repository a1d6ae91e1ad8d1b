// Self check-in by a code on the screen.
//   closed → open    openCheckIn, by whoever runs the session; a new one closes the one before
//   open   → closed  by its time
// A code is derived from its opening's identifier and kept as a keyed hash: the screen can show it again after a
// reload, and the rows alone tell nobody a code.
import { createHmac } from 'node:crypto'
import { addMinutes, subSeconds } from 'date-fns'
import { db, inTransaction, type Tx } from '~/db.server'
import { keyFor } from '~/env.server'
import type { Actor } from '../actor'
import { newId } from '../ids.server'
import { hundredthsOf } from '../learning/ledger'
import { lockEnrolments } from '../learning/outcomes.server'
import { standingMark } from './attendance'
import {
  checkInClosesAt,
  checkInCodeFrom,
  checkInOpensFrom,
  markOnArrival,
  readCheckInCode,
} from './check-in'
import { addEntries, entriesFor } from './entries.server'
import type { RunSession } from './workshops.access.server'

const wrongTries = 8
const forgottenAfterMinutes = 10

// Wrong codes of each enrolment. Lost with the node, nobody is harmed: a code has thirty bits and twenty minutes.
const tried = new Map<string, { wrong: number; since: Date }>()

export type OpenCheckIn = { code: string; opensAt: Date; closesAt: Date }

/**
 * Opens check-in for a session and shows its code; one that is open is closed. Pressed twice within five seconds, it is
 * the same code. Refuses 'too-early' and 'over' with the times between which it can be opened.
 */
export async function openCheckIn(actor: Actor, session: RunSession) {
  const opensFrom = checkInOpensFrom(session)
  if (actor.at < opensFrom) return { refused: 'too-early' as const, opensFrom }
  if (actor.at >= session.endsAt) return { refused: 'over' as const, endsAt: session.endsAt }
  return inTransaction(async (tx): Promise<OpenCheckIn> => {
    await tx.$queryRaw`select id from "WorkshopSession" where id = ${session.sessionId}::uuid for no key update`
    const open = { sessionId: session.sessionId, closesAt: { gt: actor.at } }
    const just = await tx.checkInOpening.findFirst({
      where: { ...open, byId: actor.person!.id, opensAt: { gt: subSeconds(actor.at, 5) } },
    })
    if (just) return shown(just)
    await tx.checkInOpening.updateMany({ where: open, data: { closesAt: actor.at } })
    const id = newId()
    const opening = await tx.checkInOpening.create({
      data: {
        id,
        sessionId: session.sessionId,
        codeHash: hashCode(codeOf(id)),
        opensAt: actor.at,
        closesAt: checkInClosesAt(session, actor.at),
        byId: actor.person!.id,
        recordedAt: actor.at,
      },
    })
    return shown(opening)
  })
}

/** The code that is on the screen now; null while none is open. */
export async function checkInNow(actor: Actor, session: RunSession): Promise<OpenCheckIn | null> {
  const opening = await db.checkInOpening.findFirst({
    where: { sessionId: session.sessionId, opensAt: { lte: actor.at }, closesAt: { gt: actor.at } },
    orderBy: { opensAt: 'desc' },
  })
  return opening && shown(opening)
}

/**
 * Checks a trainee in by the code on the screen: present, or late after the grace. Twice, the first stands. Refuses
 * 'absent' where the enrolment is not the actor's, 'withdrawn', 'wrong-code', 'closed' with when it closed,
 * 'not-expected' where it is another turn's, and 'throttled' after too many wrong codes, with until when in
 * which time zone.
 */
export async function checkIn(actor: Actor, enrolment: { id: string }, typed: string) {
  return inTransaction(async (tx) => {
    const own = await ownEnrolment(tx, actor, enrolment.id)
    if (!own) return { refused: 'absent' as const }
    if (own.withdrawn) return { refused: 'withdrawn' as const }
    const until = throttledUntil(actor, enrolment.id)
    if (until) return { refused: 'throttled' as const, until, timeZone: own.timeZone }
    const opening = await openingFor(tx, actor, own.cohortId, typed)
    if (!opening) {
      countWrong(actor, enrolment.id)
      return { refused: 'wrong-code' as const }
    }
    const session = {
      ...opening.session,
      sessionId: opening.sessionId,
      activityId: opening.session.workshop.activityId,
    }
    const { timeZone } = session.workshop.venue
    if (opening.closesAt <= actor.at)
      return { refused: 'closed' as const, closedAt: opening.closesAt, timeZone }
    const groupId = await placeAt(tx, enrolment.id, session.workshopId, session.startsAt)
    if (groupId === undefined) return { refused: 'not-expected' as const }

    await lockEnrolments(tx, [{ enrolmentId: enrolment.id }])
    const before = await entriesFor(tx, session, [enrolment.id])
    const entries = before.get(enrolment.id)!
    const self = entries.filter((entry) => entry.by === 'self').at(-1)
    if (self?.mark)
      return { mark: self.mark, at: self.occurredAt, title: session.title, timeZone, already: true }
    const mark = markOnArrival(session, actor.at)
    const facts = { ...session, hours: hundredthsOf(session.hours.toString()) }
    await addEntries(tx, actor, facts, before, [
      { enrolmentId: enrolment.id, groupId, mark, authority: 'self', via: 'code' },
    ])
    tried.delete(enrolment.id)
    const standing = standingMark(entries)?.mark ?? mark
    return { mark, at: actor.at, title: session.title, timeZone, standing, already: false }
  })
}

async function ownEnrolment(tx: Tx, actor: Actor, enrolmentId: string) {
  const enrolment = await tx.enrolment.findFirst({
    where: { id: enrolmentId, personId: actor.person?.id ?? '' },
    select: {
      cohortId: true,
      cohort: { select: { timeZone: true } },
      withdrawals: { where: { reinstatement: null }, select: { id: true } },
    },
  })
  return (
    enrolment && {
      cohortId: enrolment.cohortId,
      timeZone: enrolment.cohort.timeZone,
      withdrawn: enrolment.withdrawals.length > 0,
    }
  )
}

async function openingFor(tx: Tx, actor: Actor, cohortId: string, typed: string) {
  const code = readCheckInCode(typed)
  if (!code) return null
  return tx.checkInOpening.findFirst({
    where: { codeHash: hashCode(code), opensAt: { lte: actor.at }, session: { workshop: { cohortId } } },
    orderBy: { opensAt: 'desc' },
    include: {
      session: {
        include: { workshop: { select: { activityId: true, venue: { select: { timeZone: true } } } } },
      },
    },
  })
}

/** The group that somebody is in at a session's planned start; undefined where it is not their turn. */
async function placeAt(tx: Tx, enrolmentId: string, workshopId: string, startsAt: Date) {
  const [row] = await tx.$queryRaw<{ groupId: string | null }[]>`
    select (select m."groupId" from "GroupMembership" m where m."enrolmentId" = x."enrolmentId"
      and m."from" <= ${startsAt} and (m."until" is null or m."until" > ${startsAt})) as "groupId"
    from "ExpectedPlace" x
    where x."enrolmentId" = ${enrolmentId}::uuid and x."workshopId" = ${workshopId}::uuid
      and x."from" <= ${startsAt} and (x."until" is null or x."until" > ${startsAt})`
  return row?.groupId
}

function shown({ id, opensAt, closesAt }: { id: string; opensAt: Date; closesAt: Date }): OpenCheckIn {
  return { code: codeOf(id), opensAt, closesAt }
}

function codeOf(id: string) {
  return checkInCodeFrom(createHmac('sha256', keyFor('check-in')).update(`code\n${id}`).digest())
}

function hashCode(code: string) {
  return createHmac('sha256', keyFor('check-in')).update(`kept\n${code}`).digest('base64url')
}

function throttledUntil(actor: Actor, enrolmentId: string) {
  const one = tried.get(enrolmentId)
  if (!one || one.wrong < wrongTries) return null
  const until = addMinutes(one.since, forgottenAfterMinutes)
  if (until > actor.at) return until
  tried.delete(enrolmentId)
  return null
}

function countWrong(actor: Actor, enrolmentId: string) {
  for (const [id, { since }] of tried) {
    if (addMinutes(since, forgottenAfterMinutes) <= actor.at) tried.delete(id)
  }
  const one = tried.get(enrolmentId)
  tried.set(enrolmentId, { wrong: (one?.wrong ?? 0) + 1, since: one?.since ?? actor.at })
}
