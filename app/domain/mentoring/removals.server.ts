// A post's words stay as they were sent. That it is not shown is an entry, and so is that it is shown again.
//   shown → deleted    deletePost, by its author
//   shown → hidden     hidePost, by a mentor, with a reason that its author reads
//   deleted → shown    restorePost, by its author
//   hidden → shown     restorePost, by a mentor
import { type AfterCommit, inTransaction, type Tx } from '~/db.server'
import type { Actor } from '../actor'
import { audit } from '../audit/audit.server'
import { newId } from '../ids.server'
import { discussionOf, recordDiscussion } from './discussion-outcome.server'
import { lockGroup, nextNumber, standingIn, tellOfPost, writeLine } from './group-log.server'
import type { MentoredGroup, OpenGroup } from './groups.access.server'

const LONGEST_REASON = 500

/** Refuses 'absent' for a post that is not there (or a mentor no more), 'no-reason', 'too-long', 'already-removed'. */
export async function hidePost(actor: Actor, group: MentoredGroup, postId: string, reason: string) {
  const given = reason.trim()
  if (given === '') return { refused: 'no-reason' as const }
  if (given.length > LONGEST_REASON) return { refused: 'too-long' as const }
  return inTransaction(async (tx, afterCommit) => {
    const held = await hold(tx, actor, group, postId)
    if (held?.as !== 'mentor') return { refused: 'absent' as const }
    if (held.standing) return { refused: 'already-removed' as const }
    await remove(tx, afterCommit, actor, { held, kind: 'hidden', reason: given })
    await audit(tx, actor, {
      action: 'post.hidden',
      subjectKind: 'post',
      subjectId: postId,
      cohortId: group.cohortId,
      reason: given,
    })
    return { removed: 'hidden' as const }
  })
}

/** One's own post. Refuses 'absent' for anybody else's, 'moved' to who has left the group, 'already-removed'. */
export async function deletePost(actor: Actor, group: OpenGroup, postId: string) {
  return inTransaction(async (tx, afterCommit) => {
    const held = await hold(tx, actor, group, postId)
    if (!held || held.authorId !== actor.person?.id) return { refused: 'absent' as const }
    if (!held.as) return { refused: 'moved' as const }
    if (held.standing) return { refused: 'already-removed' as const }
    await remove(tx, afterCommit, actor, { held, kind: 'deleted', reason: '' })
    return { removed: 'deleted' as const }
  })
}

/** Refuses 'absent' for a post that is not theirs to give back, 'not-removed' for one that is shown. */
export async function restorePost(actor: Actor, group: OpenGroup, postId: string) {
  return inTransaction(async (tx, afterCommit) => {
    const held = await hold(tx, actor, group, postId)
    if (!held?.as) return { refused: 'absent' as const }
    const { standing } = held
    if (!standing) return { refused: 'not-removed' as const }
    const theirs = standing.kind === 'hidden' ? held.as === 'mentor' : held.authorId === actor.person?.id
    if (!theirs) return { refused: 'absent' as const }
    await write(tx, actor, { held, kind: 'restored', reason: '', undoesId: standing.id })
    await report(tx, actor, held, 'restored')
    await tell(tx, afterCommit, actor, held, 'restored')
    if (standing.kind === 'hidden') {
      await audit(tx, actor, {
        action: 'post.restored',
        subjectKind: 'post',
        subjectId: postId,
        cohortId: group.cohortId,
      })
    }
    return { restored: true as const }
  })
}

type Held = NonNullable<Awaited<ReturnType<typeof hold>>>

// Under the group's lock, so that two who hide at once make one entry.
async function hold(tx: Tx, actor: Actor, group: OpenGroup, postId: string) {
  const { person } = actor
  if (!person) return null
  await lockGroup(tx, group.id)
  const post = await tx.post.findFirst({
    where: { id: postId, groupId: group.id },
    select: {
      id: true,
      groupId: true,
      topicId: true,
      authorId: true,
      enrolmentId: true,
      topic: { select: { activityId: true } },
      removals: {
        where: { kind: { not: 'restored' }, undoneBy: null },
        orderBy: { recordedAt: 'desc' },
        take: 1,
        select: { id: true, kind: true },
      },
    },
  })
  if (!post) return null
  const standing = await standingIn(tx, { ...actor, person }, group.id)
  const { removals, topic, ...rest } = post
  return {
    ...rest,
    activityId: topic.activityId,
    standing: removals[0] ?? null,
    as: standing.refused ? null : standing.as,
  }
}

type Removal = { held: Held; kind: 'hidden' | 'deleted'; reason: string }

async function remove(tx: Tx, afterCommit: AfterCommit, actor: Actor, removal: Removal) {
  await write(tx, actor, { ...removal, undoesId: null })
  await report(tx, actor, removal.held, removal.kind)
  await tell(tx, afterCommit, actor, removal.held, 'removal')
}

async function write(
  tx: Tx,
  actor: Actor,
  entry: { held: Held; kind: 'hidden' | 'deleted' | 'restored'; reason: string; undoesId: string | null },
) {
  const { held, ...rest } = entry
  await tx.postRemoval.create({
    data: {
      ...rest,
      id: newId(),
      postId: held.id,
      byId: actor.person!.id,
      occurredAt: actor.at,
      recordedAt: actor.at,
    },
  })
}

async function report(tx: Tx, actor: Actor, held: Held, cause: 'hidden' | 'deleted' | 'restored') {
  const { enrolmentId, activityId } = held
  const discussed = enrolmentId && activityId && (await discussionOf(tx, actor, { enrolmentId, activityId }))
  if (discussed) await recordDiscussion(tx, actor, discussed, { cause })
}

async function tell(
  tx: Tx,
  afterCommit: AfterCommit,
  actor: Actor,
  held: Held,
  kind: 'removal' | 'restored',
) {
  const { id: postId, groupId, topicId } = held
  const number = await nextNumber(tx, groupId)
  await writeLine(tx, actor, groupId, number, { kind, topicId, postId })
  await tellOfPost(tx, afterCommit, { groupId, number, kind, postId, at: actor.at })
}
