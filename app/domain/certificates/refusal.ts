export type IssueRefusal = 'withdrawn' | 'not-decided' | 'not-complete' | 'already-issued'

/**
 * Why no certificate can be issued now; null where it can. Certificates follow a confirmed decision, never a
 * bare verdict. A revoked one does not stand in the way of the next number.
 */
export function refusalToIssue(facts: {
  withdrawn: boolean
  /** The decision in force: the newest that nothing supersedes. */
  decision: { complete: boolean } | null
  certificates: readonly { revoked: boolean }[]
}): IssueRefusal | null {
  if (facts.withdrawn) return 'withdrawn'
  if (!facts.decision) return 'not-decided'
  if (!facts.decision.complete) return 'not-complete'
  return facts.certificates.some((one) => !one.revoked) ? 'already-issued' : null
}
