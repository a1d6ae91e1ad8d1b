import type { Contact } from './page-data'

/** Whom a public page names: the site's own contact, where the environment gives one. */
export function contactOfSite(): Contact | null {
  return null
}
