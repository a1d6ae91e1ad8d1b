// Passwords that people choose: long enough, not among the first that anybody would try.

export const shortestPassword = 8
export const longestPassword = 128

export type WrongPassword = 'too-short' | 'too-long' | 'too-common' | 'is-sign-in-name'

const common = new Set(
  (
    '12345678 123456789 1234567890 87654321 11111111 00000000 88888888 66666666 12341234 11223344 ' +
    '123123123 password password1 passw0rd iloveyou qwertyui qwertyuiop qwer1234 1qaz2wsx 1q2w3e4r ' +
    'asdfghjk asdf1234 abc12345 abcd1234 a1234567 a12345678 woaini1314 5201314520 admin123 admin888'
  ).split(' '),
)

/** What is wrong with a password of one's own; null for nothing. Counted in characters, as people count. */
export function wrongPassword(password: string, signInNames: string[] = []): WrongPassword | null {
  const text = password.normalize('NFKC')
  const length = [...text].length
  if (length < shortestPassword) return 'too-short'
  if (length > longestPassword) return 'too-long'
  const lower = text.toLowerCase()
  if (common.has(lower) || new Set(lower).size === 1) return 'too-common'
  return signInNames.some((name) => name.toLowerCase() === lower) ? 'is-sign-in-name' : null
}
