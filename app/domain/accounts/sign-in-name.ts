import { maskNumber, readIdentityNumber } from './identity-number'
import { maskTelephone, readTelephone } from './telephone'

export type SignInName = { kind: 'telephone' | 'identity-number' | 'email'; value: string }

/**
 * What somebody typed to sign in, in its clean form: an address has an @, eleven digits are a telephone, eighteen
 * characters an identity number. Null for what can be none of them.
 */
export function readSignInName(raw: string): SignInName | null {
  const text = raw.trim().normalize('NFKC')
  if (text.includes('@')) return readEmail(text)
  const { telephone } = readTelephone(text)
  if (telephone) return { kind: 'telephone', value: telephone }
  const { number } = readIdentityNumber(text)
  return number ? { kind: 'identity-number', value: number } : null
}

function readEmail(text: string): SignInName | null {
  const value = text.toLowerCase()
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? { kind: 'email', value } : null
}

/** As it may be shown: 1990****007, 1304**********0027, zh***@example.cn. */
export function maskKey({ kind, value }: SignInName) {
  if (kind === 'telephone') return maskTelephone(value)
  if (kind === 'identity-number') return maskNumber(value)
  const at = value.lastIndexOf('@')
  return `${value.slice(0, Math.min(2, at - 1))}***${value.slice(at)}`
}
