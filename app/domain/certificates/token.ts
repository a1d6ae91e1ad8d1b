// A certificate's token: sixteen signs of Crockford's thirty-two, so that nothing is mistaken when it is read out.

const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 16
const SHORT = 8

/** Of ten random bytes. */
export function tokenOf(bytes: Uint8Array): string {
  let bits = 0n
  for (const byte of bytes.subarray(0, 10)) bits = (bits << 8n) | BigInt(byte)
  let token = ''
  for (let place = 0; place < LENGTH; place += 1) {
    token = SIGNS[Number(bits & 31n)]! + token
    bits >>= 5n
  }
  return token
}

/** As the paper shows it for reading out: 9F2C 41A7. */
export function shortToken(token: string): string {
  return `${token.slice(0, 4)} ${token.slice(4, SHORT)}`
}

/** What somebody typed, as a token or its first eight signs; null where it is neither. O is read as 0, I and L as 1. */
export function readToken(typed: string): string | null {
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return /^(?:[0-9A-HJKMNP-TV-Z]{8}|[0-9A-HJKMNP-TV-Z]{16})$/.test(signs) ? signs : null
}

/** Two writings of one number: spaces, widths and kinds of brackets apart. */
export function sameNumber(one: string, other: string): boolean {
  return plain(one) === plain(other)
}

function plain(number: string): string {
  return number
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[[［【(〔]/g, '〔')
    .replace(/[\]］】)〕]/g, '〕')
}

/** How an address names a number: its year and place, without signs that make a code on paper dense. */
export function addressedNumber(series: { year: number }, sequence: number): string {
  return `${series.year}-${String(sequence).padStart(4, '0')}`
}
