import { addDays } from 'date-fns'
import { expect, test } from 'vitest'
import { handInAssignment } from '~/activities/assignment/assignment.server'
import { handInCaseStudy } from '~/activities/case-study/case-study.server'
import { saveNotes } from '~/activities/practice/practice.server'
import { db } from '~/db.server'
import { newId } from '~/domain/ids.server'
import { grade, gradeMany, undoGrade } from '~/domain/mentoring/grading.server'
import { gradingQueue, signOffQueue } from '~/domain/mentoring/queue.queries.server'
import { signOff, signOffMany, undoSignOff } from '~/domain/mentoring/sign-off.server'
import {
  gradeToUndo,
  practicesToSign,
  practiceToSign,
  signOffToUndo,
  submissionsToGrade,
  submissionToGrade,
} from '~/domain/mentoring/work.access.server'
import type { Someone } from '../support/world'
import {
  analysis,
  type HandIns,
  handInsWorld,
  hoursOf,
  opened,
  outcomeIn,
  type Trainee,
  trainee,
} from './hand-ins-world'

async function caseStudyOf(one: HandIns, who: Trainee) {
  const done = await handInCaseStudy(who, await opened(one, who, 'case-study'), { text: analysis })
  if (done.refused !== null) throw new Error(done.refused)
  return done.submissionId
}

async function assignmentOf(one: HandIns, who: Trainee) {
  const handing = { text: '活动方案', files: [] }
  const done = await handInAssignment(who, await opened(one, who, 'assignment'), handing)
  if (done.refused !== null) throw new Error(done.refused)
  return done.submissionId
}

async function practiceOf(one: HandIns, who: Trainee) {
  await saveNotes(who, await opened(one, who, 'practice'), [
    { item: 1, text: '选了一名男孩' },
    { item: 2, text: '三篇记录' },
  ])
  return { enrolmentId: who.enrolmentId, activityId: one.activities.practice }
}

async function mayGrade(who: Someone, id: string) {
  return (await submissionToGrade(who, id)) !== null
}

async function maySign(
  who: Someone,
  { enrolmentId, activityId }: { enrolmentId: string; activityId: string },
) {
  return (await practiceToSign(who, enrolmentId, activityId)) !== null
}

test('a case study is graded by its rubric, confirmed, and worth its hours', async () => {
  const one = await handInsWorld()
  const submission = (await submissionToGrade(one.mentor, await caseStudyOf(one, one.liNa)))!
  const graded = await grade(one.mentor, submission, { points: [30, 30, 15], comment: '策略很具体' })
  expect(graded).toMatchObject({ refused: null, score: 75, again: false })
  expect(await outcomeIn(one, one.liNa, 'case-study')).toMatchObject({ confirmedAt: one.at, score: 75 })
  expect(await hoursOf(one.liNa)).toEqual([4])
})

test('marks that do not fit are refused', async () => {
  const one = await handInsWorld()
  const caseStudy = (await submissionToGrade(one.mentor, await caseStudyOf(one, one.liNa)))!
  const assignment = (await submissionToGrade(one.mentor, await assignmentOf(one, one.liNa)))!
  for (const marks of [{ points: [41, 0, 0] }, { points: [10, 10] }, { points: [-1, 0, 0] }, { mark: 80 }]) {
    expect(await grade(one.mentor, caseStudy, { ...marks, comment: '' })).toEqual({ refused: 'marks' })
  }
  for (const marks of [{ mark: 101 }, { mark: Number.NaN }, { points: [1] }]) {
    expect(await grade(one.mentor, assignment, { ...marks, comment: '' })).toEqual({ refused: 'marks' })
  }
  expect(await db.gradeEntry.count({ where: { submissionId: caseStudy.id } })).toBe(0)
})

