// The log of a group is written under the lock of its row, by whoever writes it.
// Invariants:
// 1. Numbers of a log are dense, and come into view in their order: the lock is held until the commit.
// 2. Whom a line is told to is read under that lock, so that nobody who left before it is among them.
import { Prisma } from '#generated/client/client'
import type { AfterCommit, Tx } from '~/db.server'
import type { Actor } from '../actor'
import { publish } from '../publish.server'
import { audienceOf, type GroupPerson } from './audience'
import { type LogLine, type ShownPost, shownTo } from './log'
import { postsBy } from './posts.server'

// What each transaction holds already, to its end.
const held = new WeakMap<Tx, Set<string>>()

/** Holds a group's row until the end of the transaction; what it holds already is not asked for again. */
export async function lockGroup(tx: Tx, groupId: string) {
  const known = held.get(tx) ?? new Set()
  if (known.has(groupId)) return
  held.set(tx, known.add(groupId))
  await tx.$queryRaw`select id from "MentorGroup" where id = ${groupId}::uuid for update`
}

/** Who hears of what happens in a group from now on; called under its lock. */
export function peopleOf(tx: Tx, groupId: string, at: Date): Promise<GroupPerson[]> {
  return tx.$queryRaw<GroupPerson[]>(peopleRows(groupId, at))
}

/** The rows of `peopleOf`, for a statement that asks more. */
export function peopleRows(groupId: string, at: Date) {
  return Prisma.sql`
    select e."personId", 'member' as as, json_agg(json_build_object('after', o."readsAfter", 'upTo', o."readsUpTo")) as reads
    from "GroupMembership" m
    join "Enrolment" e on e.id = m."enrolmentId"
    join "GroupMembership" o on o."enrolmentId" = e.id and o."groupId" = m."groupId"
    where m."groupId" = ${groupId}::uuid and m.until is null
    group by e."personId"
    union all
    select a."personId", 'mentor', json_build_array(json_build_object('after', 0, 'upTo', null))
    from "MentorAssignment" a
    where a."groupId" = ${groupId}::uuid and a."from" <= ${at} and (a.until is null or a.until > ${at})`
}

export type Standing = { enrolmentId: string | null; as: 'member' | 'mentor' }

/** The columns that `standingFrom` reads; in a statement under the group's lock they are the truth until the commit. */
export function standingColumns(actor: Actor & { person: { id: string } }, groupId: string) {
  return Prisma.sql`(select e.id from "GroupMembership" m join "Enrolment" e on e.id = m."enrolmentId"
      where m."groupId" = ${groupId}::uuid and m.until is null and e."personId" = ${actor.person.id}::uuid) as "enrolmentId",
    exists(select 1 from "MentorAssignment" a where a."groupId" = ${groupId}::uuid
      and a."personId" = ${actor.person.id}::uuid and a."from" <= ${actor.at}
      and (a.until is null or a.until > ${actor.at})) as mentor,
    exists(select 1 from "GroupMembership" m join "Enrolment" e on e.id = m."enrolmentId"
      where m."groupId" = ${groupId}::uuid and e."personId" = ${actor.person.id}::uuid) as was`
}

export type StandingRow = { enrolmentId: string | null; mentor: boolean; was: boolean }

/** As what a person may write in a group: 'moved' for who was a member, 'absent' for everybody else. */
export function standingFrom(
  row: StandingRow | undefined,
): (Standing & { refused: null }) | { refused: 'moved' | 'absent' } {
  if (row?.enrolmentId) return { refused: null, enrolmentId: row.enrolmentId, as: 'member' }
  if (row?.mentor) return { refused: null, enrolmentId: null, as: 'mentor' }
  return { refused: row?.was ? 'moved' : 'absent' }
}

/** The same, asked at this moment; called under the group's lock. */
export async function standingIn(tx: Tx, actor: Actor & { person: { id: string } }, groupId: string) {
  const [row] = await tx.$queryRaw<StandingRow[]>`select ${standingColumns(actor, groupId)}`
  return standingFrom(row)
}

type Line = { kind: 'topic' | 'removal' | 'restored'; topicId: string; postId?: string }

