import { db } from '~/db.server'
import type { TraineeActivity } from '~/domain/learning/learning.access.server'
import { substantialPostsOf } from '~/domain/mentoring/topics.queries.server'
import type { ServerFace } from '../kind.server'

// Posting is the group's: app/domain/mentoring/post.server.ts, which reports the outcome itself.
export const discussionServer: ServerFace<'discussion'> = {
  kind: 'discussion',
  work: async ({ enrolmentId, activity }) => ({
    substantialPosts: await substantialPostsOf(enrolmentId, activity.id),
  }),
}

/** The topic of a discussion in the trainee's group; null for who is in no group yet. */
export async function topicFor({ groupId, activity }: TraineeActivity<'discussion'>) {
  if (!groupId) return null
  const where = { groupId_activityId: { groupId, activityId: activity.id } }
  const topic = await db.topic.findUnique({ where, select: { id: true, lastNumber: true } })
  return topic && { id: topic.id, posts: topic.lastNumber }
}
