// Leave from a session: asked by the trainee before it starts, answered by whoever calls the roll. Granted, it is an
// excused mark in the roll; excused does not count as attended, and stays in the share of planned sessions.
import { inTransaction } from '~/db.server'
import type { Actor } from '../actor'
import { newId } from '../ids.server'
import { lockEnrolments } from '../learning/outcomes.server'
import { expectedIn } from './attendance.server'
import { addEntries, entriesFor } from './entries.server'
import type { OwnSession, SessionRoll } from './workshops.access.server'

const longestReason = 500

/**
 * Asks for leave from a session of one's own turn. Asked again, the first stands. Refuses 'no-reason', 'too-long', and 'started'
 * once the session has begun: then the mentor marks it.
 */
export async function askLeave(actor: Actor, session: OwnSession, reason: string) {
  const said = reason.trim()
  if (!said) return { refused: 'no-reason' as const }
  if (said.length > longestReason) return { refused: 'too-long' as const }
  if (actor.at >= session.startsAt) return { refused: 'started' as const }
  return inTransaction(async (tx) => {
    const { count } = await tx.leaveRequest.createMany({
      data: [
        {
          id: newId(),
          sessionId: session.sessionId,
          enrolmentId: session.enrolmentId,
          reason: said,
          occurredAt: actor.at,
          recordedAt: actor.at,
        },
      ],
      skipDuplicates: true,
    })
    return { already: count === 0 }
  })
}

/** Grants leave or does not. Answered alike before, nothing changes; refuses 'absent' and 'answered' (the other way). */
export async function answerLeave(actor: Actor, roll: SessionRoll, leaveId: string, granted: boolean) {
  return inTransaction(async (tx) => {
    const people = await expectedIn(tx, roll)
    const leave = await tx.leaveRequest.findFirst({ where: { id: leaveId, sessionId: roll.sessionId } })
    const { enrolmentId } = leave ?? {}
    if (!enrolmentId || !people.some((person) => person.enrolmentId === enrolmentId)) {
      return { refused: 'absent' as const }
    }
    await lockEnrolments(tx, [{ enrolmentId }])
    const answer = { granted, answeredAt: actor.at, answeredById: actor.person!.id }
    const { count } = await tx.leaveRequest.updateMany({
      where: { id: leaveId, granted: null },
      data: answer,
    })
    if (!count) {
      const now = await tx.leaveRequest.findUniqueOrThrow({ where: { id: leaveId } })
      return now.granted === granted ? { granted } : { refused: 'answered' as const }
    }
    if (granted) {
      const before = await entriesFor(tx, roll, [enrolmentId])
      const note = leave!.reason
      await addEntries(tx, actor, roll, before, [
        {
          enrolmentId,
          groupId: roll.group.id,
          mark: 'excused',
          authority: roll.authority,
          via: 'sheet',
          note,
        },
      ])
    }
    return { granted }
  })
}
