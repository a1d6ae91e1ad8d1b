import { inTransaction } from '~/db.server'
import type { Actor } from '../actor'
import { newId } from '../ids.server'
import { lockGroup, nextNumber, standingIn, tellOfTopic, writeLine } from './group-log.server'
import type { MentoredGroup } from './groups.access.server'
import { refusalOfText, wordsOf } from './post'

const LONGEST_TITLE = 80

export type TopicDraft = {
  title: string
  prompt: string
  /** Names this very filling-in of the form: sent again, it is the same topic. */
  key: string
}

/**
 * Opens a topic in a group that one guides. Sent again with the same key it gives the first one. Refuses 'no-title',
 * 'too-long' (80 characters of title, 5,000 of prompt), and 'absent' to who guides it no more.
 */
export async function openTopic(actor: Actor, group: MentoredGroup, draft: TopicDraft) {
  const { person } = actor
  const title = wordsOf(draft.title).replace(/\n+/g, ' ')
  const prompt = wordsOf(draft.prompt)
  if (!person) return { refused: 'absent' as const }
  if (title === '') return { refused: 'no-title' as const }
  if ([...title].length > LONGEST_TITLE || refusalOfText(prompt) === 'too-long') {
    return { refused: 'too-long' as const }
  }
  return inTransaction(async (tx, afterCommit) => {
    await lockGroup(tx, group.id)
    const standing = await standingIn(tx, { ...actor, person }, group.id)
    if (standing.refused || standing.as !== 'mentor') return { refused: 'absent' as const }
    const receipt = await tx.formReceipt.findUnique({ where: { key: draft.key } })
    if (receipt) return { topicId: receipt.personId === person.id ? String(receipt.result) : '', again: true }

    const id = newId()
    const instants = { occurredAt: actor.at, recordedAt: actor.at }
    await tx.topic.create({
      data: { id, groupId: group.id, kind: 'mentor', title, prompt, openedById: person.id, ...instants },
    })
    const number = await nextNumber(tx, group.id)
    await writeLine(tx, actor, group.id, number, { kind: 'topic', topicId: id })
    await tx.formReceipt.create({
      data: {
        key: draft.key,
        personId: person.id,
        action: 'open-topic',
        result: id,
        recordedAt: actor.at,
      },
    })
    const topic = { id, kind: 'mentor' as const, title, prompt, activityId: null }
    const line = { groupId: group.id, number, at: actor.at.toISOString(), kind: 'topic' as const, topic }
    await tellOfTopic(tx, afterCommit, line, actor.at)
    return { topicId: id, again: false }
  })
}
