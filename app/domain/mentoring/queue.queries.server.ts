import { db } from '~/db.server'
import { inForce } from '../access/in-force'
import type { Actor } from '../actor'
import type { CurriculumActivity } from '../learning/curriculum'
import { practisedBy } from '../learning/practice-notes.server'
import { submittedBy } from '../learning/submissions.server'
import { activitiesOfVersions } from '../learning/versions.server'
import { rubricOf } from './marks'
import { workToJudge } from './work.access.server'

const PAGE = 20

export type QueueAsked = { q: string; group: string; page: number }

export type Waiting = Awaited<ReturnType<typeof waitingFor>>['rows'][number]

/** Practices that wait for this person's signature, those that have waited longest first. */
export async function signOffQueue(actor: Actor, asked: QueueAsked) {
  const { rows, ...rest } = await waitingFor(actor, ['practice'], asked)
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
  const { rows, ...rest } = await waitingFor(actor, ['case-study', 'assignment'], asked)
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
  const where = async (kinds: string[]) => ({
    awaits: 'mentor',
    activity: { kind: { in: kinds } },
    enrolment: { withdrawals: { none: { reinstatement: null } } },
    ...(await workToJudge(actor)),
  })
  const [signOffs, grading] = await Promise.all([
    db.outcome.count({ where: await where(['practice']) }),
    db.outcome.count({ where: await where(['case-study', 'assignment']) }),
  ])
  return { signOffs, grading }
}

async function waitingFor(actor: Actor, kinds: string[], { q, group, page }: QueueAsked) {
  const mine = await workToJudge(actor)
  const standing = inForce(actor.at)
  const waits = {
    awaits: 'mentor',
    activity: { kind: { in: kinds } },
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
  const total = await db.outcome.count({ where })
  const rows = await db.outcome.findMany({
    where,
    orderBy: [{ recordedAt: 'asc' }, { enrolmentId: 'asc' }],
    skip: (page - 1) * PAGE,
    take: PAGE,
    include: {
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
  const groups = await db.mentorGroup.findMany({
    where: { memberships: { some: { ...standing, enrolment: { outcomes: { some: waits } } } } },
    orderBy: { position: 'asc' },
    select: { id: true, name: true },
  })
  return {
    total,
    pages: Math.max(1, Math.ceil(total / PAGE)),
    groups,
    rows: rows.map(({ enrolmentId, activityId, recordedAt, enrolment }) => ({
      enrolmentId,
      activityId,
      name: enrolment.person.name,
      unit: enrolment.sentBy.name,
      group: enrolment.memberships[0]?.group.name ?? null,
      zone: enrolment.cohort.timeZone,
      since: recordedAt.getTime(),
    })),
  }
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
