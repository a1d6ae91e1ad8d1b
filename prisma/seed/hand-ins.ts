// Case studies and practice as trainees hand them in, and as their mentors judge them: a mentor's sheet of a Sunday
// evening, a group at a time.
import { handInCaseStudy } from '~/activities/case-study/case-study.server'
import { type NoteDraft, saveNotes } from '~/activities/practice/practice.server'
import { db } from '~/db.server'
import { gradeMany } from '~/domain/mentoring/grading.server'
import { signOffMany } from '~/domain/mentoring/sign-off.server'
import { practicesToSign, submissionsToGrade } from '~/domain/mentoring/work.access.server'
import { between, oneOf } from './dice'
import type { Learning } from './learning'
import { acting, must, on, type Someone } from './stage'
import { photoOf, type Texts } from './texts'

export async function handInCase({ person, door }: Learning, activityId: string, at: Date, texts: Texts) {
  const activity = await door(activityId, at, 'case-study')
  if (!activity) return
  const text = oneOf(texts.cases.get(activity.activity.title)!)
  must(await on(at, () => handInCaseStudy(acting(person, at), activity, { text })))
}

type Noting = {
  texts: Texts
  /** Places of the practice's items, from 1. */
  items: number[]
  /** A photo for each, where there is one. */
  photos?: string[]
}

/** Notes some items of a practice in one evening. */
export async function notePractice(
  { person, door }: Learning,
  activityId: string,
  at: Date,
  { texts, items, photos = [] }: Noting,
) {
  const activity = await door(activityId, at, 'practice')
  if (!activity) return
  const notes = texts.notes.get(activity.activity.title)!
  const drafts: NoteDraft[] = []
  for (const [place, item] of items.entries()) {
    const photo = photos[place]
    const files = photo ? [{ bytes: await photoOf(photo), name: photo }] : []
    drafts.push({ item, text: oneOf(notes[item - 1]!), files })
  }
  must(await on(at, () => saveNotes(acting(person, at), activity, drafts)))
}

type Judging = { mentor: Someone; groupId: string; at: Date; texts: Texts }

/** Signs what a group has handed in of practice so far; the last `leave` of it waits. */
export async function signPractice(
  { mentor, groupId, at, texts }: Judging,
  activityId: string,
  leave: number,
) {
  const waiting = await db.outcome.findMany({
    where: {
      activityId,
      confirmedAt: null,
      handedInAt: { lt: at },
      enrolment: { memberships: { some: { groupId } } },
    },
    select: { enrolmentId: true, activityId: true },
    orderBy: [{ handedInAt: 'asc' }, { enrolmentId: 'asc' }],
  })
  const actor = acting(mentor, at)
  const practices = await on(at, () =>
    practicesToSign(actor, waiting.slice(0, Math.max(0, waiting.length - leave))),
  )
  const rows = byKey(practices, ({ enrolmentId }) => enrolmentId).map((practice) => ({
    practice,
    mark: between(78, 98),
    comment: oneOf(texts.practiceComments),
  }))
  await on(at, () => signOffMany(actor, rows))
}

/** Grades a group's case studies by their rubric; the last `leave` of them wait. */
export async function gradeCases({ mentor, groupId, at, texts }: Judging, activityId: string, leave: number) {
  const waiting = await db.submission.findMany({
    where: {
      activityId,
      grades: { none: {} },
      occurredAt: { lt: at },
      enrolment: { memberships: { some: { groupId } } },
    },
    select: { id: true },
    orderBy: [{ occurredAt: 'asc' }, { id: 'asc' }],
  })
  const actor = acting(mentor, at)
  const ids = waiting.slice(0, Math.max(0, waiting.length - leave)).map(({ id }) => id)
  const submissions = await on(at, () => submissionsToGrade(actor, ids))
  const rows = byKey(submissions, ({ id }) => id).map((submission) => ({
    submission,
    points: [between(30, 40), between(30, 40), between(14, 20)],
    comment: oneOf(texts.caseComments),
  }))
  await on(at, () => gradeMany(actor, rows))
}

// Marks are drawn in this order, whatever order the rows came in.
function byKey<T>(rows: readonly T[], keyOf: (row: T) => string) {
  return [...rows].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
}
