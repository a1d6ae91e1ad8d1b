// Which organisation a row names: county, township, unit, each found by its name or by one of its other
// names (a township's school is 金滩镇中心校, its roster says 金滩镇). What is not found is proposed where the
// level above is known and has none of its kind written down yet, or is a unit; else it is an error.

export type KnownOrganisation = {
  id: string
  code: string
  name: string
  kind: 'city' | 'county' | 'township' | 'unit' | 'agency'
  parentId: string | null
  otherNames: string[]
}

export type Proposal = {
  /** The same for every row that names it. */
  key: string
  name: string
  kind: 'township' | 'unit'
  parent: Found
  /** Names like it under the same parent: known ones, and others that this file proposes. */
  like: string[]
  rows: number
}

export type Found = { organisationId: string } | { proposed: string }

export type PlaceIndex = {
  heldFor: KnownOrganisation
  byId: Map<string, KnownOrganisation>
  byName: Map<string, KnownOrganisation[]>
  byParent: Map<string, KnownOrganisation[]>
  /** Answers kept for the length of one check. */
  below: Map<string, KnownOrganisation[]>
  nearest: Map<string, { id: string; name: string }[]>
}

export function indexOf(organisations: KnownOrganisation[], heldForId: string): PlaceIndex {
  const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]))
  const byName = new Map<string, KnownOrganisation[]>()
  const byParent = new Map<string, KnownOrganisation[]>()
  for (const organisation of organisations) {
    for (const name of namesOf(organisation)) add(byName, nameKey(name), organisation)
    if (organisation.parentId) add(byParent, organisation.parentId, organisation)
  }
  const heldFor = byId.get(heldForId)
  if (!heldFor) throw new Error('the organisation that the cohort is held for is not among the organisations')
  return { heldFor, byId, byName, byParent, below: new Map(), nearest: new Map() }
}

/** The organisation of this name at or below another, and of one of these kinds. */
export function organisationNamed(
  index: PlaceIndex,
  written: string,
  { under, kinds }: { under: KnownOrganisation; kinds?: KnownOrganisation['kind'][] },
) {
  const named = index.byName.get(nameKey(written)) ?? []
  return named.find(
    (organisation) =>
      (!kinds || kinds.includes(organisation.kind)) && lineOf(index, organisation).includes(under.id),
  )
}

/** A unit by its name, or by what is left of it without its township's name in front. */
export function unitNamed(index: PlaceIndex, written: string, under: KnownOrganisation) {
  const whole = organisationNamed(index, written, { under })
  if (whole) return whole
  const bare = withoutPlace(written, under)
  return (index.byParent.get(under.id) ?? []).find((organisation) =>
    namesOf(organisation).some((name) => withoutPlace(name, under) === bare),
  )
}

/** The township whose name a unit's name begins with: 金滩镇红苗幼儿园. */
export function townshipInName(index: PlaceIndex, unit: string, under: KnownOrganisation) {
  const key = nameKey(unit)
  let best: { organisation: KnownOrganisation; length: number } | null = null
  for (const organisation of below(index, under)) {
    if (organisation.kind !== 'township') continue
    for (const name of namesOf(organisation)) {
      const start = nameKey(name)
      if (key.startsWith(start) && start.length > (best?.length ?? 1))
        best = { organisation, length: start.length }
    }
  }
  return best?.organisation
}

export function hasKind(index: PlaceIndex, under: KnownOrganisation, kind: KnownOrganisation['kind']) {
  return below(index, under).some((organisation) => organisation.kind === kind)
}

/** The three names nearest to what was written, by edit distance, then by code. */
export function nearestTo(
  index: PlaceIndex,
  written: string,
  under: KnownOrganisation,
  kind: KnownOrganisation['kind'],
) {
  const cacheKey = `${under.id}/${kind}/${written}`
  const before = index.nearest.get(cacheKey)
  if (before) return before
  const key = nameKey(written)
  const near = [under, ...below(index, under)]
    .filter((organisation) => organisation.kind === kind)
    .map((organisation) => {
      const measured = namesOf(organisation).map((name) => ({
        name,
        distance: editDistance(nameKey(name), key),
      }))
      const best = measured.reduce((one, other) => (other.distance < one.distance ? other : one))
      return { id: organisation.id, code: organisation.code, ...best }
    })
    .sort((one, other) => one.distance - other.distance || (one.code < other.code ? -1 : 1))
    .slice(0, 3)
    .map(({ id, name }) => ({ id, name }))
  index.nearest.set(cacheKey, near)
  return near
}

/** The organisation's own id, its parent's, and so on to the root. */
export function lineOf(index: PlaceIndex, organisation: KnownOrganisation) {
  const line: string[] = []
  for (let next: KnownOrganisation | undefined = organisation; next && !line.includes(next.id); ) {
    line.push(next.id)
    next = next.parentId ? index.byId.get(next.parentId) : undefined
  }
  return line
}

/**
 * Whether two units may be one, misspelt: alike without their place and what all are called (幼儿园), or one
 * character apart in a long name, unless that character is what tells neighbours apart (第一、第二, 前李庄、后李庄). Short
 * names one character apart are mostly two villages (赵庄、王庄).
 */
export function alike(one: string, other: string, place: KnownOrganisation | null) {
  const first = core(place ? withoutPlace(one, place) : nameKey(one))
  const second = core(place ? withoutPlace(other, place) : nameKey(other))
  if (first === second) return true
  if (Math.min(first.length, second.length) < 5 || Math.abs(first.length - second.length) > 1) return false
  if (editDistance(first, second) !== 1) return false
  const tells = /[一二三四五六七八九十\d东西南北前后上下大小中内外新老]/
  const differing = [...first]
    .filter((mark) => !second.includes(mark))
    .concat([...second].filter((mark) => !first.includes(mark)))
  return !differing.some((mark) => tells.test(mark))
}

export function nameKey(name: string) {
  return name.normalize('NFKC').replace(/\s/g, '').toLowerCase()
}

export function editDistance(one: string, other: string) {
  const first = [...one]
  const second = [...other]
  let row = second.map((_, place) => place + 1)
  row.unshift(0)
  first.forEach((mark, place) => {
    const next = [place + 1]
    second.forEach((against, column) => {
      next.push(Math.min(row[column + 1]! + 1, next[column]! + 1, row[column]! + (mark === against ? 0 : 1)))
    })
    row = next
  })
  return row.at(-1)!
}

function withoutPlace(name: string, place: KnownOrganisation) {
  const key = nameKey(name)
  const starts = namesOf(place)
    .map(nameKey)
    .sort((one, other) => other.length - one.length)
  const start = starts.find((prefix) => key.startsWith(prefix) && key.length > prefix.length)
  return start ? key.slice(start.length) : key
}

function core(name: string) {
  return name.replace(/(中心)?(幼儿园|幼稚园|小学|中学|学校|园)$/, '$1')
}

function namesOf(organisation: KnownOrganisation) {
  return [organisation.name, ...organisation.otherNames]
}

function below(index: PlaceIndex, under: KnownOrganisation): KnownOrganisation[] {
  const before = index.below.get(under.id)
  if (before) return before
  const found = (index.byParent.get(under.id) ?? []).flatMap((child) => [child, ...below(index, child)])
  index.below.set(under.id, found)
  return found
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value) {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
