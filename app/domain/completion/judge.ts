// The one interpreter of completion rules. It explains one person: done, not yet (and what is missing, by when),
// can no longer.
// Invariants:
// 1. Done means nothing is missing; not yet means that what is still open could suffice.
// 2. What somebody else has still to do (a mark, a roll) is "not yet", never "can no longer".
// 3. Can no longer is final as long as facts only grow: only a concession, a make-up or a correction undoes it.
import type { HourType } from '~/activities/kind'
import { judgeAttendance } from './judge-attendance'
import { judgeScore } from './judge-score'
import { isDone, type LearningRecord, standingOf, stillOpen } from './record'
import type { CompletionRule, Rule } from './rule'
import type { HourWay, Part, PartOf, State, Verdict } from './verdict'

export function judge(rule: CompletionRule, record: LearningRecord): Verdict {
  const completion = judgePart(rule.completion, record)
  const distinction = rule.distinction && judgePart(rule.distinction, record)
  return { state: completion.state, complete: completion.state === 'done', completion, distinction }
}

/** Distinction belongs to those who complete. */
export function isDistinguished(verdict: Verdict): boolean {
  return verdict.complete && verdict.distinction?.state === 'done'
}

export function judgePart(rule: Rule, record: LearningRecord): Part {
  switch (rule.kind) {
    case 'all': {
      const parts = rule.of.map((one) => judgePart(one, record))
      return { kind: 'all', state: ofSo(parts, parts.length), parts }
    }
    case 'any': {
      const parts = rule.of.map((one) => judgePart(one, record))
      return { kind: 'any', state: ofSo(parts, 1), parts }
    }
    case 'count': {
      const parts = rule.of.map((one) => judgePart(one, record))
      return { kind: 'count', state: ofSo(parts, rule.atLeast), atLeast: rule.atLeast, parts }
    }
    case 'modules':
      return judgeModules(rule.modules, record)
    case 'hours':
      return judgeHours(rule.atLeast, rule.type, record)
    case 'attendance':
    case 'full-attendance':
      return judgeAttendance(rule, record)
    case 'posts':
      return judgePosts(rule.atLeast, record)
    case 'score':
      return judgeScore(rule, record)
  }
}

/** At least so many of the parts. */
function ofSo(parts: Part[], atLeast: number): State {
  const done = parts.filter((part) => part.state === 'done').length
  const lost = parts.filter((part) => part.state === 'can-no-longer').length
  return reached(atLeast, done, parts.length - lost)
}

function judgeModules(modules: string[] | null, record: LearningRecord): PartOf<'modules'> {
  const asked = record.activities.filter(
    (one) => one.required && one.kind !== 'workshop' && (modules?.includes(one.module) ?? true),
  )
  const missing = asked
    .filter((one) => !isDone(one))
    .map(({ activity, awaits, until }) => ({ activity, awaits, until }))
  const need = asked.length
  const have = need - missing.length
  const lost = missing.filter((one) => one.awaits === null).length
  const within = new Set(asked.map((one) => one.module)).size
  return { kind: 'modules', state: reached(need, have, need - lost), modules: within, have, need, missing }
}

function judgeHours(need: number, type: HourType | null, record: LearningRecord): PartOf<'hours'> {
  const have = record.earned[type ?? 'total']
  const ways = have >= need ? [] : waysToHours(type, record)
  const within = ways.reduce((sum, way) => sum + way.hundredths, have)
  return { kind: 'hours', state: reached(need, have, within), type, have, need, ways }
}

/** What is still open and brings hours: activities one by one, a workshop's sessions together. */
function waysToHours(type: HourType | null, record: LearningRecord): HourWay[] {
  const ways = record.activities
    .filter((one) => one.kind !== 'workshop' && !isDone(one) && one.awaits !== null)
    .filter((one) => type === null || one.type === type)
    .map(({ activity, hundredths, until }): HourWay => ({ activity, hundredths, until }))
  if (type === null || type === 'workshop') ways.push(...waysBySessions(record))
  return ways.filter((way) => way.hundredths > 0)
}

function waysBySessions(record: LearningRecord): HourWay[] {
  const ways = new Map<string, HourWay>()
  for (const session of record.sessions) {
    const standing = standingOf(session, record.at)
    if (session.exempt || standing === 'counts' || standing === 'lost') continue
    const before = ways.get(session.activity)?.hundredths ?? 0
    const until = standing === 'make-up' ? session.makeUpUntil : session.start
    ways.set(session.activity, { activity: session.activity, hundredths: before + session.hundredths, until })
  }
  return [...ways.values()]
}

function judgePosts(need: number, record: LearningRecord): PartOf<'posts'> {
  const { substantial: have, until } = record.posts
  const within = stillOpen(until, record.at) ? Number.POSITIVE_INFINITY : have
  return { kind: 'posts', state: reached(need, have, within), have, need, until }
}

/** `within` is the most that can still be had. */
function reached(need: number, have: number, within: number): State {
  if (have >= need) return 'done'
  return within >= need ? 'not-yet' : 'can-no-longer'
}
