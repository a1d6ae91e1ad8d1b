// What the people of a cohort have done alone, activity by activity, with the rows that each kind keeps of its own.
import { assignment } from '~/activities/assignment/assignment'
import { type Drawn, drawQuestions, type Question, scoreAttempt } from '~/activities/quiz/questions'
import { type Attempt, attemptEndsAt, quiz } from '~/activities/quiz/quiz'
import { reading } from '~/activities/reading/reading'
import { survey } from '~/activities/survey/survey'
import { video } from '~/activities/video/video'
import { newAnonymousId } from '~/domain/ids.server'
import type { CurriculumActivity } from '~/domain/learning/curriculum'
import { between, chance, oneOf } from '../dice'
import { answered } from '../quiz-answers'
import { evening, idAt, minutesAfter } from './calendar'
import type { Cohort, Learner } from './cohorts'
import { copyInto, type Row } from './copy'
import { copySheet, newSheet, type Report, report } from './outcomes'
import { teachingSteps, wishes } from './sayings'

type Study = { cohort: Cohort; films: ReadonlyMap<string, number>; rows: Record<OwnTable, Row[]> }
type OwnTable = 'VideoProgress' | 'QuizAttempt' | 'QuizAnswer' | 'Submission' | 'GradeEntry' | 'SurveyAnswer'

/** `films` tells each film's length in seconds by its slug. */
export async function layStudy(cohort: Cohort, films: ReadonlyMap<string, number>) {
  const rows: Study['rows'] = {
    VideoProgress: [],
    QuizAttempt: [],
    QuizAnswer: [],
    Submission: [],
    GradeEntry: [],
    SurveyAnswer: [],
  }
  const study = { cohort, films, rows }
  const sheet = newSheet()
  for (const module of cohort.curriculum.modules) {
    const alone = module.activities.filter((activity) => activity.kind !== 'workshop')
    const days = Math.floor(((module.closesWeek - module.opensWeek) * 7) / alone.length)
    for (const learner of cohort.learners) {
      if (learner.pace === 'none' || learner.pace === 'gone') continue
      for (const [place, activity] of alone.entries()) {
        if (learner.pace === 'half' && !chance(55)) break
        const at = cohort.weeks.at(module.opensWeek, 2 + place * days + between(0, days - 1), evening())
        report(sheet, learner.enrolmentId, activity, worked(study, learner, activity, at))
      }
    }
  }
  for (const table of Object.keys(rows) as OwnTable[]) await copyInto(table, rows[table])
  await copySheet(sheet)
}

function worked(study: Study, learner: Learner, activity: CurriculumActivity, at: Date): Report[] {
  switch (activity.kind) {
    case 'video':
      return [watched(study, learner, activity, at)]
    case 'reading':
      return [
        own(learner, 'read', at, reading.progress(activity.config, { endReached: true, readPressed: true })),
      ]
    case 'quiz':
      return taken(study, learner, activity, at)
    case 'assignment':
      return handedIn(study, learner, activity, at)
    case 'survey':
      return [surveyed(study, learner, activity, at)]
    default:
      throw new Error(`The large seed has no ${activity.kind}`)
  }
}

function own(learner: Learner, cause: string, at: Date, progress: Report['progress']): Report {
  return { cause, at, byId: learner.person.id, progress }
}

function watched(
  { films, rows }: Study,
  learner: Learner,
  activity: CurriculumActivity<'video'>,
  from: Date,
) {
  const seconds = films.get(activity.config.film!)!
  const at = minutesAfter(from, Math.ceil(seconds / 60))
  rows.VideoProgress.push({
    enrolmentId: learner.enrolmentId,
    activityId: activity.id,
    intervals: [[0, seconds]],
    watchedSeconds: seconds,
    positionSeconds: seconds,
    recordedAt: at,
  })
  const work = { length: seconds, watched: [{ from: 0, until: seconds }] }
  return own(learner, 'watched', at, video.progress(activity.config, work))
}

