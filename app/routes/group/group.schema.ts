import { z } from 'zod'

/** The forms of a group's page: which one, and what that one asks for. The commands look at the words themselves. */
export const GroupForm = z.object({
  intent: z.enum(['post', 'hide', 'delete', 'restore', 'open-topic']),
  formKey: z.uuid(),
  text: z.string().max(20_000).default(''),
  replyToId: z.uuid().optional(),
  postId: z.uuid().optional(),
  reason: z.string().max(2_000).default(''),
  title: z.string().max(500).default(''),
  prompt: z.string().max(20_000).default(''),
})
