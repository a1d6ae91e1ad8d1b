import { pool, type Tx, transactionUnderWay } from '~/db.server'
import { dayClosesAt } from '../cohorts/weeks'
import { SUBSTANTIAL_CHARACTERS } from '../mentoring/substantial'
import type { AttendanceEntry } from '../workshops/attendance'
import { curriculumOf, releaseConditionsOf } from './curriculum.server'
import type { OutcomeState } from './outcome'
import { isoInSql, msInSql, standingInSql } from './sql.server'
import type { Study, StudyMark } from './study'

/**
 * One enrolment's study, for its pages. Its statement is prepared, and asks for one id: of a list the planner cannot
 * tell the length, and would plan it anew each time, which costs more than running it.
 */
export async function studyOfOne(id: string, at: Date): Promise<Study | null> {
  const tx = transactionUnderWay()
  if (tx) return (await studiesOf([id], at, tx))[0] ?? null
  const { rows } = await pool.query<Row>({ name: 'study', text: ONE, values: [id, at] })
  return rows[0] ? studyOf(rows[0]) : null
}

/** The study of each of these enrolments as it stands at an instant; who is unknown is left out. */
export async function studiesOf(ids: readonly string[], at: Date, tx?: Tx): Promise<Study[]> {
  const rows = tx
    ? await (ids.length === 1
        ? tx.$queryRawUnsafe<Row[]>(ONE, ids[0], at)
        : tx.$queryRawUnsafe<Row[]>(MANY, ids, at))
    : (await pool.query<Row>(MANY, [ids, at])).rows
  const studies: Study[] = []
  // One after the other: a transaction has one connection, and what is cached costs nothing.
  for (const row of rows) studies.push(await studyOf(row, tx))
  return studies
}

type Ms = number
type Row = {
  id: string
  personId: string
  withdrawn: boolean
  cohort: Study['cohort']
  cohortClosed: Ms | null
  programmeVersion: string
  releaseVersion: string | null
  outcomes: [string, Ms | null, Ms | null, number | null, boolean, boolean, OutcomeState['awaits']][]
  releases: [string, Ms][]
  closings: [string, Ms][]
  concessions: [string | null, Study['concessions'][number]['kind'], Ms | null][]
  turns: [string, string, number, string, string, string, string, [string, number, string, Ms, Ms][] | null][]
  marks: [string, number, number, string, AttendanceEntry['mark'], AttendanceEntry['by'], Ms, number | null][]
  organisations: string[]
  group: string | null
  hours: [string, string, number][]
  films: [string, number, number, number | null][]
  posts: [string, number][]
  noted: [string, number][]
  attempting: string[]
  live: [string, Ms, Ms][]
}

const list = (what: string, from: string) => `(select coalesce(json_agg(${what}), '[]') from ${from})`

// One statement, so that everything is of one instant and costs one way to the database and back.
const STUDY = `
  select e.id, e."personId",
    exists(select 1 from "Withdrawal" w where w."enrolmentId" = e.id
      and not exists(select 1 from "Reinstatement" r where r."withdrawalId" = w.id)) as withdrawn,
    json_build_object('id', c.id, 'title', c.title, 'startsOn', ${isoInSql('c."startsOn"')},
      'endsOn', ${isoInSql('c."endsOn"')}, 'timeZone', c."timeZone") as cohort,
    (select ${msInSql('x."occurredAt"')} from "CohortClosing" x where x."cohortId" = c.id) as "cohortClosed",
    v."programmeVersionId" as "programmeVersion",
    (select x.id from "ReleaseVersion" x where x."cohortId" = c.id
      order by x."occurredAt" > $2::timestamptz, x.number desc limit 1) as "releaseVersion",
    ${list(
      `json_build_array(o."activityId", ${msInSql('o."handedInAt"')}, ${msInSql('o."confirmedAt"')},
        o.score::float8, o.late, o.exempt, o.awaits)`,
      `"Outcome" o where o."enrolmentId" = e.id`,
    )} as outcomes,
    ${list(
      `json_build_array(x."moduleId", ${msInSql('x."occurredAt"')})`,
      `"Release" x where x."enrolmentId" = e.id`,
    )} as releases,
    ${list(
      `json_build_array(x."moduleId", ${msInSql('x."occurredAt"')})`,
      `"ModuleClosing" x where x."cohortId" = c.id`,
    )} as closings,
    ${list(
      `json_build_array(x."activityId", x.kind, ${msInSql('x."until"')})`,
      `"Concession" x where x."enrolmentId" = e.id`,
    )} as concessions,
    ${list(
      `json_build_array(x."activityId", s.id, s.turn, u.name, u.address, u."timeZone", ${isoInSql('s.day')},
        (select json_agg(json_build_array(q.id, q.number, q.title, ${msInSql('q."startsAt"')}, ${msInSql('q."endsAt"')})
          order by q.number) from "WorkshopSession" q where q."workshopId" = s.id))`,
      `"ExpectedPlace" x join "Workshop" s on s.id = x."workshopId" join "Venue" u on u.id = s."venueId"
        where x."enrolmentId" = e.id and ${standingInSql('x')}`,
    )} as turns,
    ${list(
      `json_build_array(s."activityId", q.number, extract(epoch from q."endsAt" - q."startsAt")::int / 60,
        x.id, x.mark, x.authority, ${msInSql('x."recordedAt"')}, x.minutes)`,
      `"AttendanceEntry" x join "WorkshopSession" q on q.id = x."sessionId" join "Workshop" s on s.id = q."workshopId"
        where x."enrolmentId" = e.id`,
    )} as marks,
    ${list(`x."ancestorId"`, `"OrganisationClosure" x where x."descendantId" = e."sentById"`)} as organisations,
    (select x."groupId" from "GroupMembership" x
      where x."enrolmentId" = e.id and ${standingInSql('x')} limit 1) as "group",
    ${list(
      `json_build_array(x.activity, x.type, x.hundredths)`,
      `(select l."activityId" as activity, l."hourType" as type, (sum(l.hours) * 100)::int as hundredths
        from "LedgerEntry" l where l."enrolmentId" = e.id group by 1, 2) x`,
    )} as hours,
    ${list(
      `json_build_array(x."activityId", x."watchedSeconds", x."positionSeconds",
        (select f.seconds from "ActivityVersion" a
          join "ModuleVersion" m on m.id = a."moduleVersionId" and m."programmeVersionId" = v."programmeVersionId"
          join "Film" f on f.slug = a.config->>'film' where a."activityId" = x."activityId"))`,
      `"VideoProgress" x where x."enrolmentId" = e.id`,
    )} as films,
    ${list(
      `json_build_array(x.activity, x.posts)`,
      `(select t."activityId" as activity, count(*)::int as posts
        from "Post" p join "Topic" t on t.id = p."topicId"
        where p."enrolmentId" = e.id and t."activityId" is not null and p."substantialCharacters" >= ${SUBSTANTIAL_CHARACTERS}
          and not exists(select 1 from "PostRemoval" r where r."postId" = p.id and r.kind <> 'restored'
            and not exists(select 1 from "PostRemoval" z where z."undoesId" = r.id))
        group by 1) x`,
    )} as posts,
    ${list(
      `json_build_array(x.activity, x.items)`,
      `(select n."activityId" as activity, count(distinct n.item)::int as items
        from "PracticeNote" n where n."enrolmentId" = e.id group by 1) x`,
    )} as noted,
    ${list(
      `distinct x."activityId"`,
      `"QuizAttempt" x where x."enrolmentId" = e.id and x."submittedAt" is null`,
    )} as attempting,
    ${list(
      `json_build_array(x."activityId", ${msInSql('x."startsAt"')}, ${msInSql('x."endsAt"')})`,
      `"LiveSession" x where x."cohortId" = c.id`,
    )} as live
  from "Enrolment" e
  join "Cohort" c on c.id = e."cohortId"
  join lateral (select x."programmeVersionId" from "CohortVersion" x where x."cohortId" = c.id
    order by x."from" > $2::timestamptz, case when x."from" <= $2::timestamptz then x."from" end desc, x."from" limit 1) v on true`

