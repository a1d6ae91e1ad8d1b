// What the groups of the Daming cohort have said. Every thread is written for its topic, each reply answers its post,
// and no group says anything twice.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { addMinutes } from 'date-fns'
import { db } from '~/db.server'
import { newId } from '~/domain/ids.server'
import { groupFor } from '~/domain/mentoring/groups.access.server'
import { postMessage } from '~/domain/mentoring/post.server'
import { ownCharacters, SUBSTANTIAL_CHARACTERS } from '~/domain/mentoring/substantial'
import { between, chance, oneOf, shuffled } from './dice'
import type { Learner } from './learners'
import { acting, on, type Someone, type Stage } from './stage'

type Said = { by: 'trainee' | 'mentor'; text: string }
export type Thread = Said & { replies: Said[] }
export type Talk = Map<string, Thread[]>

/** The threads of each topic, by the topic's name in the file. */
export async function readTalk(): Promise<Talk> {
  const file = await readFile(join('prisma', 'seed', 'content', 'discussions.json'), 'utf8')
  return new Map(
    JSON.parse(file).map((one: { topic: string; threads: Thread[] }) => [one.topic, one.threads]),
  )
}

export type Talking = {
  stage: Stage
  groupId: string
  mentor: Someone
  members: Learner[]
}

/**
 * A group's talk in one topic from a week on, its threads in their order. Who says least speaks next, of longer posts
 * and of short ones apart, so that everybody comes to the posts that the activity asks for.
 */
export async function talk(
  { stage, groupId, mentor, members }: Talking,
  topicId: string,
  { week, weeks, threads }: { week: number; weeks: number; threads: Thread[] },
) {
  const turns = shuffled(members.filter((one) => one.profile !== 'silent'))
  const taken = { short: 0, substantial: 0 }
  const next = (text: string) => {
    const kind = isLong(text) ? 'substantial' : 'short'
    taken[kind] += 1
    return turns[taken[kind] % turns.length]!.person
  }
  for (const [place, thread] of threads.entries()) {
    const day = Math.floor((place * weeks * 6) / threads.length)
    let at = addMinutes(stage.at(week + Math.floor(day / 6), 1 + (day % 6), '19:00'), between(0, 150))
    const first = thread.by === 'mentor' ? mentor : next(thread.text)
    const replyToId = await say({ groupId, topicId, by: first, at, text: thread.text, replyToId: null })
    for (const reply of thread.replies) {
      at = addMinutes(at, between(3, 40))
      const by = reply.by === 'mentor' ? mentor : next(reply.text)
      await say({ groupId, topicId, by, at, text: reply.text, replyToId })
    }
  }
}

type Saying = {
  groupId: string
  topicId: string
  by: Someone
  at: Date
  text: string
  replyToId: string | null
}

async function say({ groupId, topicId, by, at, text, replyToId }: Saying) {
  return on(at, async () => {
    const actor = acting(by, at)
    const group = await groupFor(actor, groupId)
    if (!group) return null
    const posted = await postMessage(actor, group, { topicId, clientId: newId(), text, replyToId })
    return posted.refused ? null : posted.post.id
  })
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
      held += [thread, ...thread.replies].filter(({ by, text }) => by === 'trainee' && isLong(text)).length
      return true
    })
    .sort((one, other) => threads.indexOf(one) - threads.indexOf(other))
}

function isLong(text: string) {
  return ownCharacters(text) >= SUBSTANTIAL_CHARACTERS
}
