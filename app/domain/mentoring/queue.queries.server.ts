import type { Prisma } from '#generated/client/client'
import { db } from '~/db.server'
import { inForce } from '../access/in-force'
import type { Actor } from '../actor'
import type { CurriculumActivity } from '../learning/curriculum'
import { practisedBy } from '../learning/practice-notes.server'
import { submittedBy } from '../learning/submissions.server'
import { activitiesOfVersions } from '../learning/versions.server'
import { gradedKinds, signedKinds } from './judged'
import { rubricOf } from './marks'
import { keyOf, workToJudge } from './work.access.server'

const PAGE = 20

export type QueueAsked = { q: string; group: string; page: number }

export type Waiting = Awaited<ReturnType<typeof waitingFor>>['rows'][number]

/** Practices that wait for this person's signature, those that have waited longest first. */
export async function signOffQueue(actor: Actor, asked: QueueAsked) {
  const { rows, ...rest } = await waitingFor(actor, signedKinds, asked)
  const practised = await practisedBy(rows)
  const activities = await activitiesOfVersions(practised.flatMap((one) => one.newest?.versionId ?? []))
  const waiting = rows.flatMap((row, index) => {
    const { notes, newest, standing, work } = practised[index]!
    const activity = newest && activities.get(newest.versionId)
    if (!newest || activity?.kind !== 'practice') return []
    return {
      ...row,
      title: activity.title,
      seen: newest.id,
      items: activity.config.items.map((title, place) => {
        const note = notes.find((one) => one.item === place + 1)
        return { title, text: note?.text ?? '', files: note?.files ?? [], late: note?.late ?? false }
      }),
      returnedBefore: standing?.kind === 'returned' && !work.returned ? standing.comment : null,
    }
  })
  return { ...rest, waiting }
}

/** Submissions that wait for this person's mark, those that have waited longest first. */
export async function gradingQueue(actor: Actor, asked: QueueAsked) {
  const { rows, ...rest } = await waitingFor(actor, gradedKinds, asked)
  const submitted = await submittedBy(rows)
  const versions = submitted.flatMap((one) => one.newest ?? [])
  const activities = await activitiesOfVersions(versions.map((one) => one.versionId))
  const bodies = await bodiesOf(versions.map((one) => one.id))
  const waiting = rows.flatMap((row, index) => {
    const { newest } = submitted[index]!
    if (!newest) return []
    const activity = activities.get(newest.versionId)!
    return {
      ...row,
      id: newest.id,
      version: newest.version,
      late: newest.late,
      title: activity.title,
      kind: activity.kind,
      task: taskOf(activity),
      rubric: rubricOf(activity.config),
      ...bodies.get(newest.id)!,
    }
  })
  return { ...rest, waiting }
}

/** How much waits, for the overview and the menus. */
export async function waitingCounts(actor: Actor) {
  const where = async (kinds: readonly string[]) => ({
    awaits: 'mentor',
    activity: { kind: { in: [...kinds] } },
    enrolment: { withdrawals: { none: { reinstatement: null } } },
    ...(await workToJudge(actor)),
  })
  const [signOffs, grading] = await Promise.all([
    db.outcome.count({ where: await where(signedKinds) }),
    db.outcome.count({ where: await where(gradedKinds) }),
  ])
  return { signOffs, grading }
}

async function waitingFor(actor: Actor, kinds: readonly string[], { q, group, page }: QueueAsked) {
  const mine = await workToJudge(actor)
  const standing = inForce(actor.at)
  const waits = {
    awaits: 'mentor',
    activity: { kind: { in: [...kinds] } },
    enrolment: { withdrawals: { none: { reinstatement: null } } },
    ...mine,
  }
  const where = {
    ...waits,
    AND: [
      ...mine.AND,
      ...(q ? [{ enrolment: { person: { name: { contains: q } } } }] : []),
      ...(group ? [{ enrolment: { memberships: { some: { ...standing, groupId: group } } } }] : []),
    ],
  }
  const queue = await inOrder(where)
  const shown = queue.slice((page - 1) * PAGE, page * PAGE)
  const details = await db.outcome.findMany({
    where: { OR: shown.map(({ enrolmentId, activityId }) => ({ enrolmentId, activityId })) },
    select: {
      enrolmentId: true,
      activityId: true,
      enrolment: {
        include: {
          person: { select: { name: true } },
          sentBy: { select: { name: true } },
          cohort: { select: { timeZone: true } },
          memberships: { where: standing, include: { group: { select: { id: true, name: true } } }, take: 1 },
        },
      },
    },
  })
  const byKey = new Map(details.map((row) => [keyOf(row), row]))
  const rows = shown.flatMap(({ since, ...pair }) => {
    const row = byKey.get(keyOf(pair))
    return row ? [{ ...row, since }] : []
  })
  const groups = await db.mentorGroup.findMany({
    where: { memberships: { some: { ...standing, enrolment: { outcomes: { some: waits } } } } },
    orderBy: { position: 'asc' },
    select: { id: true, name: true },
  })
  return {
    total: queue.length,
    pages: Math.max(1, Math.ceil(queue.length / PAGE)),
    groups,
    rows: rows.map(({ enrolmentId, activityId, since, enrolment }) => ({
      enrolmentId,
      activityId,
      name: enrolment.person.name,
      unit: enrolment.sentBy.name,
      group: enrolment.memberships[0]?.group.name ?? null,
      zone: enrolment.cohort.timeZone,
      since: since.getTime(),
    })),
  }
}

/** By when the trainee handed it in: an undone mark brings work back to the place that it had before. */
async function inOrder(where: Prisma.OutcomeWhereInput) {
  const rows = await db.outcome.findMany({
    where,
    select: {
      enrolmentId: true,
      activityId: true,
      handedInAt: true,
      entry: { select: { cause: true, occurredAt: true } },
    },
  })
  const undone = rows.filter((row) => row.entry.cause === 'undone')
  const before = undone.length
    ? await db.outcomeEntry.findMany({
        where: {
          enrolmentId: { in: undone.map((row) => row.enrolmentId) },
          awaits: 'mentor',
          cause: { not: 'undone' },
        },
        orderBy: { recordedAt: 'asc' },
        select: { enrolmentId: true, activityId: true, occurredAt: true },
      })
    : []
  const handedIn = new Map(before.map((entry) => [keyOf(entry), entry.occurredAt]))
  return rows
    .map(({ enrolmentId, activityId, handedInAt, entry }) => {
      const again = entry.cause === 'undone'
      const earlier = handedIn.get(keyOf({ enrolmentId, activityId })) ?? handedInAt
      return { enrolmentId, activityId, since: (again && earlier) || entry.occurredAt }
    })
    .sort((a, b) => a.since.getTime() - b.since.getTime() || (a.enrolmentId < b.enrolmentId ? -1 : 1))
}

function taskOf(activity: CurriculumActivity): string {
  if (activity.kind === 'case-study') return activity.config.text
  return activity.kind === 'assignment' ? activity.config.instructions : ''
}

async function bodiesOf(ids: string[]) {
  const rows = await db.submission.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      text: true,
      files: {
        orderBy: { position: 'asc' },
        select: { file: { select: { id: true, name: true, bytes: true, mediaType: true } } },
      },
    },
  })
  return new Map(rows.map(({ id, text, files }) => [id, { text, files: files.map(({ file }) => file) }]))
}