test('of two who grade the same version at once the second sees the first one’s grade', async () => {
  const one = await handInsWorld()
  const id = await caseStudyOf(one, one.liNa)
  const [byMentor, byManager] = await Promise.all([
    grade(one.mentor, (await submissionToGrade(one.mentor, id))!, { points: [30, 30, 15], comment: '' }),
    grade(one.manager, (await submissionToGrade(one.manager, id))!, { points: [40, 40, 20], comment: '' }),
  ])
  const refused = [byMentor, byManager].find((done) => done.refused !== null)!
  expect(refused).toMatchObject({ refused: 'already-graded' })
  expect(await db.gradeEntry.count({ where: { submissionId: id } })).toBe(1)
  expect(await hoursOf(one.liNa)).toEqual([4])
})

test('a form of grading that is sent twice gives one grade, which both answers name', async () => {
  const one = await handInsWorld()
  const submission = (await submissionToGrade(one.mentor, await assignmentOf(one, one.liNa)))!
  const given = { mark: 82, comment: '好' }
  const both = await Promise.all([grade(one.mentor, submission, given), grade(one.mentor, submission, given)])
  expect(both.map((done) => done.refused)).toEqual([null, null])
  expect(new Set(both.map((done) => 'gradeId' in done && done.gradeId)).size).toBe(1)
})

test('undoing a grade is an entry: the hours are taken back, and what was handed in stays so', async () => {
  const one = await handInsWorld()
  const submission = (await submissionToGrade(one.mentor, await assignmentOf(one, one.liNa)))!
  const graded = await grade(one.mentor, submission, { mark: 82, comment: '' })
  if (graded.refused !== null) throw new Error(graded.refused)
  const undo = (await gradeToUndo(one.mentor, graded.gradeId))!
  expect(await undoGrade({ ...one.mentor, at: addDays(one.at, 1) }, undo)).toEqual({ refused: null })
  expect(await undoGrade(one.mentor, undo)).toEqual({ refused: 'not-standing' })
  expect(await outcomeIn(one, one.liNa, 'assignment')).toMatchObject({
    handedInAt: one.at,
    confirmedAt: null,
    score: null,
    awaits: 'mentor',
  })
  expect(await hoursOf(one.liNa)).toEqual([4, -4])
  expect(await grade(one.mentor, submission, { mark: 90, comment: '' })).toMatchObject({ refused: null })
  expect((await hoursOf(one.liNa)).reduce((sum, hours) => sum + hours, 0)).toBe(4)
  expect(await db.auditEntry.count({ where: { action: 'grade.undone', subjectId: submission.id } })).toBe(1)
})

test('a sheet of grades is graded row by row, each refused for itself', async () => {
  const one = await handInsWorld()
  const others = await Promise.all(
    ['张丽', '赵静', '刘洋'].map((name) =>
      trainee(one.system, name, one.cohortId, one.organisations.kindergarten.id, one.groups.east),
    ),
  )
  const ids = await Promise.all([one.liNa, ...others].map((who) => assignmentOf(one, who)))
  const sheet = await submissionsToGrade(one.mentor, ids)
  const done = await gradeMany(one.mentor, [
    ...sheet.map((submission, index) => ({ submission, mark: index === 1 ? 120 : 70 + index, comment: '' })),
    { submission: sheet[0]!, mark: 60, comment: '' },
  ])
  expect(done.map((row) => row.refused)).toEqual([null, 'marks', null, null, 'twice'])
  expect(await gradeMany(one.mentor, [])).toEqual([])
})

