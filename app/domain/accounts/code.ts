// A code on a slip: ten characters of thirty-two (fifty bits), written in two halves. Neither 0 and O nor 1 and I
// are among them, so that nobody has to tell them apart.

export const codeAlphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
export const codeLength = 10

/** The first fifty bits of some bytes, five a character. */
export function codeFrom(bytes: Uint8Array) {
  let code = ''
  for (let place = 0; place < codeLength; place += 1) {
    const bit = place * 5
    const pair = (bytes[bit >> 3]! << 8) | (bytes[(bit >> 3) + 1] ?? 0)
    code += codeAlphabet[(pair >> (11 - (bit & 7))) & 31]
  }
  return code
}

/** ABCDE-23456, as it is printed. */
export function writtenCode(code: string) {
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

/** A code as somebody typed it, in its clean form; null for what cannot be one. */
export function readCode(typed: string) {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―.·]/g, '')
    .replace(/[1I]/g, 'L')
  return code.length === codeLength && [...code].every((sign) => codeAlphabet.includes(sign)) ? code : null
}
