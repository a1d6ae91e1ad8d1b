import { z } from 'zod'
import type { AssignmentConfig } from '~/activities/assignment/assignment'
import type { CaseStudyConfig } from '~/activities/case-study/case-study'
import type { DiscussionConfig } from '~/activities/discussion/discussion'
import type { Kind } from '~/activities/kind'
import type { ConfigOf } from '~/activities/kinds'
import type { LiveConfig } from '~/activities/live/live'
import type { PracticeConfig } from '~/activities/practice/practice'
import type { Question } from '~/activities/quiz/questions'
import type { QuizConfig } from '~/activities/quiz/quiz'
import type { ReadingConfig } from '~/activities/reading/reading'
import type { SurveyConfig, SurveyQuestion } from '~/activities/survey/survey'
import type { VideoConfig } from '~/activities/video/video'
import type { PlannedSession, WorkshopConfig } from '~/activities/workshop/workshop'
import type { ProgrammeSources } from './programme-data'

type Configured = { [K in Kind]: { kind: K; config: ConfigOf<K> } }[Kind]

/** An activity of the demonstration's JSON as its kind's config. Throws on a kind that it does not know. */
export function activityConfig(
  activity: { kind: string; title: string },
  sources: ProgrammeSources,
): Configured {
  const read = readers[activity.kind as Kind]
  if (!read) throw new Error(`no kind of activity is called ${activity.kind}`)
  return { kind: activity.kind, config: read(activity, sources) } as Configured
}

const readers: { [K in Kind]: (activity: { title: string }, sources: ProgrammeSources) => ConfigOf<K> } = {
  video: videoFrom,
  reading: readingFrom,
  quiz: quizFrom,
  'case-study': caseStudyFrom,
  assignment: assignmentFrom,
  discussion: discussionFrom,
  practice: practiceFrom,
  workshop: workshopFrom,
  live: liveFrom,
  survey: surveyFrom,
}

function videoFrom(activity: { title: string }, { film }: ProgrammeSources): VideoConfig {
  const one = z
    .object({
      minutes: z.number(),
      minWatched: z.number(),
      noSkip: z.boolean().default(false),
      film: z.string().optional(),
    })
    .parse(activity)
  return { ...one, film: film(one.film ?? activity.title) }
}

/** The text's own first heading repeats the activity's title. */
function readingFrom(activity: { title: string }, { reading }: ProgrammeSources): ReadingConfig {
  const one = z.object({ minutes: z.number(), reading: z.string().optional() }).parse(activity)
  const text = reading(one.reading ?? activity.title)
    .replace(/^# .*\n/, '')
    .trim()
  return { minutes: one.minutes, text }
}

const common = { stem: z.string(), why: z.string() }
const chosen = { ...common, options: z.array(z.string()), answer: z.array(z.int()) }
const QuestionJson = z.discriminatedUnion('type', [
  z.strictObject({ ...chosen, type: z.literal('single'), answer: z.tuple([z.int()]) }),
  z.strictObject({ ...chosen, type: z.literal('multiple') }),
  z.strictObject({ ...chosen, type: z.literal('order') }),
  z.strictObject({ ...common, type: z.literal('truefalse'), answer: z.tuple([z.boolean()]) }),
  z.strictObject({ ...common, type: z.literal('blank'), answer: z.array(z.string()).min(1) }),
])

function quizFrom(activity: { title: string }): QuizConfig {
  const { questions, minutes, ...rest } = z
    .object({
      passMark: z.number(),
      attempts: z.int(),
      drawn: z.int(),
      minutes: z.number().optional(),
      shuffle: z.boolean().default(false),
      questions: z.array(QuestionJson),
    })
    .parse(activity)
  return { ...rest, minutes: minutes ?? null, questions: questions.map(questionFrom) }
}

function questionFrom(question: z.infer<typeof QuestionJson>, index: number): Question {
  const id = `q${index + 1}`
  switch (question.type) {
    case 'single':
      return { ...question, id, answer: question.answer[0] }
    case 'truefalse':
      return { ...question, id, answer: question.answer[0] }
    case 'blank': {
      const { answer: answers, ...rest } = question
      return { ...rest, id, answers }
    }
    default:
      return { ...question, id }
  }
}

function caseStudyFrom(activity: { title: string }): CaseStudyConfig {
  const one = z
    .object({
      text: z.string(),
      rubric: z.array(z.object({ name: z.string(), points: z.number() })),
      minCharacters: z.int(),
    })
    .parse(activity)
  return { ...one, passMark: null }
}

function assignmentFrom(activity: { title: string }): AssignmentConfig {
  const one = z
    .object({
      accepts: z.array(z.enum(['docx', 'pdf', 'text'])),
      maxFiles: z.int(),
      maxMegabytes: z.number(),
      passMark: z.number(),
      resubmissions: z.int(),
    })
    .parse(activity)
  return { ...one, instructions: activity.title }
}

function discussionFrom(activity: { title: string }): DiscussionConfig {
  return z.object({ prompt: z.string(), minPosts: z.int() }).parse(activity)
}

function practiceFrom(activity: { title: string }): PracticeConfig {
  const one = z
    .object({ items: z.array(z.string()), evidence: z.array(z.enum(['text', 'photo', 'file'])) })
    .parse(activity)
  return { ...one, instructions: '' }
}

function workshopFrom(activity: { title: string }): WorkshopConfig {
  const one = z.object({ venue: z.string(), sessions: z.array(z.string()) }).parse(activity)
  return { description: '', venue: one.venue, sessions: one.sessions.map(sessionFrom) }
}

/** "上午 9:00—12:00" */
function sessionFrom(text: string, index: number): PlannedSession {
  const match = /^(\S+) (\d{1,2}:\d{2})—(\d{1,2}:\d{2})$/.exec(text)
  if (!match) throw new Error(`not understood as a session: ${text}`)
  const [, title, starts, ends] = match
  return { number: index + 1, title: title!, starts: starts!.padStart(5, '0'), ends: ends!.padStart(5, '0') }
}

/** The data asks for no minutes: two thirds, as for a workshop left early. */
function liveFrom(activity: { title: string }): LiveConfig {
  const { minutes } = z.object({ minutes: z.int() }).parse(activity)
  return { description: '', minutes, minMinutes: Math.ceil((minutes * 2) / 3) }
}

function surveyFrom(activity: { title: string }): SurveyConfig {
  const { questions } = z.object({ questions: z.array(z.string()) }).parse(activity)
  return { questions: questions.map(surveyQuestionFrom), anonymous: true }
}

/** "面授安排（1—5）" or "你最想继续学的内容（文字）" */
function surveyQuestionFrom(text: string, index: number): SurveyQuestion {
  const match = /^(.+)（(?:(\d)—(\d)|文字)）$/.exec(text)
  if (!match) throw new Error(`not understood as a question: ${text}`)
  const [, question, from, to] = match
  const id = `s${index + 1}`
  if (from === undefined || to === undefined) return { id, type: 'text', text: question! }
  return { id, type: 'scale', text: question!, from: Number(from), to: Number(to) }
}
