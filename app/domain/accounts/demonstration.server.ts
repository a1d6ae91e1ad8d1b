import { addDays } from 'date-fns'
import { z } from 'zod'
import { db } from '~/db.server'
import type { Actor } from '~/domain/actor'
import { type Browser, type Started, start } from './sign-in.server'

export const demonstrationRoles = [
  'administrator',
  'manager',
  'bureau-officer',
  'mentor',
  'instructor',
  'trainee',
] as const

const Note = z.object({ 'zh-CN': z.string(), en: z.string() })

const People = z.array(
  z.object({
    personId: z.string(),
    name: z.string(),
    role: z.enum(demonstrationRoles),
    note: z.union([z.string().transform((text) => ({ 'zh-CN': text, en: text })), Note]).nullish(),
  }),
)

export type DemonstrationPeople = z.output<typeof People>

/** The demonstration that this database holds, if any; `past` once the week that it was laid for is over. */
export async function demonstration(actor: Actor) {
  const mark = await db.demoMark.findUnique({ where: { id: 1 } })
  if (!mark) return null
  return {
    people: People.parse(mark.people),
    past: actor.at >= addDays(mark.anchor, 7),
    anchor: mark.anchor.toISOString().slice(0, 10),
  }
}

/**
 * Signs a person of the demonstration in by one press. Whoever calls has made sure that the request may: it is
 * local, or the demonstration is switched on. Refuses `absent` for anybody whom the mark does not name.
 */
export async function signInToDemonstration(
  actor: Actor,
  personId: string,
  browser: Browser,
): Promise<Started | { refused: 'absent' }> {
  const there = await demonstration(actor)
  if (!there?.people.some((person) => person.personId === personId)) return { refused: 'absent' }
  const account = await db.account.findUnique({
    where: { personId },
    select: { id: true, personId: true },
  })
  return account ? start(actor, account, browser) : { refused: 'absent' }
}
