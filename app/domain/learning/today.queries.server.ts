import type { Kind } from '~/activities/kind'
import { pool } from '~/db.server'
import type { Actor } from '../actor'
import { weekNumber, weekOpensAt } from '../cohorts/weeks'
import type { Rule } from '../completion/rule'
import { CompletionRuleSchema } from '../completion/rule.schema'
import { type ActivityStanding, activityStanding, howFarOf, overdueOf, postsLeftOf } from './activity-state'
import type { CurriculumActivity } from './curriculum'
import type { OwnStudy } from './learning.access.server'
import { shownHours } from './ledger'
import { type Lock, locksOf } from './locks'
import { releaseFactsOf } from './study'

const SOON_DAYS = 7
const DAY = 24 * 60 * 60 * 1000

export type TodayItem = {
  id: string
  kind: Kind
  title: string
  module: number
  /** Its deadline; null where it comes after a deadline has no say, such as returned work. */
  dueAt: number
  again: boolean
  postsLeft?: number
}

/** Today: what is next, what is due, whom they meet and who wrote. */
export async function todayFor(actor: Actor, study: OwnStudy) {
  const facts = releaseFactsOf(study, actor.at)
  const standings = [...study.curriculum.activities.values()].map((activity) => ({
    activity,
    ...activityStanding(study, activity, facts),
  }))
  const { rule, post, others, unread, certificate } = await besides(actor, study)
  const earned = study.hours.reduce((sum, one) => sum + one.hundredths, 0)
  const total = study.curriculum.modules.reduce((sum, one) => sum + one.hours, 0)
  const next = nextOf(standings)
  return {
    now: actor.at.getTime(),
    zone: study.cohort.timeZone,
    title: study.curriculum.title,
    titleEn: study.curriculum.titleEn,
    cohort: study.cohort.title,
    week: weekNumber(study.cohort, actor.at),
    weeks: study.curriculum.weeks,
    opensAt: weekOpensAt(study.cohort, 1).getTime(),
    withdrawn: study.withdrawn,
    next: next && nextShown(study, next),
    locks: next ? [] : firstLocks(study, standings),
    waiting: standings
      .filter((one) => one.state === 'waiting' && one.activity.required)
      .map((one) => one.activity.title),
    allDone: standings.every((one) => one.state === 'done' || !one.activity.required),
    hours: {
      earned: shownHours(earned),
      total: shownHours(total),
      share: total ? earned / total : 0,
      needed: neededOf(rule),
    },
    overdue: overdueOf(study, facts).length,
    due: dueOf(study, standings, actor.at),
    meetings: meetingsOf(study, actor.at),
    post,
    unread,
    groupId: study.groupId,
    certificate,
    others,
  }
}

type Standing = ActivityStanding & { activity: CurriculumActivity }

/** What is begun comes before what is required, and that before the rest; workshops and live sessions have their day. */
function nextOf(standings: Standing[]): Standing | null {
  const mine = standings.filter(({ activity }) => activity.kind !== 'workshop' && activity.kind !== 'live')
  return (
    mine.find((one) => one.state === 'started' && one.activity.required) ??
    mine.find((one) => one.state === 'open' && one.activity.required) ??
    mine.find((one) => one.state === 'again') ??
    mine.find((one) => one.state === 'started' || one.state === 'open') ??
    null
  )
}

function nextShown(study: OwnStudy, { activity, state }: Standing) {
  const module = study.curriculum.modules.find((one) => one.id === activity.moduleId)!
  const film = study.films.get(activity.id)
  const left = film?.seconds && state === 'started' ? Math.max(0, film.seconds - film.watchedSeconds) : null
  return {
    id: activity.id,
    kind: activity.kind,
    title: activity.title,
    module: module.title,
    state,
    position: left === null ? null : (film?.positionSeconds ?? 0),
    minutesLeft: left === null ? null : Math.ceil(left / 60),
    minutes: activity.kind === 'reading' || activity.kind === 'video' ? activity.config.minutes : null,
    howFar: state === 'started' ? howFarOf(study, activity) : null,
  }
}

function firstLocks(study: OwnStudy, standings: Standing[]): Lock[] {
  const locked = standings.find((one) => one.state === 'locked')
  return locked ? locksOf(locked.reasons, study.curriculum) : []
}

function dueOf(study: OwnStudy, standings: Standing[], at: Date): TodayItem[] {
  return standings
    .filter(({ activity, state, dueAt }) => {
      if (activity.kind === 'workshop' || !activity.required) return false
      if (state === 'again') return true
      return (state === 'open' || state === 'started') && dueAt.getTime() - at.getTime() <= SOON_DAYS * DAY
    })
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
    .map(({ activity, state, dueAt }) => ({
      id: activity.id,
      kind: activity.kind,
      title: activity.title,
      module: study.curriculum.modules.find((one) => one.id === activity.moduleId)!.position,
      dueAt: dueAt.getTime(),
      again: state === 'again',
      ...(activity.kind === 'discussion' ? { postsLeft: postsLeftOf(study, activity) } : {}),
    }))
}

