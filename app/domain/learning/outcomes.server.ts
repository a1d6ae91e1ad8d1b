// One table of outcomes, one way in. A kind reports what its own tables say; here it becomes an entry, the row
// that holds the latest, the hours owed, and the releases that it made true, all in the caller's transaction.
// Invariants:
// 1. The row of an enrolment and activity equals its latest entry.
// 2. Whoever reports holds the enrolment's row: two reports at once come one after the other.
// 3. Hours owed are posted as differences, so that reporting twice posts nothing twice.
import type { HourType } from '~/activities/kind'
import { isKind, kinds } from '~/activities/kinds'
import type { Tx } from '~/db.server'
import type { Actor } from '../actor'
import { newId } from '../ids.server'
import { releaseConditionsOf } from './curriculum.server'
import { decimalOf, hoursOwed } from './ledger'
import { nextOutcome, type OutcomeReport, type OutcomeState } from './outcome'
import { dependsOn } from './release'
import { releaseMadeTrue } from './releases.server'

export type OutcomeInput = OutcomeReport & {
  enrolmentId: string
  activityId: string
  activityVersionId: string
  /** A word for the entry: 'watched', 'submitted', 'graded', 'returned', 'undone', 'exempted', … */
  cause: string
  /** The device's own time, as a claim. */
  claimedAt?: Date | null
  /** With `exempt`: the concession that the hours come from. */
  concessionId?: string
}

export type Recorded = { changed: boolean; outcome: OutcomeState | null }

/**
 * Records what an enrolment has reached in an activity. `score` is percent, unrounded. Nothing is written where
 * nothing has changed. Refuses nothing: whether work is still taken is the kind's to ask before.
 */
export async function recordOutcome(tx: Tx, actor: Actor, input: OutcomeInput): Promise<Recorded> {
  const [recorded] = await recordOutcomes(tx, actor, [input])
  return recorded!
}

/** The same for many at once, such as a sheet of grades: one for each enrolment and activity at most. */
export async function recordOutcomes(tx: Tx, actor: Actor, inputs: OutcomeInput[]): Promise<Recorded[]> {
  if (!inputs.length) return []
  await lockEnrolments(tx, inputs)
  const standing = await standingOf(tx, inputs)
  const changes: Change[] = []
  const recorded = inputs.map((input, index) => {
    const row = standing[index]!
    const before = row.recorded ? stateOf(row) : null
    const next = nextOutcome(before, input)
    if (next) changes.push({ input, row, before, next })
    return { changed: next !== null, outcome: next ?? before }
  })
  if (!changes.length) return recorded
  await writeChanges(tx, actor, changes)
  const looked: string[] = []
  for (const change of changes) if (await mayOpen(tx, actor, change)) looked.push(change.input.enrolmentId)
  await releaseMadeTrue(tx, actor, looked, 'work')
  return recorded
}

type Standing = {
  recorded: boolean
  handedInAt: Date | null
  confirmedAt: Date | null
  score: number | null
  late: boolean | null
  exempt: boolean | null
  awaits: OutcomeState['awaits']
  kind: string
  moduleId: string
  hundredths: number
  posted: number
  releaseVersion: string | null
  startsOn: string
  timeZone: string
  released: string[]
}
type Change = { input: OutcomeInput; row: Standing; before: OutcomeState | null; next: OutcomeState }

// What each transaction holds already, to its end.
const held = new WeakMap<Tx, Set<string>>()

/** Holds these enrolments' rows until the end of the transaction; what it holds already is not asked for again. */
export async function lockEnrolments(tx: Tx, rows: { enrolmentId: string }[]) {
  const known = held.get(tx) ?? new Set()
  const ids = [...new Set(rows.map((row) => row.enrolmentId))].filter((id) => !known.has(id))
  if (!ids.length) return
  await tx.$queryRaw`
    select id from "Enrolment" where id = any(${ids}::uuid[]) order by id for no key update`
  for (const id of ids) known.add(id)
  held.set(tx, known)
}

function standingOf(tx: Tx, inputs: OutcomeInput[]): Promise<Standing[]> {
  const enrolments = inputs.map((input) => input.enrolmentId)
  const versions = inputs.map((input) => input.activityVersionId)
  return tx.$queryRaw<Standing[]>`/* outcome-standing */
    select o."entryId" is not null as recorded, o."handedInAt", o."confirmedAt", o.score::float8, o.late, o.exempt, o.awaits,
      a.kind, a."moduleId", (v.hours * 100)::int as hundredths,
      (select coalesce((sum(l.hours) * 100)::int, 0) from "LedgerEntry" l
        where l."enrolmentId" = e.id and l."activityId" = a.id) as posted,
      (select x.id from "ReleaseVersion" x where x."cohortId" = e."cohortId"
        order by x.number desc limit 1) as "releaseVersion",
      to_char(c."startsOn", 'YYYY-MM-DD') as "startsOn", c."timeZone",
      array(select r."moduleId"::text from "Release" r where r."enrolmentId" = e.id) as released
    from unnest(${enrolments}::uuid[], ${versions}::uuid[]) with ordinality as i(enrolment, version, n)
    join "Enrolment" e on e.id = i.enrolment
    join "Cohort" c on c.id = e."cohortId"
    join "ActivityVersion" v on v.id = i.version
    join "Activity" a on a.id = v."activityId"
    left join "Outcome" o on o."enrolmentId" = e.id and o."activityId" = a.id
    order by i.n`
}

