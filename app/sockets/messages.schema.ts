import { z } from 'zod'

// What a page may ask over its socket. Parsed on the server alone: zod does not travel.

const groupId = z.uuid()
const number = z.int().min(0).max(2_000_000_000)

export const JoinMessage = z.strictObject({ groupId })
export const CatchUpMessage = z.strictObject({ groupId, number })
export const TypingMessage = z.strictObject({ groupId, topicId: z.uuid() })
export const ReadMessage = z.strictObject({ groupId, topicId: z.uuid(), number })
export const PostMessage = z.strictObject({
  groupId,
  topicId: z.uuid(),
  clientId: z.uuid(),
  text: z.string().max(20_000),
  replyToId: z.uuid().nullish(),
  claimedAt: z.iso.datetime().nullish(),
})
