import { redirect } from '@remix-run/node'
import type { output } from 'zod'
import type { Actor } from '~/domain/actor'
import { groupToMentor, type OpenGroup } from '~/domain/mentoring/groups.access.server'
import { postMessage } from '~/domain/mentoring/post.server'
import { deletePost, hidePost, restorePost } from '~/domain/mentoring/removals.server'
import { openTopic } from '~/domain/mentoring/topics.server'
import { redirectWith } from '~/http/flash.server'
import { found, refused } from '~/http/found.server'
import type { GroupForm } from './group.schema'
import { sayRefusal, type words } from './words'

type Values = output<typeof GroupForm>
type Asked = {
  actor: Actor
  group: OpenGroup
  topicId: string
  values: Values
  typed: Record<string, string>
  t: (typeof words)['zh-CN']
  /** This page, and the page of a topic of this group. */
  here: string
  topic(id: string): string
}

/** What a form of the group's page asks for, done; then back to the page, or the refusal at its form. */
export async function act(asked: Asked) {
  const { actor, group, topicId, values, t, here } = asked
  const { formKey, postId = '' } = values
  const no = (word: string) =>
    word === 'absent' ? found(null) : refused(sayRefusal(t, word), { typed: asked.typed })
  switch (values.intent) {
    case 'post': {
      const { text, replyToId } = values
      const done = await postMessage(actor, group, { topicId, clientId: formKey, text, replyToId })
      return done.refused ? no(done.refused) : redirect(`${here}#latest`)
    }
    case 'hide': {
      const guided = found(await groupToMentor(actor, group.id))
      const done = await hidePost(actor, guided, postId, values.reason)
      return done.refused
        ? no(done.refused)
        : redirectWith(here, { text: t.wasHidden, undo: undo(here, asked) })
    }
    case 'delete': {
      const done = await deletePost(actor, group, postId)
      return done.refused
        ? no(done.refused)
        : redirectWith(here, { text: t.wasDeleted, undo: undo(here, asked) })
    }
    case 'restore': {
      const done = await restorePost(actor, group, postId)
      return done.refused ? no(done.refused) : redirectWith(here, { text: t.wasRestored })
    }
    case 'open-topic': {
      const guided = found(await groupToMentor(actor, group.id))
      const { title, prompt } = values
      const done = await openTopic(actor, guided, { title, prompt, key: formKey })
      return done.refused ? no(done.refused) : redirectWith(asked.topic(done.topicId), { text: t.wasOpened })
    }
  }
}

function undo(action: string, { values: { formKey, postId = '' } }: Asked) {
  return { action, fields: { intent: 'restore', formKey, postId } }
}
