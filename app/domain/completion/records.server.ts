// The facts of many enrolments of one cohort, for one person or for twenty thousand: one statement for what they have in
// common, one for each few hundred of them. It opens no door: whoever calls has got the cohort, or each enrolment, from an
// access function.

import type { HourType } from '~/activities/kind'
import { pool, type Tx } from '~/db.server'
import { curriculumOf } from '../learning/curriculum.server'
import { isoInSql, msInSql } from '../learning/sql.server'
import { SUBSTANTIAL_CHARACTERS } from '../mentoring/substantial'
import type { AttendanceEntry } from '../workshops/attendance'
import { type Frame, frameOf, type RawFacts, type RawOutcome } from './gather'
import type { CompletionRule } from './rule'
import { CompletionRuleSchema } from './rule.schema'

export type CohortRule = { id: string; number: number; rule: CompletionRule }

export type RecordsAsked = {
  cohortId: string
  /** All of the cohort where none are named. */
  enrolmentIds?: readonly string[]
  /** Only what was recorded by then. */
  cutOff: Date
  tx?: Tx
}

/** What the facts of all of a cohort's people are looked at by. */
export async function cohortRecord({
  cohortId,
  cutOff,
  tx,
}: RecordsAsked): Promise<{ frame: Frame; rule: CohortRule }> {
  const [row] = await query<FrameRow>(tx, 'completion-frame', FRAME, [cohortId, cutOff])
  if (!row) throw new Error(`No cohort ${cohortId}`)
  const { id, number, rule } = row.rule
  return {
    frame: frameOf({
      calendar: { startsOn: row.startsOn, timeZone: row.timeZone },
      endsOn: row.endsOn,
      cohortClosedAt: dateOf(row.closed),
      moduleClosings: new Map(row.closings.map(([module, ms]) => [module, new Date(ms)])),
      curriculum: await curriculumOf(row.programmeVersion, tx),
    }),
    rule: { id, number, rule: CompletionRuleSchema.parse(rule) },
  }
}

const BATCH = 250

/**
 * Each one's facts, a batch at a time, so that what was made of one batch can be let go before the next: nobody holds the
 * entries of a whole cohort, and other requests get their turn in between.
 */
export async function* factsOf(asked: RecordsAsked): AsyncGenerator<[enrolmentId: string, RawFacts][]> {
  let last: string | null = null
  do {
    const rows: FactsRow[] = await factsAfter(last, asked)
    yield rows.map((row): [string, RawFacts] => [row.id, rawFacts(row)])
    last = rows.length === BATCH ? rows.at(-1)!.id : null
  } while (last !== null)
}

function factsAfter(last: string | null, { cohortId, enrolmentIds, cutOff, tx }: RecordsAsked) {
  const values = [cohortId, last ?? NOBODY, cutOff, BATCH]
  return enrolmentIds
    ? query<FactsRow>(tx, 'completion-facts-named', FACTS('and e.id = any($5::uuid[])'), [
        ...values,
        enrolmentIds,
      ])
    : query<FactsRow>(tx, 'completion-facts', FACTS(''), values)
}

// Before every id.
const NOBODY = '00000000-0000-0000-0000-000000000000'

async function query<R extends object>(tx: Tx | undefined, name: string, text: string, values: unknown[]) {
  return tx
    ? await tx.$queryRawUnsafe<R[]>(text, ...values)
    : (await pool.query<R>({ name, text, values })).rows
}

type Ms = number

type FrameRow = {
  startsOn: string
  endsOn: string
  timeZone: string
  closed: Ms | null
  closings: [string, Ms][]
  programmeVersion: string
  rule: { id: string; number: number; rule: unknown }
}

const FRAME = `
  select ${isoInSql('c."startsOn"')} as "startsOn", ${isoInSql('c."endsOn"')} as "endsOn", c."timeZone",
    (select ${msInSql('x."occurredAt"')} from "CohortClosing" x where x."cohortId" = c.id) as closed,
    (select coalesce(json_agg(json_build_array(x."moduleId", ${msInSql('x."occurredAt"')})), '[]')
      from "ModuleClosing" x where x."cohortId" = c.id) as closings,
    (select x."programmeVersionId" from "CohortVersion" x where x."cohortId" = c.id
      order by x."from" > $2::timestamptz, case when x."from" <= $2::timestamptz then x."from" end desc, x."from"
      limit 1) as "programmeVersion",
    (select json_build_object('id', x.id, 'number', x.number, 'rule', x.rule) from "RuleVersion" x
      where x."cohortId" = c.id
      order by x."recordedAt" > $2::timestamptz, case when x."recordedAt" <= $2::timestamptz then -x.number else x.number end
      limit 1) as rule
  from "Cohort" c where c.id = $1::uuid`