test('a practice is signed with a mark, confirmed, and worth its hours; undoing takes them back', async () => {
  const one = await handInsWorld()
  const { enrolmentId, activityId } = await practiceOf(one, one.liNa)
  const practice = (await practiceToSign(one.mentor, enrolmentId, activityId))!
  expect(await signOff(one.mentor, practice, { mark: 88.5, comment: '' })).toEqual({ refused: 'mark' })
  const signed = await signOff(one.mentor, practice, { mark: 88, comment: '观察细致' })
  if (signed.refused !== null) throw new Error(signed.refused)
  expect(await outcomeIn(one, one.liNa, 'practice')).toMatchObject({ confirmedAt: one.at, score: 88 })
  expect(await hoursOf(one.liNa)).toEqual([4])
  const undo = (await signOffToUndo(one.mentor, signed.signOffId))!
  expect(await undoSignOff({ ...one.mentor, at: addDays(one.at, 1) }, undo)).toEqual({ refused: null })
  expect(await undoSignOff(one.mentor, undo)).toEqual({ refused: 'not-standing' })
  expect(await hoursOf(one.liNa)).toEqual([4, -4])
  expect(await outcomeIn(one, one.liNa, 'practice')).toMatchObject({ handedInAt: one.at, confirmedAt: null })
})

test('of two who sign at once the second sees the first one’s signature, and the same one twice is one', async () => {
  const one = await handInsWorld()
  const { enrolmentId, activityId } = await practiceOf(one, one.liNa)
  const mine = (await practiceToSign(one.mentor, enrolmentId, activityId))!
  const both = await Promise.all([
    signOff(one.mentor, mine, { mark: 80, comment: '' }),
    signOff(one.mentor, mine, { mark: 80, comment: '' }),
    signOff(one.manager, (await practiceToSign(one.manager, enrolmentId, activityId))!, {
      mark: 60,
      comment: '',
    }),
  ])
  expect(await db.signOffEntry.count({ where: { enrolmentId } })).toBe(1)
  expect(both.filter((done) => done.refused === 'already-signed').length).toBeGreaterThan(0)
  expect(await hoursOf(one.liNa)).toEqual([4])
})

test('nobody signs what is incomplete, what changed since they looked, or what a withdrawn trainee left', async () => {
  const one = await handInsWorld()
  const { enrolmentId } = one.liNa
  const activity = await opened(one, one.liNa, 'practice')
  await saveNotes(one.liNa, activity, [{ item: 1, text: '选了一名男孩' }])
  const practice = (await practiceToSign(one.mentor, enrolmentId, one.activities.practice))!
  expect(await signOff(one.mentor, practice, { mark: 80, comment: '' })).toEqual({ refused: 'not-handed-in' })
  await saveNotes(one.liNa, activity, [{ item: 2, text: '三篇记录' }])
  expect(await signOff(one.mentor, practice, { mark: 80, comment: '', seen: newId() })).toEqual({
    refused: 'changed',
  })
  const submission = (await submissionToGrade(one.mentor, await caseStudyOf(one, one.liNa)))!
  await db.withdrawal.create({
    data: {
      id: newId(),
      enrolmentId,
      reason: '调离',
      byId: one.manager.person.id,
      occurredAt: one.at,
      recordedAt: one.at,
    },
  })
  expect(await signOff(one.mentor, practice, { mark: 80, comment: '' })).toEqual({ refused: 'withdrawn' })
  expect(await grade(one.mentor, submission, { points: [1, 1, 1], comment: '' })).toEqual({
    refused: 'withdrawn',
  })
})

test('work whose mark was undone waits again where it waited before, since it was handed in', async () => {
  const one = await handInsWorld()
  const anybody = { q: '', group: '', page: 1 }
  const { kindergarten } = one.organisations
  const zhao = await trainee(one.system, '赵静', one.cohortId, kindergarten.id, one.groups.east)
  const later = { ...zhao, at: addDays(one.at, 1) }
  await practiceOf(one, one.liNa)
  await practiceOf(one, later)
  const id = await caseStudyOf(one, one.liNa)
  await caseStudyOf(one, later)

  const pair = { enrolmentId: one.liNa.enrolmentId, activityId: one.activities.practice }
  const practice = (await practiceToSign(one.mentor, pair.enrolmentId, pair.activityId))!
  const mentor = { ...one.mentor, at: addDays(one.at, 2) }
  const signed = await signOff(mentor, practice, { mark: 88, comment: '' })
  const graded = await grade(mentor, (await submissionToGrade(mentor, id))!, {
    points: [9, 9, 9],
    comment: '',
  })
  if (signed.refused !== null || graded.refused !== null) throw new Error('not judged')
  await undoSignOff(mentor, (await signOffToUndo(mentor, signed.signOffId))!)
  await undoGrade(mentor, (await gradeToUndo(mentor, graded.gradeId))!)

  const expected = [
    { name: '李娜', since: one.at.getTime() },
    { name: '赵静', since: later.at.getTime() },
  ]
  expect(await signOffQueue(mentor, anybody)).toMatchObject({ total: 2, waiting: expected })
  expect(await gradingQueue(mentor, anybody)).toMatchObject({ total: 2, waiting: expected })
})

