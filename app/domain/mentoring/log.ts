// A group's log as it travels: to a page that loads, to a page that listens, to a page that catches up. All three
// get the same, so that live and reload show the same.

/** A post as one reader may see it. `text` is null where it was taken away from them. */
export type ShownPost = {
  id: string
  topicId: string
  /** Dense within its topic. */
  number: number
  /** Its number in the group's log. */
  eventNumber: number
  authorId: string
  author: string
  byMentor: boolean
  /** What its author's device called it before the server had it. */
  clientId: string
  text: string | null
  replyTo: { number: number; author: string } | null
  at: string
  removed: Removed | null
}

/** `reason` is told to the author and to mentors alone. */
export type Removed = { kind: 'hidden' | 'deleted'; reason: string | null }

export type TopicKind = 'stream' | 'activity' | 'mentor'

export type ShownTopic = {
  id: string
  kind: TopicKind
  title: string
  prompt: string
  activityId: string | null
}

/** A line of the log. */
export type LogLine = { groupId: string; number: number; at: string } & (
  | { kind: 'post' | 'removal' | 'restored'; post: ShownPost }
  | { kind: 'topic'; topic: ShownTopic }
  | { kind: 'joined' | 'left'; person: { id: string; name: string } }
)

export type Reader = { personId: string; as: 'member' | 'former' | 'mentor' | 'manager' }

/**
 * Takes from a post what this reader may not see: the words of a removed post, but for its author, and of a hidden
 * one, but for those who guide; the reason, but for both.
 */
export function shownTo(reader: Reader, post: ShownPost): ShownPost {
  if (!post.removed) return post
  const own = post.authorId === reader.personId
  const guides = reader.as === 'mentor' || reader.as === 'manager'
  const reads = own || (guides && post.removed.kind === 'hidden')
  return {
    ...post,
    text: reads ? post.text : null,
    removed: { kind: post.removed.kind, reason: own || guides ? post.removed.reason : null },
  }
}
