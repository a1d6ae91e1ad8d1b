// What groups have said. Every thread is written for its topic, each reply answers its post, and no group says anything
// twice. A group's talk is planned whole and said in the order of time, whatever topics it has.
import { addMinutes } from 'date-fns'
import { db } from '~/db.server'
import { newId } from '~/domain/ids.server'
import { groupFor, type OpenGroup } from '~/domain/mentoring/groups.access.server'
import { postMessage } from '~/domain/mentoring/post.server'
import { ownCharacters, SUBSTANTIAL_CHARACTERS } from '~/domain/mentoring/substantial'
import { between, chance, oneOf, shuffled } from './dice'
import { acting, inOneGo, must, on, type Someone, type Stage } from './stage'
import type { Thread } from './texts'

export type Speakers = {
  mentor: Someone
  /** Who writes the posts that count, and who says a word in between. */
  thorough: Someone[]
  brief: Someone[]
}

type Utterance = { topicId: string; by: Someone; at: Date; text: string; answers: Utterance | null }

/**
 * A group's talk in one topic from a week on, its threads in their order. Who says least speaks next, of longer posts
 * and of short ones apart, so that everybody comes to the posts that the activity asks for.
 */
export function planTalk(
  stage: Stage,
  speakers: Speakers,
  { topicId, week, weeks, threads }: { topicId: string; week: number; weeks: number; threads: Thread[] },
): Utterance[] {
  const turns = { thorough: shuffled(speakers.thorough), brief: shuffled(speakers.brief) }
  const taken = { thorough: 0, brief: 0 }
  // Nobody answers themselves, unless nobody else is there: neither who began the thread nor who spoke before.
  const next = (text: string, ...others: Someone[]) => {
    const kind = isLong(text) ? 'thorough' : 'brief'
    const turn = turns[kind]
    for (let tries = 0; tries < turn.length; tries += 1) {
      taken[kind] += 1
      const one = turn[taken[kind] % turn.length]!
      if (!others.includes(one)) return one
    }
    return turn[taken[kind] % turn.length]!
  }
  return threads.flatMap(({ replies, ...thread }, place) => {
    const number = Math.floor((place * weeks * 6) / threads.length)
    const any = { week: week + Math.floor(number / 6), day: 1 + (number % 6) }
    const on = thread.on ?? any
    let at = addMinutes(stage.at(on.week, on.day, '19:00'), between(0, 150))
    const by = thread.by === 'mentor' ? speakers.mentor : next(thread.text)
    const first: Utterance = { topicId, by, at, text: thread.text, answers: null }
    let before = by
    const answers = replies.map((reply): Utterance => {
      at = addMinutes(at, between(3, 40))
      const who =
        { mentor: speakers.mentor, asker: by, trainee: null }[reply.by] ?? next(reply.text, by, before)
      before = who
      return { topicId, by: who, at, text: reply.text, answers: first }
    })
    return [first, ...answers]
  })
}

/** Says all of it, in the order of time. */
export function sayAll(groupId: string, talk: Utterance[]) {
  const inOrder = [...talk].sort((a, b) => a.at.getTime() - b.at.getTime())
  return inOneGo(() => sayInOrder(groupId, inOrder))
}

async function sayInOrder(groupId: string, talk: Utterance[]) {
  const doors = new Map<string, OpenGroup>()
  const said = new Map<Utterance, string>()
  for (const one of talk) {
    const { by, at, answers, ...post } = one
    const actor = acting(by, at)
    await on(at, async () => {
      const group = doors.get(by.id) ?? (await groupFor(actor, groupId))!
      doors.set(by.id, group)
      const replyToId = answers && said.get(answers)!
      const posted = must(await postMessage(actor, group, { ...post, clientId: newId(), replyToId }))
      said.set(one, posted.post.id)
    })
  }
}

/** The topics of a group by the title of their activity; the stream under its kind. */
export async function topicsOfGroup(groupId: string) {
  const topics = await db.topic.findMany({
    where: { groupId },
    select: { id: true, kind: true, title: true },
  })
  return new Map(topics.map((one) => [one.kind === 'stream' ? 'stream' : one.title, one.id]))
}

/** Some of the threads, in the file's order, each with so many chances in a hundred. */
export function some(threads: Thread[], percent: number) {
  const kept = threads.filter(() => chance(percent))
  return kept.length ? kept : [oneOf(threads)]
}

/** As many threads, in the file's order, as hold so many substantial posts of trainees. */
export function holding(threads: Thread[], posts: number) {
  let held = 0
  return shuffled(threads)
    .filter((thread) => {
      if (held >= posts) return false
      held += [thread, ...thread.replies].filter(({ by, text }) => by !== 'mentor' && isLong(text)).length
      return true
    })
    .sort((one, other) => threads.indexOf(one) - threads.indexOf(other))
}

function isLong(text: string) {
  return ownCharacters(text) >= SUBSTANTIAL_CHARACTERS
}
