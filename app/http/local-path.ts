const IN_SITE = /^\/(?![/\\])/
const HERE = 'http://here.invalid'

/**
 * A path of this site that a request names, for sending somebody back; anything else becomes `otherwise`. An
 * address such as `//evil.example`, `/\evil.example` or `/.//evil.example`, which is read as the first, would leave
 * the site.
 */
export function localPath(named: unknown, otherwise = '/') {
  if (typeof named !== 'string' || !IN_SITE.test(named) || !URL.canParse(named, HERE)) return otherwise
  const { origin, pathname, search, hash } = new URL(named, HERE)
  return origin === HERE && IN_SITE.test(pathname) ? pathname + search + hash : otherwise
}
