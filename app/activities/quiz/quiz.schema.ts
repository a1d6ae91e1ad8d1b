import { z } from 'zod'
import type { Question } from './questions'
import type { QuizConfig } from './quiz'

const common = { id: z.string().min(1), stem: z.string().trim().min(1), why: z.string() }
const options = z.array(z.string().trim().min(1)).min(2).max(12)

const QuestionSchema: z.ZodType<Question> = z
  .discriminatedUnion('type', [
    z.strictObject({ ...common, type: z.literal('single'), options, answer: z.int().nonnegative() }),
    z.strictObject({ ...common, type: z.literal('multiple'), options, answer: z.array(z.int()).min(1) }),
    z.strictObject({ ...common, type: z.literal('truefalse'), answer: z.boolean() }),
    z.strictObject({
      ...common,
      type: z.literal('blank'),
      answers: z.array(z.string().trim().min(1)).min(1),
    }),
    z.strictObject({ ...common, type: z.literal('order'), options, answer: z.array(z.int()) }),
  ])
  .refine(answersAreOptions, 'an answer names an option that does not exist')

export const QuizConfigSchema: z.ZodType<QuizConfig> = z
  .strictObject({
    questions: z.array(QuestionSchema).min(1),
    drawn: z.int().positive(),
    attempts: z.int().positive().max(99),
    passMark: z.number().min(0).max(100),
    minutes: z.number().positive().max(600).nullable(),
    shuffle: z.boolean(),
  })
  .refine((quiz) => quiz.drawn <= quiz.questions.length, 'draws more questions than there are')
  .refine(
    (quiz) => new Set(quiz.questions.map((one) => one.id)).size === quiz.questions.length,
    'two questions have the same id',
  )

function answersAreOptions(question: Question): boolean {
  if (question.type === 'truefalse' || question.type === 'blank') return true
  const chosen = question.type === 'single' ? [question.answer] : question.answer
  const inRange = chosen.every((number) => number >= 0 && number < question.options.length)
  const once = new Set(chosen).size === chosen.length
  return inRange && once && (question.type !== 'order' || chosen.length === question.options.length)
}
