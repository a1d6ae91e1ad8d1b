// Who may ask what over a socket. Everybody else hears 'absent', as for a group that does not exist.
import { randomUUID } from 'node:crypto'
import type { Ids, Who } from './world'

type EventLine = { may: readonly Who[]; message: (ids: Ids) => Record<string, unknown> }

const talkers: Who[] = ['trainee', 'group mate', 'mentor']
const readers: Who[] = [...talkers, 'manager', 'administrator with a reason']

export const events: Record<string, EventLine> = {
  join: { may: readers, message: ({ group: groupId }) => ({ groupId }) },
  post: {
    may: talkers,
    message: ({ group: groupId, topic: topicId }) => ({
      groupId,
      topicId,
      clientId: randomUUID(),
      text: '收到',
    }),
  },
  'catch-up': { may: readers, message: ({ group: groupId }) => ({ groupId, number: 0 }) },
  typing: { may: talkers, message: ({ group: groupId, topic: topicId }) => ({ groupId, topicId }) },
  read: {
    may: readers,
    message: ({ group: groupId, topic: topicId }) => ({ groupId, topicId, number: 1 }),
  },
}
