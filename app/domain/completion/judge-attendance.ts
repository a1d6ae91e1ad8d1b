import { type LearningRecord, type SessionFact, standingOf } from './record'
import type { Rule } from './rule'
import { HAIR, type OpenSession, type PartOf } from './verdict'

type AttendanceRule = Extract<Rule, { kind: 'attendance' | 'full-attendance' }>

/**
 * The share is of planned sessions. Excused and absent stay among them; an exempted workshop's sessions leave.
 * A session that is not yet on the schedule is ahead. A roll not taken leaves the verdict open, never failed.
 */
export function judgeAttendance(
  rule: AttendanceRule,
  record: LearningRecord,
): PartOf<'attendance' | 'full-attendance'> {
  const full = rule.kind === 'full-attendance'
  const asked = record.sessions.filter((session) => !session.exempt)
  const planned = Math.max(0, rule.sessions - (record.sessions.length - asked.length))
  const need = full ? planned : Math.ceil(rule.share * planned - HAIR)
  const have = asked.filter((session) => standingOf(session, record.at, full) === 'counts').length
  const open = asked.flatMap((session) => openSession(session, record.at, full))
  const possible = open.filter((session) => session.standing !== 'lost').length
  const unscheduled = Math.max(0, planned - asked.length)
  const within = have + possible + unscheduled
  const state = have >= need ? 'done' : within >= need ? 'not-yet' : 'can-no-longer'
  return { kind: rule.kind, state, have, need, planned, open }
}

function openSession(fact: SessionFact, at: Date, full: boolean): OpenSession[] {
  const standing = standingOf(fact, at, full)
  if (standing === 'counts') return []
  const by = standing === 'ahead' ? fact.start : standing === 'make-up' ? fact.makeUpUntil : null
  return [{ activity: fact.activity, session: fact.session, standing, mark: fact.standing?.mark ?? null, by }]
}