function stateOf(row: Standing): OutcomeState {
  const { handedInAt, confirmedAt, score, late, exempt, awaits } = row
  return { handedInAt, confirmedAt, score, late: late ?? false, exempt: exempt ?? false, awaits }
}

async function writeChanges(tx: Tx, actor: Actor, changes: Change[]) {
  const rows = changes.map(({ input, row, next }) => ({
    id: newId(),
    enrolmentId: input.enrolmentId,
    activityId: input.activityId,
    versionId: input.activityVersionId,
    cause: input.cause,
    ...next,
    occurredAt: input.occurredAt,
    claimedAt: input.claimedAt ?? null,
    ledgerId: newId(),
    concessionId: next.exempt ? (input.concessionId ?? null) : null,
    ...owed(row, next),
  }))
  const by = actor.person?.id ?? null
  await tx.$executeRaw`/* outcome-entries */
    with given as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as x(
        id uuid, "enrolmentId" uuid, "activityId" uuid, "versionId" uuid, cause text, "handedInAt" timestamptz,
        "confirmedAt" timestamptz, score numeric, late boolean, exempt boolean, awaits text, "occurredAt" timestamptz,
        "claimedAt" timestamptz, "ledgerId" uuid, "concessionId" uuid, hours numeric, "hourType" text)
    ), entries as (
      insert into "OutcomeEntry" (id, "enrolmentId", "activityId", "activityVersionId", cause, "handedInAt",
        "confirmedAt", score, late, exempt, awaits, "byId", "occurredAt", "recordedAt", "claimedAt")
      select id, "enrolmentId", "activityId", "versionId", cause, "handedInAt", "confirmedAt", score, late, exempt,
        awaits, ${by}::uuid, "occurredAt", ${actor.at}::timestamptz, "claimedAt" from given
    ), latest as (
      insert into "Outcome" ("enrolmentId", "activityId", "entryId", "handedInAt", "confirmedAt", score, late,
        exempt, awaits, "recordedAt")
      select "enrolmentId", "activityId", id, "handedInAt", "confirmedAt", score, late, exempt, awaits, ${actor.at}::timestamptz
      from given
      on conflict ("enrolmentId", "activityId") do update set "entryId" = excluded."entryId",
        "handedInAt" = excluded."handedInAt", "confirmedAt" = excluded."confirmedAt", score = excluded.score,
        late = excluded.late, exempt = excluded.exempt, awaits = excluded.awaits, "recordedAt" = excluded."recordedAt"
    )
    insert into "LedgerEntry" (id, "enrolmentId", "activityId", hours, "hourType", "outcomeEntryId", "concessionId",
      "occurredAt", "recordedAt")
    select "ledgerId", "enrolmentId", "activityId", hours, "hourType",
      case when "concessionId" is null then id end, "concessionId", "occurredAt", ${actor.at}::timestamptz
    from given where hours is not null`
}

// A workshop's hours come session by session from its attendance; an exemption brings what is left of them.
function owed(row: Standing, next: OutcomeState): { hours: string | null; hourType: HourType | null } {
  if (!isKind(row.kind)) throw new Error(`No such kind of activity: ${row.kind}`)
  const done = row.kind === 'workshop' ? next.exempt : next.confirmedAt !== null || next.exempt
  if (row.kind === 'workshop' && !done) return { hours: null, hourType: null }
  const difference = hoursOwed([row.posted], done ? row.hundredths : 0)
  return {
    hours: difference === null ? null : decimalOf(difference),
    hourType: kinds[row.kind].hours,
  }
}

async function mayOpen(tx: Tx, { at }: Actor, { input, row, before, next }: Change): Promise<boolean> {
  const handedIn = !before?.handedInAt && !before?.exempt && (next.handedInAt !== null || next.exempt)
  if (!handedIn && before?.score === next.score) return false
  if (!row.releaseVersion) return false
  const conditions = await releaseConditionsOf(row.releaseVersion, tx)
  return [...conditions].some(
    ([module, condition]) =>
      !row.released.includes(module) &&
      dependsOn(condition, input.activityId, row.moduleId, { at, calendar: row }),
  )
}
