import type { Ids, Who } from './world'

type Form = Record<string, string>

/** A line of the table: who may do what, where; everybody who is not named may not. */
export type Line = {
  /** The route's id in Remix's manifest. */
  route: string
  method: 'GET' | 'POST'
  /** Of an action that does several things, which; '' is what it does when none is named. */
  intent: string
  at: (ids: Ids) => string
  may: readonly Who[]
  /** A form that would be right. */
  form?: (ids: Ids) => Form | FormData
  /** What whoever may not gets: the 404 page, or the 403 page of a whole area, where a page's line speaks for its forms too. Nobody is sent to sign in, but where a page is missing to all. */
  otherwise: 'missing' | 'forbidden' | 'missing to all'
  /** Done by each with a session that ends by it. */
  ends?: true
}

type More = Partial<Pick<Line, 'otherwise' | 'ends'>>

export function get(route: string, at: Line['at'], may: readonly Who[], more: More = {}): Line {
  return { route, method: 'GET', intent: '', at, may, otherwise: 'missing', ...more }
}

/** `route` with what the form intends behind a space: `routes/roll/route save`. */
export function post(
  named: string,
  at: Line['at'],
  may: readonly Who[],
  form: Line['form'] = () => ({}),
  more: More = {},
): Line {
  const [route, intent = ''] = named.split(' ') as [string, string?]
  return { route, method: 'POST', intent, at, may, form, otherwise: 'missing', ...more }
}

export function labelOf({ method, route, intent }: Pick<Line, 'method' | 'route' | 'intent'>) {
  return [method, route, intent].filter(Boolean).join(' ')
}
