import { createHash } from 'node:crypto'
import { canonicalJson } from './completion/canonical-json'

/**
 * Names what a summary showed. The form that confirms it brings the name back, and whoever carries it out reckons
 * anew: where the name differs, something has changed since, and nothing is done that nobody has seen.
 */
export function asShown(what: unknown): string {
  return createHash('sha256').update(canonicalJson(what)).digest('base64url').slice(0, 22)
}