/** Hands out the next number of a group's log and writes its line. */
export async function nextNumber(tx: Tx, groupId: string) {
  const { lastNumber } = await tx.mentorGroup.update({
    where: { id: groupId },
    data: { lastNumber: { increment: 1 } },
    select: { lastNumber: true },
  })
  return lastNumber
}

export async function writeLine(tx: Tx, actor: Actor, groupId: string, number: number, line: Line) {
  await tx.groupEvent.create({
    data: {
      groupId,
      number,
      kind: line.kind,
      topicId: line.topicId,
      postId: line.postId ?? null,
      personId: actor.person?.id ?? null,
      occurredAt: actor.at,
      recordedAt: actor.at,
    },
  })
}

type Coming = {
  groupId: string
  number: number
  kind: 'joined' | 'left'
  person: { id: string; name: string }
  at: Date
}

/** Writes that somebody came or went, after it was so, and tells those who are in the group now. */
export async function writeComing(tx: Tx, afterCommit: AfterCommit, actor: Actor, coming: Coming) {
  const { groupId, number, kind, person, at } = coming
  await tx.groupEvent.create({
    data: { groupId, number, kind, personId: person.id, occurredAt: at, recordedAt: actor.at },
  })
  const to = audienceOf({ number }, await peopleOf(tx, groupId, actor.at))
  const line: LogLine = { groupId, number, at: at.toISOString(), kind, person }
  afterCommit(() => publish({ type: 'line', to, data: line }))
}

/** Tells the pages of who is in the group no more, and the others that they are not here. */
export async function tellGone(
  tx: Tx,
  afterCommit: AfterCommit,
  actor: Actor,
  groupId: string,
  personId: string,
) {
  const people = await peopleOf(tx, groupId, actor.at)
  const others = people.map((one) => one.personId).filter((id) => id !== personId)
  afterCommit(() => {
    publish({ type: 'gone', to: [personId], data: { groupId } })
    publish({ type: 'presence', to: others, data: { groupId, personId, here: false } })
  })
}

type PostLine = { groupId: string; number: number; kind: 'post' | 'removal' | 'restored'; at: Date }

/** Tells a line about a post that is there already, once it is committed. */
export async function tellOfPost(
  tx: Tx,
  afterCommit: AfterCommit,
  { postId, ...line }: PostLine & { postId: string },
) {
  const people = await peopleOf(tx, line.groupId, line.at)
  const [post] = await postsBy(tx, Prisma.sql`p.id = ${postId}::uuid`)
  if (!post) throw new Error(`No post ${postId}`)
  tellPeople(afterCommit, line, post, people)
}

/** Tells a line about a post to those of a group who may read it, to each what they may see of it. */
export function tellPeople(
  afterCommit: AfterCommit,
  { groupId, number, kind, at }: PostLine,
  post: ShownPost,
  people: readonly GroupPerson[],
) {
  const to = audienceOf({ number, postNumber: post.eventNumber }, people)
  const mentors = new Set(people.filter((one) => one.as === 'mentor').map((one) => one.personId))
  for (const [shown, readers] of alike(to, (personId) =>
    shownTo({ personId, as: mentors.has(personId) ? 'mentor' : 'member' }, post),
  )) {
    const line: LogLine = { groupId, number, at: at.toISOString(), kind, post: shown }
    afterCommit(() => publish({ type: 'line', to: readers, data: line }))
  }
}

/** Tells a line that is the same for all. */
export async function tellOfTopic(
  tx: Tx,
  afterCommit: AfterCommit,
  line: LogLine & { kind: 'topic' },
  at: Date,
) {
  const to = audienceOf({ number: line.number }, await peopleOf(tx, line.groupId, at))
  afterCommit(() => publish({ type: 'line', to, data: line }))
}

function alike<T>(people: readonly string[], shownAs: (personId: string) => T): [T, string[]][] {
  const groups = new Map<string, [T, string[]]>()
  for (const id of people) {
    const shown = shownAs(id)
    const key = JSON.stringify(shown)
    const group = groups.get(key) ?? [shown, []]
    group[1].push(id)
    groups.set(key, group)
  }
  return [...groups.values()]
}