/** Once, and once more where the first attempt did not pass and another is left. */
function taken({ rows }: Study, learner: Learner, activity: CurriculumActivity<'quiz'>, first: Date) {
  const { config } = activity
  const attempts: Attempt[] = []
  const reports: Report[] = []
  for (let number = 1; number <= config.attempts; number += 1) {
    const startedAt = minutesAfter(first, (number - 1) * 24 * 60)
    const submittedAt = minutesAfter(startedAt, between(6, 20))
    const id = idAt(startedAt)
    const drawn = drawQuestions(config, id)
    const answers = Object.fromEntries(
      drawn.map((one) => [one.id, answerTo(config.questions, one, number === 1 ? 84 : 92)]),
    )
    const score = Number(scoreAttempt(config.questions, drawn, answers).score.toFixed(6))
    rows.QuizAttempt.push({
      id,
      enrolmentId: learner.enrolmentId,
      activityId: activity.id,
      activityVersionId: activity.versionId,
      number,
      drawn,
      startedAt,
      dueAt: attemptEndsAt(config, startedAt),
      submittedAt,
      timedOut: false,
      score,
    })
    for (const [question, answer] of Object.entries(answers)) {
      rows.QuizAnswer.push({ attemptId: id, question, answer: JSON.stringify(answer), savedAt: submittedAt })
    }
    attempts.push({ state: 'submitted', score })
    const progress = quiz.progress(config, { attempts: [...attempts], extraAttempts: 0 })
    reports.push(own(learner, 'submitted', submittedAt, progress))
    if (progress.confirmed) break
  }
  return reports
}

function answerTo(questions: readonly Question[], drawn: Drawn, skill: number) {
  return answered(questions.find((one) => one.id === drawn.id)!, drawn, skill)
}

/** Handed in, and marked by the mentor two days later; one in thirty is below the pass mark. */
function handedIn({ rows }: Study, learner: Learner, activity: CurriculumActivity<'assignment'>, at: Date) {
  const { config } = activity
  const { mentor } = learner.group
  const markedAt = minutesAfter(at, 2 * 24 * 60)
  const score = chance(97) ? between(70, 98) : between(45, config.passMark - 1)
  const submission = { id: idAt(at), enrolmentId: learner.enrolmentId, activityId: activity.id }
  rows.Submission.push({
    ...submission,
    activityVersionId: activity.versionId,
    version: 1,
    text: `${oneOf(teachingSteps.before)}${oneOf(teachingSteps.during)}${oneOf(teachingSteps.after)}`,
    late: false,
    occurredAt: at,
    recordedAt: at,
  })
  rows.GradeEntry.push({
    id: idAt(markedAt),
    submissionId: submission.id,
    kind: 'graded',
    score,
    comment: oneOf(teachingSteps.comments),
    byId: mentor.id,
    occurredAt: markedAt,
    recordedAt: markedAt,
  })
  const work = { submissions: 1, extraSubmissions: 0, returned: false }
  return [
    own(learner, 'submitted', at, assignment.progress(config, { ...work, mark: null })),
    {
      cause: 'graded',
      at: markedAt,
      byId: mentor.id,
      progress: assignment.progress(config, { ...work, mark: score }),
    },
  ]
}

/** An anonymous answer has neither author nor date. */
function surveyed(
  { cohort, rows }: Study,
  learner: Learner,
  activity: CurriculumActivity<'survey'>,
  at: Date,
) {
  const answers = activity.config.questions.map((one) => [
    one.id,
    one.type === 'scale' ? String(between(Math.max(one.from, one.to - 2), one.to)) : oneOf(wishes),
  ])
  rows.SurveyAnswer.push({
    id: newAnonymousId(),
    activityId: activity.id,
    cohortId: cohort.cohort.id,
    answers: Object.fromEntries(answers),
  })
  return own(learner, 'answered', at, survey.progress(activity.config, { answered: true }))
}
