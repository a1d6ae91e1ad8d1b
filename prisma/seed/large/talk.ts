// What is said in the groups: a few posts in each, and in one of them a hundred thousand. A post and its line of the
// group's log are written together, both numbered without gaps.
import { db } from '~/db.server'
import { newAnonymousId } from '~/domain/ids.server'
import { ownCharacters } from '~/domain/mentoring/substantial'
import { between, chance, oneOf } from '../dice'
import { idAt, type Weeks } from './calendar'
import type { Cohort } from './cohorts'
import { copyInto, type Row } from './copy'
import type { Group } from './groups'
import { postParts } from './sayings'

const CHUNK = 20_000

const A_FEW = 8

/** A few posts in each group of a cohort, by those who stayed, and so many more in the `long` one. */
export async function layTalk(cohort: Cohort, long: Group | null, many: number) {
  const groups = await db.mentorGroup.findMany({ where: { cohortId: cohort.cohort.id } })
  const before = new Map(groups.map(({ id, lastNumber }) => [id, lastNumber]))
  await copyTalk(
    cohort.groups.map((group) => ({
      group,
      ...speakersOf(cohort, group),
      before: before.get(group.id)!,
      weeks: cohort.weeks,
      count: group === long ? many : A_FEW,
    })),
  )
}

type Speaker = { id: string; enrolmentId: string | null }
type Talk = {
  group: Group
  members: Speaker[]
  mentor: Speaker
  weeks: Weeks
  count: number
  /** The last number of the group's log so far. */
  before: number
}

function speakersOf(cohort: Cohort, group: Group) {
  const there = cohort.learners.filter((one) => one.group === group && ['whole', 'half'].includes(one.pace))
  return {
    members: there.map(({ person, enrolmentId }): Speaker => ({ id: person.id, enrolmentId })),
    mentor: { id: group.mentor.id, enrolmentId: null },
  }
}

async function copyTalk(talks: Talk[]) {
  let posts: Row[] = []
  let lines: Row[] = []
  const leave = async () => {
    await copyInto('Post', posts)
    await copyInto('GroupEvent', lines)
    posts = []
    lines = []
  }
  for (const talk of talks) {
    for (const { post, line } of said(talk)) {
      posts.push(post)
      lines.push(line)
      if (posts.length === CHUNK) await leave()
    }
  }
  await leave()
  await numberOn(talks)
}

/** From seven in the morning to eleven at night of each day of the seven weeks in which people talk. */
function* said({ group, members, mentor, weeks, count, before }: Talk) {
  const days = 49
  const recent: string[] = []
  for (let number = 1; number <= count; number += 1) {
    const share = ((number - 1) * days) / count
    const minutes = 7 * 60 + (share % 1) * 16 * 60
    const at = weeks.at(1, 2 + Math.floor(share), minutes)
    const guided = number % 12 === 0
    const author = guided ? mentor : oneOf(members)
    const id = idAt(at)
    const text = guided
      ? oneOf(postParts.mentor)
      : `${oneOf(postParts.happened)}${oneOf(postParts.tried)}${oneOf(postParts.followed)}`
    const stamp = { occurredAt: at, recordedAt: at }
    yield {
      post: {
        id,
        groupId: group.id,
        topicId: group.topicId,
        number,
        eventNumber: before + number,
        authorId: author.id,
        enrolmentId: author.enrolmentId,
        clientId: newAnonymousId(),
        text,
        replyToId: recent.length && chance(25) ? recent[between(0, recent.length - 1)]! : null,
        substantialCharacters: ownCharacters(text),
        ...stamp,
      },
      line: {
        groupId: group.id,
        number: before + number,
        kind: 'post',
        topicId: group.topicId,
        postId: id,
        personId: author.id,
        ...stamp,
      },
    }
    recent.push(id)
    if (recent.length > 12) recent.shift()
  }
}

async function numberOn(talks: Talk[]) {
  const topics = talks.map(({ group }) => group.topicId)
  const counts = talks.map(({ count }) => count)
  await db.$executeRaw`update "Topic" t set "lastNumber" = x.count
    from unnest(${topics}::uuid[], ${counts}::int[]) as x(id, count) where t.id = x.id`
  await db.$executeRaw`update "MentorGroup" g set "lastNumber" = g."lastNumber" + x.count
    from unnest(${talks.map(({ group }) => group.id)}::uuid[], ${counts}::int[]) as x(id, count) where g.id = x.id`
}
