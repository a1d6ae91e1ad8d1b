import { requireRole } from './actor.server'
import { pageAsked, wordAsked } from './asked'
import { parseId } from './ids.server'

/** Whoever judges somebody's work, or the 403 page; whose work it is, the work's own door says. */
export function requireJudge(request: Request) {
  return requireRole(request, 'mentor', 'instructor', 'manager')
}

/** What a queue was asked for by its address. */
export function queueAsked(request: Request) {
  const asked = new URL(request.url).searchParams
  const group = asked.get('group') ?? ''
  return {
    q: wordAsked(asked),
    group: group === '' ? '' : parseId(group),
    page: pageAsked(asked),
  }
}