test('a sheet of signatures is signed row by row', async () => {
  const one = await handInsWorld()
  const other = await trainee(
    one.system,
    '张丽',
    one.cohortId,
    one.organisations.kindergarten.id,
    one.groups.east,
  )
  const pairs = [await practiceOf(one, one.liNa), await practiceOf(one, other)]
  const practices = await practicesToSign(one.mentor, pairs)
  const done = await signOffMany(
    one.mentor,
    practices.map((practice) => ({ practice, mark: 85, comment: '' })),
  )
  expect(done.map((row) => row.refused)).toEqual([null, null])
})

test('work is judged by the group’s mentor, the cohort’s manager and the activity’s instructor, and nobody else', async () => {
  const one = await handInsWorld()
  const caseStudy = await caseStudyOf(one, one.liNa)
  const assignment = await assignmentOf(one, one.liNa)
  const practice = await practiceOf(one, one.liNa)
  for (const who of [one.mentor, one.manager]) {
    expect(await mayGrade(who, caseStudy)).toBe(true)
    expect(await maySign(who, practice)).toBe(true)
  }
  expect(await mayGrade(one.instructor, assignment)).toBe(true)
  expect(await mayGrade(one.instructor, caseStudy)).toBe(false)
  const others = [
    one.otherMentor,
    one.otherManager,
    one.officer,
    one.otherOfficer,
    one.administrator,
    one.stranger,
    one.liNa,
    one.wangFang,
  ]
  for (const who of others) {
    expect([who.person.name, await mayGrade(who, caseStudy)]).toEqual([who.person.name, false])
    expect([who.person.name, await maySign(who, practice)]).toEqual([who.person.name, false])
  }
})

test('a mentor whose assignment has ended grades no more, and whoever took over does', async () => {
  const one = await handInsWorld()
  const id = await caseStudyOf(one, one.liNa)
  const graded = await grade(one.mentor, (await submissionToGrade(one.mentor, id))!, {
    points: [1, 1, 1],
    comment: '',
  })
  if (graded.refused !== null) throw new Error(graded.refused)
  const until = addDays(one.at, 1)
  await db.mentorAssignment.updateMany({ where: { groupId: one.groups.east }, data: { until } })
  const afterwards = { ...one.mentor, at: until }
  expect(await mayGrade(afterwards, id)).toBe(false)
  expect(await gradeToUndo(afterwards, graded.gradeId)).toBeNull()
  expect(await gradeToUndo({ ...one.manager, at: until }, graded.gradeId)).not.toBeNull()
})

test('a manager who is enrolled in the cohort does not grade their own work', async () => {
  const one = await handInsWorld()
  const enrolmentId = newId()
  const { at, manager } = one
  await db.enrolment.create({
    data: {
      id: enrolmentId,
      cohortId: one.cohortId,
      personId: manager.person.id,
      sentById: one.organisations.kindergarten.id,
      occurredAt: at,
      recordedAt: at,
    },
  })
  const id = await caseStudyOf(one, { ...manager, enrolmentId })
  expect(await mayGrade(manager, id)).toBe(false)
})
