// What a list was asked for by its address. Whatever stands there, an answer comes of it: who mistypes an address, or
// tries one out, sees the list and no error.

/** A word to look for: no control characters, of which the database refuses one, and not without end. */
export function wordAsked(search: URLSearchParams, name = 'q') {
  return (search.get(name) ?? '')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 80)
}

export function pageAsked(search: URLSearchParams) {
  const page = Number.parseInt(search.get('page') ?? '', 10) || 1
  return Math.min(100_000, Math.max(1, page))
}

/** One of the choices, or '' for all. */
export function choiceAsked<C extends string>(
  search: URLSearchParams,
  name: string,
  choices: readonly C[],
): C | '' {
  return choices.find((one) => one === search.get(name)) ?? ''
}

/** `sort=hours`, or `sort=-hours` for the other way; '' for the list's own order. */
export function sortAsked<K extends string>(search: URLSearchParams, keys: readonly K[]): K | `-${K}` | '' {
  const asked = search.get('sort') ?? ''
  const key = keys.find((one) => one === asked.replace(/^-/, ''))
  if (key === undefined) return ''
  return asked.startsWith('-') ? `-${key}` : key
}
