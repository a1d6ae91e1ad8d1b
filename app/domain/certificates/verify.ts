// What anybody may learn of a certificate whose number and token they hold.
export type VerifiedState = 'valid' | 'revoked' | 'superseded' | 'expired'

/** A revocation outlives everything; a newer number and an expiry each end a certificate that nobody revoked. */
export function stateOf(certificate: {
  revoked: boolean
  superseded: boolean
  /** 2029-11-23, its last good day. */
  expiresOn: string | null
  today: string
}): VerifiedState {
  if (certificate.revoked) return 'revoked'
  if (certificate.superseded) return 'superseded'
  return certificate.expiresOn !== null && certificate.expiresOn < certificate.today ? 'expired' : 'valid'
}
