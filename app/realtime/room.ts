// What a page knows of a group: what its loader gave, and what came since. Lines may come twice, late, or with gaps
// between them; by their numbers the page is the same as if it had just been loaded.
// Invariants:
// 1. Up to `upTo` nothing is missing. A line further on is shown, and what lies between is asked for.
// 2. Of two versions of a post that of the higher line wins, whichever came first.
// 3. What is shown has no beginning but `from`: a line about a post of an earlier page waits until that page is read.
import type { LogLine, ShownPost, ShownTopic } from '~/domain/mentoring/log'

export type Room = {
  groupId: string
  topicId: string
  upTo: number
  /** The number in the topic of the first post that is shown. */
  from: number
  /** By their number in the topic. */
  posts: ReadonlyMap<number, Kept>
  /** Lines beyond `upTo`. */
  ahead: ReadonlySet<number>
  topics: readonly ShownTopic[]
}

type Kept = { post: ShownPost; line: number }

export type Loaded = { groupId: string; topicId: string; upTo: number; posts: readonly ShownPost[] }

/** `upTo` was read before the posts were, so each is at least of that line. */
export function roomOf({ posts, ...loaded }: Loaded): Room {
  const kept = posts.map((post): [number, Kept] => [post.number, { post, line: loaded.upTo }])
  return { ...loaded, from: posts[0]?.number ?? 0, posts: new Map(kept), ahead: new Set(), topics: [] }
}

/**
 * What a page that was loaded anew knows besides: posts of other pages of the topic stay. Of those, and of what was
 * said between them and this page, it says nothing: that is still missing, and asked for like any other gap.
 */
export function reloaded(room: Room, loaded: Loaded): Room {
  if (room.groupId !== loaded.groupId || room.topicId !== loaded.topicId) return roomOf(loaded)
  const from = loaded.posts[0]?.number ?? 0
  const covers = [...room.posts.keys()].every((number) => number >= from)
  const next = { ...withEarlier(room, loaded), from: room.from }
  return covers && loaded.upTo >= room.upTo ? advanced({ ...next, from, upTo: loaded.upTo }) : next
}

/** Posts of an earlier page of the topic. They say nothing of what came after them. */
export function withEarlier(room: Room, { posts: some, upTo }: Pick<Loaded, 'posts' | 'upTo'>): Room {
  const posts = new Map(room.posts)
  for (const post of some) keep(posts, post, upTo)
  return { ...room, posts, from: Math.min(room.from, some[0]?.number ?? room.from) }
}

export function withLine(room: Room, line: LogLine): Room {
  if (line.groupId !== room.groupId) return room
  const posts = new Map(room.posts)
  let { topics } = room
  if ('post' in line && line.post.topicId === room.topicId) keep(posts, line.post, line.number)
  if (line.kind === 'topic' && !topics.some((one) => one.id === line.topic.id))
    topics = [...topics, line.topic]
  const ahead = line.number > room.upTo ? new Set(room.ahead).add(line.number) : room.ahead
  return advanced({ ...room, posts, topics, ahead })
}

/** What catching up brought: nothing is missing up to `upTo` now. */
export function caughtUp(room: Room, lines: readonly LogLine[], upTo: number): Room {
  const next = lines.reduce(withLine, room)
  return advanced({ ...next, upTo: Math.max(next.upTo, upTo) })
}

/** Whether something lies between what the page has, or before what the server has. */
export function misses(room: Room, upTo = 0): boolean {
  return room.ahead.size > 0 || upTo > room.upTo
}

export function postsOf(room: Room): ShownPost[] {
  const posts = [...room.posts.values()].map((one) => one.post)
  return posts.filter((post) => post.number >= room.from).sort((a, b) => a.number - b.number)
}

function keep(posts: Map<number, Kept>, post: ShownPost, line: number) {
  const known = posts.get(post.number)
  if (!known || known.line <= line) posts.set(post.number, { post, line })
}

function advanced(room: Room): Room {
  let { upTo } = room
  while (room.ahead.has(upTo + 1)) upTo += 1
  return { ...room, upTo, ahead: new Set([...room.ahead].filter((number) => number > upTo)) }
}