type FactsRow = {
  id: string
  outcomes: [string, boolean, boolean, number | null, boolean, RawOutcome['awaits'], Ms][]
  hours: [HourType, number][]
  sessions: [string, number, Ms, Ms, number][]
  marks: [string, number, number, string, AttendanceEntry['mark'], AttendanceEntry['by'], Ms, number | null][]
  posts: number
  concessions: [string | null, RawFacts['concessions'][number]['kind'], Ms | null, Ms][]
}

const list = (what: string, from: string) => `(select coalesce(json_agg(${what}), '[]') from ${from})`

// One statement, so that everything about a person is of one instant. Entries, not the rows that hold the latest: those
// know of no cut-off.
const FACTS = (named: string) => `
  select e.id,
    ${list(
      `json_build_array(o."activityId", o."handedInAt" is not null, o."confirmedAt" is not null, o.score::float8,
        o.exempt, o.awaits, ${msInSql('o."recordedAt"')})`,
      `(select distinct on (x."activityId") x.* from "OutcomeEntry" x
        where x."enrolmentId" = e.id and x."recordedAt" <= $3::timestamptz
        order by x."activityId", x."recordedAt" desc, x.id desc) o`,
    )} as outcomes,
    ${list(
      'json_build_array(x.type, x.hundredths)',
      `(select l."hourType" as type, (sum(l.hours) * 100)::int as hundredths from "LedgerEntry" l
        where l."enrolmentId" = e.id and l."recordedAt" <= $3::timestamptz group by 1) x`,
    )} as hours,
    ${list(
      `json_build_array(x."activityId", q.number, ${msInSql('q."startsAt"')}, ${msInSql('q."endsAt"')},
        (q.hours * 100)::int)`,
      `"ExpectedPlace" x join "WorkshopSession" q on q."workshopId" = x."workshopId"
        where x."enrolmentId" = e.id and x."from" <= $3::timestamptz
          and (x."until" is null or x."until" > $3::timestamptz)`,
    )} as sessions,
    ${list(
      `json_build_array(s."activityId", q.number, extract(epoch from q."endsAt" - q."startsAt")::int / 60,
        x.id, x.mark, x.authority, ${msInSql('x."recordedAt"')}, x.minutes)`,
      `"AttendanceEntry" x join "WorkshopSession" q on q.id = x."sessionId" join "Workshop" s on s.id = q."workshopId"
        where x."enrolmentId" = e.id and x."recordedAt" <= $3::timestamptz`,
    )} as marks,
    (select count(*)::int from "Post" p
      where p."enrolmentId" = e.id and p."recordedAt" <= $3::timestamptz
        and p."substantialCharacters" >= ${SUBSTANTIAL_CHARACTERS}
        and not exists(select 1 from "PostRemoval" r
          where r."postId" = p.id and r.kind <> 'restored' and r."recordedAt" <= $3::timestamptz
            and not exists(select 1 from "PostRemoval" z
              where z."undoesId" = r.id and z."recordedAt" <= $3::timestamptz))) as posts,
    ${list(
      `json_build_array(x."activityId", x.kind, ${msInSql('x."until"')}, ${msInSql('x."recordedAt"')})`,
      `"Concession" x where x."enrolmentId" = e.id and x."recordedAt" <= $3::timestamptz`,
    )} as concessions
  from (select e.id from "Enrolment" e
    where e."cohortId" = $1::uuid and e.id > $2::uuid ${named} order by e.id limit $4::int) e
  order by e.id`

function rawFacts(row: FactsRow): RawFacts {
  return {
    outcomes: row.outcomes.map(([activity, handedIn, confirmed, score, exempt, awaits, recorded]) => ({
      activity,
      handedIn,
      confirmed,
      score,
      exempt,
      awaits,
      recordedAt: new Date(recorded),
    })),
    hours: row.hours.map(([type, hundredths]) => ({ type, hundredths })),
    sessions: row.sessions.map(([activity, number, start, end, hundredths]) => ({
      activity,
      number,
      start: new Date(start),
      end: new Date(end),
      hundredths,
    })),
    marks: row.marks.map(([activity, number, plannedMinutes, id, mark, by, recorded, minutes]) => ({
      activity,
      number,
      plannedMinutes,
      id,
      mark,
      by,
      recordedAt: new Date(recorded),
      minutes,
    })),
    posts: row.posts,
    concessions: row.concessions.map(([activity, kind, until, recorded]) => ({
      activity,
      kind,
      until: dateOf(until),
      recordedAt: new Date(recorded),
    })),
  }
}

function dateOf(ms: Ms | null): Date | null {
  return ms === null ? null : new Date(ms)
}
