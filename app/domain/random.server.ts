import { AsyncLocalStorage } from 'node:async_hooks'
import { createHmac, randomBytes } from 'node:crypto'

/** Where randomness comes from; what else must not depend on others' work (the count of `newId`) goes with it. */
export type Source = { draw: (size: number) => Buffer }

const POOL = 4096

const machine: Source = { draw: fromPool }
const own = new AsyncLocalStorage<Source>()

export function presentSource(): Source {
  return own.getStore() ?? machine
}

// Asking the machine costs far more than the bytes do, and an import asks thousands of times.
let pool = Buffer.alloc(0)

/** Random bytes: the machine's, or those of the demonstration that is being laid. */
export function random(size: number): Buffer {
  return presentSource().draw(size)
}

/** Each byte is handed out once, and forgotten here. */
function fromPool(size: number) {
  if (size > pool.length) pool = randomBytes(Math.max(POOL, size))
  const bytes = Buffer.from(pool.subarray(0, size))
  pool.fill(0, 0, size)
  pool = pool.subarray(size)
  return bytes
}

/** A whole number from 0 to `below` - 1, each alike likely (to one part in a million for `below` < 2^28). */
export function randomInt(below: number): number {
  return random(6).readUIntBE(0, 6) % below
}

/**
 * Runs `work` with all its randomness drawn from a key, so that the same key gives the same identifiers, codes and
 * seals, whatever else runs beside it. For the demonstration and tests; production's open() refuses the secret that
 * they use.
 */
export function withRandomness<T>(key: string, work: () => T): T {
  return own.run({ draw: drawnFrom(key) }, work)
}

function drawnFrom(key: string) {
  let block = 0
  let left = Buffer.alloc(0)
  return (size: number) => {
    while (left.length < size) {
      left = Buffer.concat([left, createHmac('sha512', key).update(String(block)).digest()])
      block += 1
    }
    const bytes = left.subarray(0, size)
    left = left.subarray(size)
    return Buffer.from(bytes)
  }
}
