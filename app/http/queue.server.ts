import { parseId } from './ids.server'

/** What a queue was asked for by its address. */
export function queueAsked(request: Request) {
  const asked = new URL(request.url).searchParams
  const group = asked.get('group') ?? ''
  return {
    q: (asked.get('q') ?? '').trim().slice(0, 50),
    group: group === '' ? '' : parseId(group),
    page: Math.max(1, Number.parseInt(asked.get('page') ?? '', 10) || 1),
  }
}
