// Whom a line of a group's log is told to. A security boundary: what is not named here reaches nobody.
import { type Interval, mayRead } from './reading'

/** Those of a group as the transaction sees them that writes under the group's lock: nobody who has left. */
export type GroupPerson = { personId: string; as: 'member' | 'mentor'; reads: readonly Interval[] }

/** `postNumber` is the place in the log of the post that a line is about, where it is about one. */
export type Told = { number: number; postNumber?: number | null }

/** People who may read the line, and the post that it is about: a member who reads from later on learns of neither. */
export function audienceOf(event: Told, people: readonly GroupPerson[]): string[] {
  const told = people.filter(({ as, reads }) => {
    if (as === 'mentor') return true
    return mayRead(reads, event.number) && (event.postNumber == null || mayRead(reads, event.postNumber))
  })
  return [...new Set(told.map((one) => one.personId))]
}
