// What a group's page asks over its socket. An adapter: each event parses its words, finds the group through the
// actor, and calls the domain. What is kept here (which page looks at which group, how often it asked) can be lost.
import type { z } from 'zod'
import { db } from '~/db.server'
import { peopleOf } from '~/domain/mentoring/group-log.server'
import { groupFor, type OpenGroup } from '~/domain/mentoring/groups.access.server'
import { since } from '~/domain/mentoring/log.queries.server'
import { postMessage } from '~/domain/mentoring/post.server'
import { markRead } from '~/domain/mentoring/read-marks.server'
import { readableUpTo } from '~/domain/mentoring/reading'
import { presentAmong, publish } from '~/domain/publish.server'
import type { Connection, SignedInActor, SocketHandler, SocketRegistry } from '~/domain/socket-events'
import { CatchUpMessage, JoinMessage, PostMessage, ReadMessage, TypingMessage } from './messages.schema'

type Page = { groupId: string | null; allowance: number; filledAt: number; typedAt: number }

const BURST = 40
const A_SECOND = 4
const TYPING_EVERY = 1_500

const pages = new Map<string, Page>()

function pageOf(connection: Connection): Page {
  const page = pages.get(connection.id) ?? { groupId: null, allowance: BURST, filledAt: 0, typedAt: 0 }
  pages.set(connection.id, page)
  return page
}

/** One page asks forty times at once, or four times a second, and not more; what is refused costs nothing. */
function allowed(page: Page, at: Date) {
  const now = at.getTime()
  const filled = Math.min(BURST, page.allowance + Math.max(0, ((now - page.filledAt) / 1000) * A_SECOND))
  page.filledAt = now
  page.allowance = filled < 1 ? filled : filled - 1
  return filled >= 1
}

type Asked<M> = { actor: SignedInActor; group: OpenGroup; message: M; page: Page; connection: Connection }

/** Refuses 'unreadable' words, 'too-fast' askers, and 'absent' for a group that is not theirs. */
function about<M extends { groupId: string }>(
  schema: z.ZodType<M>,
  answer: (asked: Asked<M>) => Promise<unknown>,
): SocketHandler {
  return async (actor, input, connection) => {
    const page = pageOf(connection)
    if (!allowed(page, actor.at)) return { refused: 'too-fast' }
    const parsed = schema.safeParse(input)
    if (!parsed.success) return { refused: 'unreadable' }
    const message = parsed.data
    const group = await groupFor(actor, message.groupId)
    if (!group) return { refused: 'absent' }
    return answer({ actor, group, message, page, connection })
  }
}

const join = about(JoinMessage, async ({ actor, group, page }) => {
  page.groupId = group.id
  if (!takesPart(group)) return { upTo: upToOf(group), here: [] }
  await tellPresence(actor, group.id, true)
  return { upTo: upToOf(group), here: await hereIn(actor, group.id) }
})

const post = about(PostMessage, async ({ actor, group, message, page }) => {
  page.typedAt = 0
  const { groupId: _, claimedAt, ...draft } = message
  return postMessage(actor, group, { ...draft, claimedAt: claimedAt ? new Date(claimedAt) : null })
})

const catchUp = about(CatchUpMessage, ({ group, message }) => since(group, message.number))

const typing = about(TypingMessage, async ({ actor, group, message, page }) => {
  if (!takesPart(group)) return { refused: 'absent' }
  const now = actor.at.getTime()
  if (Math.abs(now - page.typedAt) < TYPING_EVERY) return { told: false }
  page.typedAt = now
  const topic = await db.topic.count({ where: { id: message.topicId, groupId: group.id } })
  if (topic === 0) return { refused: 'absent' }
  const { person } = actor
  const to = await othersIn(actor, group.id)
  const { topicId } = message
  publish({
    type: 'typing',
    to,
    data: { groupId: group.id, topicId, personId: person.id, name: person.name },
  })
  return { told: true }
})

const read = about(ReadMessage, ({ actor, group, message }) =>
  markRead(actor, group, message.topicId, message.number),
)

/** Whether others see them come and go. A manager who looks in, and who has left, are not of the group. */
function takesPart(group: OpenGroup) {
  return group.as === 'member' || group.as === 'mentor'
}

function upToOf(group: OpenGroup) {
  return readableUpTo(group.reads, group.lastNumber)
}

async function othersIn(actor: SignedInActor, groupId: string) {
  const people = await peopleOf(db, groupId, actor.at)
  return people.map((one) => one.personId).filter((id) => id !== actor.person.id)
}

async function hereIn(actor: SignedInActor, groupId: string) {
  const people = await peopleOf(db, groupId, actor.at)
  return presentAmong(people.map((one) => one.personId))
}

async function tellPresence(actor: SignedInActor, groupId: string, here: boolean) {
  const to = await othersIn(actor, groupId)
  publish({ type: 'presence', to, data: { groupId, personId: actor.person.id, here } })
}

async function closed(actor: SignedInActor, connection: Connection) {
  const page = pages.get(connection.id)
  pages.delete(connection.id)
  if (!page?.groupId) return
  const group = await groupFor(actor, page.groupId)
  if (!group || !takesPart(group)) return
  const [still] = await presentAmong([actor.person.id])
  if (!still) await tellPresence(actor, group.id, false)
}

// How a page learns what it missed: the number of its group's log, and who is here by now.
async function beat(actor: SignedInActor, connection: Connection) {
  const page = pages.get(connection.id)
  if (!page?.groupId) return null
  const group = await groupFor(actor, page.groupId)
  if (!group) return { groupId: page.groupId, gone: true }
  const here = takesPart(group) ? await hereIn(actor, group.id) : []
  return { groupId: group.id, as: group.as, upTo: upToOf(group), here }
}

export const groupSockets: SocketRegistry = {
  events: { join, post, 'catch-up': catchUp, typing, read },
  closed,
  beat,
}
