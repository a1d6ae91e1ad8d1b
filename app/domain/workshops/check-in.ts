// Checking oneself in by the code on the screen: six characters of thirty-two, open for a while around the start.
import { addMinutes, min, subMinutes } from 'date-fns'
import { codeAlphabet } from '../accounts/code'

export const checkInLength = 6
const openMinutes = 20
const earlyMinutes = 30
/** Later than this after the planned start, who checks in is late. */
export const graceMinutes = 10

type Planned = { startsAt: Date; endsAt: Date }

/** The first thirty bits of some bytes, five a character. */
export function checkInCodeFrom(bytes: Uint8Array) {
  let bits = BigInt(`0x${Buffer.from(bytes.subarray(0, 4)).toString('hex')}`)
  let code = ''
  for (let place = 0; place < checkInLength; place += 1) {
    code += codeAlphabet[Number(bits & 31n)]
    bits >>= 5n
  }
  return code
}

/** A code as somebody typed it, in its clean form; null for what cannot be one. */
export function readCheckInCode(typed: string) {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―.·]/g, '')
    .replace(/[1I]/g, 'L')
  return code.length === checkInLength && [...code].every((sign) => codeAlphabet.includes(sign)) ? code : null
}

/** From when on a session's check-in may be opened. */
export function checkInOpensFrom(session: Planned) {
  return subMinutes(session.startsAt, earlyMinutes)
}

/** Until when one that is opened now stays open: never beyond the session. */
export function checkInClosesAt(session: Planned, at: Date) {
  const start = at < session.startsAt ? session.startsAt : at
  return min([addMinutes(start, openMinutes), session.endsAt])
}

/** Present, or late where the grace after the planned start is over. */
export function markOnArrival(session: Planned, at: Date): 'present' | 'late' {
  return at <= addMinutes(session.startsAt, graceMinutes) ? 'present' : 'late'
}
