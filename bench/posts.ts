// Ours: postMessage, one after the other in one group: the group's lock, who may, the numbers, the line of the log,
// whom it goes to. The floor: the bare row by a prepared INSERT, each in a transaction of its own.
import { randomUUID } from 'node:crypto'
import { pool } from '~/db.server'
import { newId } from '~/domain/ids.server'
import { groupFor } from '~/domain/mentoring/groups.access.server'
import { postMessage } from '~/domain/mentoring/post.server'
import { discussionWorld, enough } from '../tests/support/discussion-world'
import { cloneDatabase } from '../tests/support/test-postgres'
import { type Case, inTurns, perSecond } from './measure'
import { withDatabase } from './world'

const POSTS = 200

export const posts: Case = {
  name: 'posts',
  unit: 'posts/s',
  aim: null,
  run: async (serverUrl) => withDatabase(await cloneDatabase(serverUrl), measure),
}

async function measure() {
  const world = await discussionWorld()
  // People at their devices are held to twenty posts a minute; a job is not.
  const author = { ...world.liNa.actor, through: 'job' as const }
  const group = (await groupFor(author, world.group.id))!
  // Numbers of the floor's own, far above those that are handed out.
  let number = 1_000_000
  return inTurns(9, {
    ours: () =>
      perSecond(POSTS, async () => {
        for (let post = 0; post < POSTS; post += 1) {
          const draft = { topicId: world.stream, clientId: randomUUID(), text: enough }
          const posted = await postMessage(author, group, draft)
          if (posted.refused) throw new Error(posted.refused)
        }
      }),
    floor: () =>
      perSecond(POSTS, async () => {
        for (let post = 0; post < POSTS; post += 1) {
          number += 1
          await pool.query({
            name: 'bare-post',
            text: `insert into "Post" (id, "groupId", "topicId", number, "eventNumber", "authorId", "enrolmentId",
                "clientId", text, "substantialCharacters", "occurredAt", "recordedAt")
              values ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9, $10, $10)`,
            values: [
              newId(),
              world.group.id,
              world.stream,
              number,
              author.person.id,
              world.liNa.enrolment.id,
              randomUUID(),
              enough,
              enough.length,
              author.at,
            ],
          })
        }
      }),
  })
}
