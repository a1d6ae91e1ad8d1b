import { now } from '~/clock.server'
import { presentSource, random, type Source } from './random.server'

// Of each source of randomness by itself, so that drawn ones give the same identifiers whatever runs beside them.
const lasts = new WeakMap<Source, { milliseconds: number; count: number }>()

/**
 * A new identifier: UUID version 7 (RFC 9562), its time from the one clock. Within a millisecond each is
 * greater than the one before: 12 bits count, 62 are random, and a full count borrows the next millisecond.
 * On a clock that goes back (a test's, the demonstration's) the order starts anew.
 */
export function newId(): string {
  const present = now().getTime()
  const last = lastOf(presentSource())
  const borrowed = last.milliseconds - present
  const running = borrowed >= 0 && borrowed < 1000
  last.count = running ? last.count + 1 : 0
  last.milliseconds = running ? last.milliseconds : present
  if (last.count > 0xfff) {
    last.milliseconds += 1
    last.count = 0
  }
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(last.milliseconds, 0, 6)
  bytes.writeUInt16BE(0x7000 | last.count, 6)
  random(8).copy(bytes, 8)
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return written(bytes)
}

/** An identifier that tells nothing, not even when: UUID version 4, for anonymous answers. */
export function newAnonymousId(): string {
  const bytes = random(16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return written(bytes)
}

function lastOf(source: Source) {
  const known = lasts.get(source) ?? { milliseconds: 0, count: 0 }
  lasts.set(source, known)
  return known
}

function written(bytes: Buffer) {
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
