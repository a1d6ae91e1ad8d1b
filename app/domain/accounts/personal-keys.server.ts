// How what identifies a person is kept: found by a keyed hash, shown masked, and the whole of it sealed.
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import { random } from '~/domain/random.server'
import { keyFor } from '~/env.server'

export type KeyKind = 'telephone' | 'identity-number' | 'email'

const IV = 12
const TAG = 16

/** What finds a telephone, a number or an address without saying it. The value is in its clean form. */
export function hashKey(kind: KeyKind, value: string): string {
  return createHmac('sha256', keyFor('identity-lookup')).update(`${kind}\n${value}`).digest('base64url')
}

/** AES-256-GCM: nonce, tag, text. */
export function seal(text: string): Uint8Array<ArrayBuffer> {
  const iv = random(IV)
  const cipher = createCipheriv('aes-256-gcm', keyFor('identity-seal'), iv)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), sealed]))
}

/** Throws where a sealed text was tampered with, or sealed by another secret. */
export function unseal(sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', keyFor('identity-seal'), bytes.subarray(0, IV))
  decipher.setAuthTag(bytes.subarray(IV, IV + TAG))
  return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString('utf8')
}
