/**
 * A path of this site that a request names, for sending somebody back; anything else becomes `otherwise`. An
 * address such as `//evil.example` or `/\evil.example` would leave the site.
 */
export function localPath(named: unknown, otherwise = '/') {
  if (typeof named !== 'string' || !/^\/(?![/\\])/.test(named)) return otherwise
  const url = new URL(named, 'http://here.invalid')
  return url.host === 'here.invalid' ? url.pathname + url.search + url.hash : otherwise
}