const ONE = `/* study */ ${STUDY} where e.id = $1::uuid`
const MANY = `${STUDY} where e.id = any($1::uuid[])`

async function studyOf(row: Row, tx?: Tx): Promise<Study> {
  const { cohort } = row
  return {
    enrolmentId: row.id,
    personId: row.personId,
    withdrawn: row.withdrawn,
    cohort,
    cohortClosedAt: dateOf(row.cohortClosed),
    curriculum: await curriculumOf(row.programmeVersion, tx),
    conditions: row.releaseVersion ? await releaseConditionsOf(row.releaseVersion, tx) : new Map(),
    outcomes: new Map(row.outcomes.map(([id, ...rest]) => [id, outcomeOf(...rest)])),
    releases: datesOf(row.releases),
    moduleClosings: datesOf(row.closings),
    concessions: row.concessions.map(([activityId, kind, until]) => ({
      activityId,
      kind,
      until: dateOf(until),
    })),
    turns: row.turns.map(turnOf),
    marks: marksOf(row.marks),
    organisations: new Set(row.organisations),
    groupId: row.group,
    hours: row.hours.map(([activityId, type, hundredths]) => ({ activityId, type, hundredths })),
    films: new Map(
      row.films.map(([id, watchedSeconds, positionSeconds, seconds]) => [
        id,
        { watchedSeconds, positionSeconds, seconds },
      ]),
    ),
    posts: new Map(row.posts),
    noted: new Map(row.noted),
    attempting: new Set(row.attempting),
    live: new Map(
      row.live.map(([id, from, until]) => [id, { startsAt: new Date(from), endsAt: new Date(until) }]),
    ),
  }
}

function outcomeOf(
  handedIn: Ms | null,
  confirmed: Ms | null,
  score: number | null,
  late: boolean,
  exempt: boolean,
  awaits: OutcomeState['awaits'],
) {
  return { handedInAt: dateOf(handedIn), confirmedAt: dateOf(confirmed), score, late, exempt, awaits }
}

function turnOf([
  activityId,
  workshopId,
  turn,
  venue,
  address,
  timeZone,
  day,
  sessions,
]: Row['turns'][number]) {
  return {
    activityId,
    workshopId,
    turn,
    venue,
    address,
    timeZone,
    sessions: (sessions ?? []).map(([id, number, title, startsAt, endsAt]) => ({
      id,
      number,
      title,
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
    })),
    overAt: dayClosesAt(day, timeZone),
  }
}

function marksOf(rows: Row['marks']): StudyMark[] {
  const marks = new Map<string, StudyMark>()
  for (const [activityId, session, plannedMinutes, id, mark, by, recordedAt, minutes] of rows) {
    const key = `${activityId} ${session}`
    const one = marks.get(key) ?? { activityId, session, plannedMinutes, entries: [] }
    one.entries.push({ id, mark, by, recordedAt: new Date(recordedAt), minutes })
    marks.set(key, one)
  }
  return [...marks.values()]
}

function dateOf(ms: Ms | null): Date | null {
  return ms === null ? null : new Date(ms)
}

function datesOf(rows: [string, Ms][]): Map<string, Date> {
  return new Map(rows.map(([id, ms]) => [id, new Date(ms)]))
}
