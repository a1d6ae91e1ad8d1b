// What people of the demonstration write.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const content = join('prisma', 'seed', 'content')

/** `asker` is whoever began the thread. */
export type Said = { by: 'trainee' | 'mentor' | 'asker'; text: string }

/** `on` is the day of the cohort that a thread speaks of; the others come on any. */
export type Thread = Said & { on?: { week: number; day: number }; replies: Said[] }

/** The threads of each topic, by the topic's name in the file. */
export type Talk = ReadonlyMap<string, Thread[]>

export type Texts = {
  /** Of each item, by the title of the practice. */
  notes: ReadonlyMap<string, string[][]>
  /** Analyses by the title of the case study. */
  cases: ReadonlyMap<string, string[]>
  practiceComments: string[]
  caseComments: string[]
  withdrawals: string[]
}

export async function readTexts(): Promise<Texts> {
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
    withdrawals: texts.withdrawals,
  }
}

export async function readTalk(): Promise<Talk> {
  const topics: { topic: string; threads: Thread[] }[] = [
    ...(await json('discussions.json')),
    ...(await json('short-talks.json')),
  ]
  return new Map(topics.map(({ topic, threads }) => [topic, threads]))
}

export function photoOf(name: string) {
  return readFile(join(content, 'photos', name))
}

async function json(file: string) {
  return JSON.parse(await readFile(join(content, file), 'utf8'))
}
