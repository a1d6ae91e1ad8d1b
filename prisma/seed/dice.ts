import { randomInt } from '~/domain/random.server'

/** One of them, each alike likely. */
export function oneOf<T>(items: readonly T[]): T {
  return items[randomInt(items.length)]!
}

/** True so often in a hundred. */
export function chance(percent: number) {
  return randomInt(100) < percent
}

/** A whole number from `least` to `most`. */
export function between(least: number, most: number) {
  return least + randomInt(most - least + 1)
}

/** The same items in another order. */
export function shuffled<T>(items: readonly T[]): T[] {
  const left = [...items]
  for (let last = left.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1)
    const kept = left[last]!
    left[last] = left[other]!
    left[other] = kept
  }
  return left
}
