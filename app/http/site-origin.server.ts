import { env } from '~/env.server'

/** The address that people reach the site at: as set, else as this request named it. For codes on paper. */
export function siteOrigin(request: Request): string {
  return env().origin ?? new URL(request.url).origin
}
