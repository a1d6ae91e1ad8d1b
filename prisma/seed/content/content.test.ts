import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import caseAnswers from './case-answers.json'
import discussions from './discussions.json'
import farmersPeople from './farmers-people.json'
import farmers from './farmers-programme.json'
import guidesPeople from './guides-people.json'
import guides from './guides-programme.json'
import practiceNotes from './practice-notes.json'
import safety from './safety-programme.json'
import shortTalks from './short-talks.json'
import texts from './texts.json'

type Film = { slug: string; title: string; seconds: number; mp4: { bytes: number }; webm: { bytes: number } }
type Question = { type: string; stem: string; options?: string[]; answer: (number | string | boolean)[]; why: string }
type Activity = { kind: string; title: string; creditHours: number; film?: string; reading?: string; questions?: Question[] }
type Programme = { track: string; creditHours: { total: number }; modules: { title: string; activities: Activity[] }[] }

const here = import.meta.dirname
const filmFolders = [join(here, '../films'), join(here, '../../../tests/fixtures/films')]
const posts = discussions.flatMap(({ threads }) => threads.flatMap((thread) => [thread, ...thread.replies]))
const programmes: Programme[] = [farmers, safety, guides]

test('no two posts, notes, answers or comments of the demonstration are alike', () => {
  const notes = practiceNotes.flatMap(({ items }) => items.flatMap((item) => item.notes))
  const answers = caseAnswers.flatMap((study) => study.answers)
  const others = Object.values(texts).flat().map((text) => (typeof text === 'string' ? text : text.text))
  const short = shortTalks.flatMap(({ threads }) => threads.flatMap((one) => [one, ...one.replies]))
  const all = [...[...posts, ...short].map((post) => post.text), ...notes, ...answers, ...others]
  expect(all.filter((text, n) => all.indexOf(text) !== n)).toEqual([])
})

test('people talk about every topic, their mentors too, mostly in substantial posts', () => {
  expect(discussions.map(({ topic }) => topic)).toEqual([
    'daily-schedule',
    'village-materials',
    'three-questions',
    'stream',
  ])
  for (const { threads } of discussions) {
    const speakers = threads.flatMap((thread) => [thread, ...thread.replies]).map((post) => post.by)
    expect(speakers).toEqual(expect.arrayContaining(['trainee', 'mentor']))
  }
  expect(posts.length).toBeGreaterThanOrEqual(420)
  expect(posts.filter((post) => post.text.replace(/\s/g, '').length >= 30).length).toBeGreaterThanOrEqual(260)
})

test('each item of a practice has a dozen notes to choose from', () => {
  expect(practiceNotes).toHaveLength(5)
  for (const item of practiceNotes.flatMap(({ items }) => items)) {
    expect(item.notes.length).toBeGreaterThanOrEqual(12)
    expect(item.notes.every((note) => note.length >= 40 && note.length <= 250)).toBe(true)
  }
})

test('ten people answer each case study at the length that is asked for', () => {
  expect(caseAnswers).toHaveLength(2)
  for (const { answers } of caseAnswers) {
    expect(answers.length).toBeGreaterThanOrEqual(10)
    expect(answers.every((answer) => answer.replace(/\s/g, '').length >= 300)).toBe(true)
  }
})

test('mentors, managers and trainees have words for what they write', () => {
  expect(texts.assignments.length).toBeGreaterThanOrEqual(8)
  const comments = [...texts.practiceComments, ...texts.caseComments, ...texts.assignmentComments]
  expect(comments.length).toBeGreaterThanOrEqual(30)
  expect(texts.surveys.length).toBeGreaterThanOrEqual(15)
})

test('each smaller programme has four activities, and answers that point at an option', () => {
  for (const programme of programmes) {
    const activities = programme.modules.flatMap((module) => module.activities)
    expect(activities).toHaveLength(4)
    const hours = activities.reduce((sum, activity) => sum + activity.creditHours, 0)
    expect(hours).toBe(programme.creditHours.total)
    for (const question of activities.flatMap((activity) => activity.questions ?? [])) {
      if (!question.options) continue
      expect(question.answer.every((option) => Number(option) < (question.options?.length ?? 0))).toBe(true)
    }
  }
})

test('each film and reading that a programme names is there', () => {
  for (const activity of programmes.flatMap((programme) => programme.modules.flatMap((module) => module.activities))) {
    if (activity.film) expect(existsSync(join(here, '../films', `${activity.film}.mp4`))).toBe(true)
    if (activity.reading) expect(existsSync(join(here, 'readings', `${activity.reading}.md`))).toBe(true)
  }
})

test('farmers and guides carry identity numbers with valid check digits, and telephones of their own', () => {
  const people = [...farmersPeople, ...guidesPeople]
  expect([farmersPeople.length, guidesPeople.length]).toEqual([24, 60])
  for (const key of ['name', 'identityNumber', 'telephone'] as const) {
    expect(new Set(people.map((person) => person[key])).size).toBe(people.length)
  }
  for (const { identityNumber, sex, sentBy } of people) {
    expect(identityNumber.at(-1)).toBe(checkDigit(identityNumber))
    expect(Number(identityNumber[16]) % 2 === 1).toBe(sex === '男')
    expect(identityNumber.startsWith(sentBy)).toBe(true)
  }
})

test('a reading takes a while and not an evening', () => {
  for (const file of readdirSync(join(here, 'readings'))) {
    const length = readFileSync(join(here, 'readings', file), 'utf8').replace(/\s/g, '').length
    expect(length, file).toBeGreaterThanOrEqual(900)
    expect(length, file).toBeLessThanOrEqual(2000)
  }
})

test('films are as long as they say and small enough for a village', () => {
  for (const folder of filmFolders) {
    for (const film of JSON.parse(readFileSync(join(folder, 'films.json'), 'utf8')) as Film[]) {
      for (const kind of ['mp4', 'webm'] as const) {
        const { size } = statSync(join(folder, `${film.slug}.${kind}`))
        expect(size).toBe(film[kind].bytes)
        expect(size).toBeLessThan(2_000_000)
      }
      expect(mp4Seconds(readFileSync(join(folder, `${film.slug}.mp4`)))).toBe(film.seconds)
    }
  }
})

test('photos are light, and two of them say where and with what they were taken', async () => {
  const photos = readdirSync(join(here, 'photos')).map((file) => join(here, 'photos', file))
  expect(photos.every((photo) => statSync(photo).size < 40_000)).toBe(true)
  const kept = await Promise.all(photos.map(async (photo) => (await sharp(photo).metadata()).exif))
  expect(kept.filter((exif) => exif?.includes('HUAWEI'))).toHaveLength(2)
})

/** The movie header's duration; it has to come before the data, so that a phone can begin at once. */
function mp4Seconds(file: Buffer) {
  const header = file.indexOf('mvhd')
  expect(header).toBeLessThan(file.indexOf('mdat'))
  return file.readUInt32BE(header + 20) / file.readUInt32BE(header + 16)
}

/** GB 11643-1999, ISO 7064 MOD 11-2. */
function checkDigit(identityNumber: string) {
  const sum = [...identityNumber.slice(0, 17)].reduce((total, digit, n) => total + Number(digit) * (2 ** (17 - n) % 11), 0)
  return '10X98765432'[sum % 11]
}