function meetingsOf(study: OwnStudy, at: Date) {
  const workshops = study.turns.flatMap((turn) => {
    const [first, last] = [turn.sessions[0], turn.sessions.at(-1)]
    if (!first || !last || turn.overAt <= at) return []
    const title = study.curriculum.activities.get(turn.activityId)?.title ?? ''
    const { venue, timeZone: zone } = turn
    return [
      {
        id: turn.activityId,
        title,
        venue,
        zone,
        from: first.startsAt.getTime(),
        until: last.endsAt.getTime(),
      },
    ]
  })
  const live = [...study.live].flatMap(([id, { startsAt, endsAt }]) => {
    const activity = study.curriculum.activities.get(id)
    if (!activity || endsAt <= at) return []
    const zone = study.cohort.timeZone
    return [
      { id, title: activity.title, venue: null, zone, from: startsAt.getTime(), until: endsAt.getTime() },
    ]
  })
  return [...workshops, ...live].sort((a, b) => a.from - b.from).slice(0, 3)
}

function neededOf(json: unknown): string | null {
  const parsed = CompletionRuleSchema.safeParse(json)
  const hours = parsed.success ? hoursIn(parsed.data.completion) : null
  return hours === null ? null : shownHours(hours)
}

function hoursIn(rule: Rule): number | null {
  if (rule.kind === 'hours') return rule.type === null ? rule.atLeast : null
  if (rule.kind !== 'all') return null
  return rule.of.reduce<number | null>((found, one) => found ?? hoursIn(one), null)
}

type Besides = {
  rule: unknown
  post: { name: string; text: string; at: number; topicId: string } | null
  unread: number
  others: { id: string; title: string; titleEn: string; cohort: string }[]
  /** The number of the certificate that holds; null where there is none. */
  certificate: string | null
}

/** What others keep that Today shows: the rule in force, the mentor's last word, what is unread, other studies, the certificate. */
async function besides(actor: Actor, study: OwnStudy): Promise<Besides> {
  const { rows } = await pool.query<Besides>({
    name: 'today-besides',
    text: BESIDES,
    values: [study.cohort.id, actor.at, study.enrolmentId, study.personId],
  })
  return rows[0]!
}

const BESIDES = `
  select
    (select r.rule from "RuleVersion" r where r."cohortId" = $1::uuid order by r.number desc limit 1) as rule,
    (select json_build_object('name', a.name, 'text', p.text, 'at', (extract(epoch from p."occurredAt") * 1000)::float8,
        'topicId', p."topicId")
      from "GroupMembership" m
      join "Post" p on p."groupId" = m."groupId" and p."eventNumber" > m."readsAfter"
      join "Person" a on a.id = p."authorId"
      where m."enrolmentId" = $3::uuid and m."from" <= $2::timestamptz
        and (m."until" is null or m."until" > $2::timestamptz)
        and p."occurredAt" <= $2::timestamptz
        and exists(select 1 from "MentorAssignment" g where g."groupId" = m."groupId" and g."personId" = p."authorId"
          and g."from" <= p."occurredAt" and (g."until" is null or g."until" > p."occurredAt"))
        and not exists(select 1 from "PostRemoval" r where r."postId" = p.id and r.kind <> 'restored'
          and not exists(select 1 from "PostRemoval" z where z."undoesId" = r.id))
      order by p."eventNumber" desc limit 1) as post,
    (select count(*)::int from (
      select 1 from "GroupMembership" m join "Post" p on p."groupId" = m."groupId" and p."eventNumber" > m."readsAfter"
      left join "ReadMark" k on k."topicId" = p."topicId" and k."personId" = $4::uuid
      where m."enrolmentId" = $3::uuid and m."from" <= $2::timestamptz
        and (m."until" is null or m."until" > $2::timestamptz)
        and p."authorId" <> $4::uuid and p.number > coalesce(k.number, 0) limit 100) x) as unread,
    (select coalesce(json_agg(json_build_object('id', e.id, 'cohort', c.title, 'title', v.title, 'titleEn', v."titleEn")
        order by e."occurredAt" desc), '[]')
      from "Enrolment" e join "Cohort" c on c.id = e."cohortId"
      join lateral (select n.title, n."titleEn" from "CohortVersion" x
        join "ProgrammeVersion" n on n.id = x."programmeVersionId" where x."cohortId" = c.id
        order by x."from" desc limit 1) v on true
      where e."personId" = $4::uuid and e.id <> $3::uuid) as others,
    (select c.number from (select * from "Certificate" where "enrolmentId" = $3::uuid and "recordedAt" <= $2::timestamptz
        order by "recordedAt" desc, id desc limit 1) c
      where not exists(select 1 from "Revocation" r where r."certificateId" = c.id)) as certificate`
