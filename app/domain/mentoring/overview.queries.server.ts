import { subDays } from 'date-fns'
import { db } from '~/db.server'
import { inForce } from '../access/in-force'
import { mentoredGroups } from '../access/scope.server'
import type { Actor } from '../actor'
import { deadlineFor, type Study } from '../learning/study'
import { studiesOf } from '../learning/study.server'

/** Somebody who has done nothing of their own for so long is quiet. */
export const QUIET_DAYS = 7

export type GuidedPerson = {
  enrolmentId: string
  name: string
  unit: string
  telephone: string | null
  /** When they last did something of their own; null is never. */
  last: number | null
  quiet: boolean
  /** Required activities whose time is over without being handed in. */
  behind: number
  /** Work of theirs that waits for a mentor. */
  waiting: number
}

export type GuidedGroup = {
  id: string
  name: string
  cohort: string
  zone: string
  /** Posts of others that the asker has not read. */
  unread: number
  people: GuidedPerson[]
}

/** The groups that somebody guides now, with whoever is in them: those who need a hand first. */
export async function guidedGroups(actor: Actor): Promise<GuidedGroup[]> {
  if (!actor.person) return []
  const groups = await db.mentorGroup.findMany({
    where: mentoredGroups(actor),
    orderBy: [{ cohort: { startsOn: 'desc' } }, { position: 'asc' }],
    include: {
      cohort: { select: { title: true, timeZone: true } },
      memberships: {
        where: inForce(actor.at),
        include: {
          enrolment: { include: { person: true, sentBy: { select: { name: true } } } },
        },
      },
    },
  })
  const ids = groups.flatMap((group) => group.memberships.map((one) => one.enrolmentId))
  const [studies, lasts, unread] = await Promise.all([
    studiesOf(ids, actor.at),
    lastOwnDeeds(ids),
    unreadIn(
      groups.map((group) => group.id),
      actor.person.id,
    ),
  ])
  const study = new Map(studies.map((one) => [one.enrolmentId, one]))
  const quietSince = subDays(actor.at, QUIET_DAYS)
  return groups.map(({ id, name, cohort, memberships }) => ({
    id,
    name,
    cohort: cohort.title,
    zone: cohort.timeZone,
    unread: unread.get(id) ?? 0,
    people: memberships
      .map(({ enrolment }) => {
        const last = lasts.get(enrolment.id) ?? null
        return {
          enrolmentId: enrolment.id,
          name: enrolment.person.name,
          unit: enrolment.sentBy.name,
          telephone: enrolment.person.telephone,
          last: last?.getTime() ?? null,
          quiet: (last ?? enrolment.occurredAt) < quietSince,
          ...countsOf(study.get(enrolment.id)!, actor.at),
        }
      })
      .sort((a, b) => weightOf(b) - weightOf(a) || a.name.localeCompare(b.name, 'zh')),
  }))
}

function weightOf({ quiet, behind, waiting }: GuidedPerson) {
  return waiting * 100 + (quiet ? 50 : 0) + behind
}

function countsOf(study: Study, at: Date) {
  let behind = 0
  let waiting = 0
  for (const activity of study.curriculum.activities.values()) {
    const outcome = study.outcomes.get(activity.id)
    // Of a workshop it is the roll that waits, and no work of theirs.
    if (outcome?.awaits === 'mentor' && activity.kind !== 'workshop') waiting += 1
    if (outcome?.handedInAt || outcome?.exempt || !activity.required || activity.kind === 'workshop') continue
    if (deadlineFor(study, activity).dueAt <= at) behind += 1
  }
  return { behind, waiting }
}

/** What a mentor does for somebody is no sign of life of theirs. */
async function lastOwnDeeds(ids: string[]): Promise<Map<string, Date>> {
  const rows = await db.$queryRaw<{ id: string; last: Date | null }[]>`
    select e.id, greatest(
      (select max(o."occurredAt") from "OutcomeEntry" o where o."enrolmentId" = e.id and o."byId" = e."personId"),
      (select max(p."occurredAt") from "Post" p where p."enrolmentId" = e.id),
      (select max(n."occurredAt") from "PracticeNote" n where n."enrolmentId" = e.id),
      (select max(q."startedAt") from "QuizAttempt" q where q."enrolmentId" = e.id)) as last
    from "Enrolment" e where e.id = any(${ids}::uuid[])`
  return new Map(rows.flatMap(({ id, last }) => (last ? [[id, last]] : [])))
}

async function unreadIn(groupIds: string[], readerId: string) {
  const rows = await db.$queryRaw<{ groupId: string; posts: number }[]>`
    select p."groupId", count(*)::int as posts
    from "Post" p
    left join "ReadMark" m on m."topicId" = p."topicId" and m."personId" = ${readerId}::uuid
    where p."groupId" = any(${groupIds}::uuid[]) and p."eventNumber" > coalesce(m.number, 0)
      and p."authorId" <> ${readerId}::uuid
    group by p."groupId"`
  return new Map(rows.map((row) => [row.groupId, row.posts]))
}
