// Case studies and practice of the Daming cohort as trainees hand them in, and as their mentors judge them: a mentor's
// sheet of a Sunday evening, a group at a time.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { handInCaseStudy } from '~/activities/case-study/case-study.server'
import { saveNotes } from '~/activities/practice/practice.server'
import { db } from '~/db.server'
import { activityForTrainee, type TraineeActivity } from '~/domain/learning/learning.access.server'
import { gradeMany } from '~/domain/mentoring/grading.server'
import { signOffMany } from '~/domain/mentoring/sign-off.server'
import { practicesToSign, submissionsToGrade } from '~/domain/mentoring/work.access.server'
import { between, oneOf } from './dice'
import { acting, must, on, type Someone } from './stage'

const content = join('prisma', 'seed', 'content')

export type Texts = {
  notes: Map<string, string[][]>
  cases: Map<string, string[]>
  practiceComments: string[]
  caseComments: string[]
}

/** What people write, by the title of the activity. */
export async function readTexts(): Promise<Texts> {
  const json = async (file: string) => JSON.parse(await readFile(join(content, file), 'utf8'))
  const [notes, cases, texts] = await Promise.all([
    json('practice-notes.json'),
    json('case-answers.json'),
    json('texts.json'),
  ])
  return {
    notes: new Map(
      notes.map((one: { activity: string; items: { notes: string[] }[] }) => [
        one.activity,
        one.items.map((item) => item.notes),
      ]),
    ),
    cases: new Map(cases.map((one: { activity: string; answers: string[] }) => [one.activity, one.answers])),
    practiceComments: texts.practiceComments,
    caseComments: texts.caseComments,
  }
}

/** Why people withdraw. */
export async function readWithdrawals(): Promise<string[]> {
  return JSON.parse(await readFile(join(content, 'texts.json'), 'utf8')).withdrawals
}

export async function handInCase(
  person: Someone,
  enrolmentId: string,
  activityId: string,
  at: Date,
  texts: Texts,
) {
  const activity = await on(at, () => activityForTrainee(acting(person, at), enrolmentId, activityId))
  if (!activity) return
  const text = oneOf(texts.cases.get(activity.activity.title)!)
  const caseStudy = activity as unknown as TraineeActivity<'case-study'>
  must(await on(at, () => handInCaseStudy(acting(person, at), caseStudy, { text })))
}

/** Notes all items of a practice in one evening; `items` of them where somebody has not finished. */
export async function notePractice(
  person: Someone,
  enrolmentId: string,
  activityId: string,
  at: Date,
  { texts, items }: { texts: Texts; items: number },
) {
  const activity = await on(at, () => activityForTrainee(acting(person, at), enrolmentId, activityId))
  if (!activity) return
  const notes = texts.notes.get(activity.activity.title)!
  const drafts = notes.slice(0, items).map((choice, place) => ({ item: place + 1, text: oneOf(choice) }))
  const practice = activity as unknown as TraineeActivity<'practice'>
  must(await on(at, () => saveNotes(acting(person, at), practice, drafts)))
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
    orderBy: { handedInAt: 'asc' },
  })
  const actor = acting(mentor, at)
  const practices = await on(at, () =>
    practicesToSign(actor, waiting.slice(0, Math.max(0, waiting.length - leave))),
  )
  const rows = practices.map((practice) => ({
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
    orderBy: { occurredAt: 'asc' },
  })
  const actor = acting(mentor, at)
  const ids = waiting.slice(0, Math.max(0, waiting.length - leave)).map(({ id }) => id)
  const submissions = await on(at, () => submissionsToGrade(actor, ids))
  const rows = submissions.map((submission) => ({
    submission,
    points: [between(30, 40), between(30, 40), between(14, 20)],
    comment: oneOf(texts.caseComments),
  }))
  await on(at, () => gradeMany(actor, rows))
}
