import { discussion } from '~/activities/discussion/discussion'
import type { Actor } from '~/domain/actor'
import { studyFor } from '~/domain/learning/learning.access.server'
import { activityOpening, releaseFactsOf, type Study } from '~/domain/learning/study'
import { groupFor, groupsOfEnrolment, type OpenGroup } from '~/domain/mentoring/groups.access.server'
import { type ListedTopic, topicsOf } from '~/domain/mentoring/topics.queries.server'
import { found } from '~/http/found.server'
import { parseId } from '~/http/ids.server'

type Params = { enrolmentId?: string; groupId?: string; topicId?: string }

export type Place = {
  group: OpenGroup | null
  /** Null for who comes as a mentor or a manager. */
  study: Study | null
  others: { id: string; name: string }[]
}

/** The group that an address leads to: by one's own enrolment, or by the group itself for those who guide it. */
export async function placeFor(actor: Actor, params: Params, left: string | null): Promise<Place> {
  if (params.groupId) {
    const group = found(await groupFor(actor, parseId(params.groupId)))
    return {
      group: found(group.as === 'mentor' || group.as === 'manager' ? group : null),
      study: null,
      others: [],
    }
  }
  const enrolmentId = parseId(params.enrolmentId)
  const groups = found(await groupsOfEnrolment(actor, enrolmentId))
  const study = found(await studyFor(actor, enrolmentId))
  const chosen = left === null ? groups[0] : found(groups.find((one) => one.id === left))
  if (!chosen) return { group: null, study, others: [] }
  const others = groups.filter((one) => one.id !== chosen.id).map(({ id, name }) => ({ id, name }))
  return { group: found(await groupFor(actor, chosen.id)), study, others }
}

/**
 * The group, of those that somebody has left, that has this topic. A page that lay open on it while they were moved
 * asks for it again, and is led there.
 */
export async function formerGroupWith(actor: Actor, former: Place['others'], topicId: string) {
  for (const { id } of former) {
    const group = await groupFor(actor, id)
    if (group && (await topicsOf(group)).some((topic) => topic.id === topicId)) return id
  }
  return null
}

/** Of a topic's activity: whether it has opened for this trainee, and how many posts it still asks for. */
export function standingOf(study: Study | null, topic: Pick<ListedTopic, 'activityId'>, at: Date) {
  const activity = topic.activityId ? study?.curriculum.activities.get(topic.activityId) : undefined
  if (!study || activity?.kind !== 'discussion') return { open: true, left: null }
  const { open } = activityOpening(study, activity, releaseFactsOf(study, at))
  const work = { substantialPosts: study.posts.get(activity.id) ?? 0 }
  return { open, left: discussion.progress(activity.config, work).missing?.posts ?? 0 }
}
