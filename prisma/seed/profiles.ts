// How the people of the Daming cohort have got on by their ninth week.
import { randomInt } from '~/domain/random.server'

/** Who is away has not signed in yet. */
export type Profile = 'ahead' | 'steady' | 'behind' | 'silent' | 'withdrawn' | 'away'

/** What share of 322 is of which kind, in a hundred: most are steady. */
export function profileOf(place: number): Profile {
  if (place % 40 === 7) return 'withdrawn'
  if (place % 80 === 13) return 'away'
  const drawn = randomInt(100)
  if (drawn < 14) return 'ahead'
  if (drawn < 68) return 'steady'
  return drawn < 91 ? 'behind' : 'silent'
}

/** The share of their chances to do something that each takes, in a hundred, in modules one, two and three. */
export const diligence: Record<Profile, [number, number, number]> = {
  ahead: [100, 100, 45],
  steady: [100, 95, 8],
  behind: [88, 30, 0],
  silent: [30, 0, 0],
  withdrawn: [60, 0, 0],
  away: [0, 0, 0],
}

/** Whether somebody is seen by others: says something, comes to workshops. */
export function takesPart({ profile }: { profile: Profile }) {
  return profile !== 'silent' && profile !== 'away'
}
