// Which organisation sends the person of a row: the lowest that the row names.

import { columnOf, textOf } from './roster-columns'
import { cellOf, fieldOf, type RowReader, say } from './roster-person'
import {
  alike,
  type Found,
  hasKind,
  type KnownOrganisation,
  nameKey,
  nearestTo,
  organisationNamed,
  type PlaceIndex,
  type Proposal,
  townshipInName,
  unitNamed,
} from './roster-places'

export type Proposals = { byKey: Map<string, Proposal>; byParent: Map<string, Proposal[]> }

/** What is reached so far: the lowest known organisation, and what is proposed below it. */
type Reached = { known: KnownOrganisation; proposed: Proposal | null }

export const longestUnit = 100

/** Null where an organisation that has to be known is not: the row then has its error. */
export function senderOf(reader: RowReader, index: PlaceIndex, proposals: Proposals): Found | null {
  const county = countyOf(reader, index)
  const township = county && townshipOf(reader, index, county, proposals)
  const unit = township && unitOf(reader, index, township, proposals)
  if (!unit) return null
  return unit.proposed ? { proposed: unit.proposed.key } : { organisationId: unit.known.id }
}

/** By its column, else by the sheet's name (one sheet a district), else where the cohort is held for. */
function countyOf(reader: RowReader, index: PlaceIndex): KnownOrganisation | null {
  const { heldFor } = index
  if (columnOf(reader.layout, 'county') === null) {
    return (
      organisationNamed(index, reader.sheet, { under: heldFor, kinds: ['county', 'township'] }) ?? heldFor
    )
  }
  const written = textOf(cellOf(reader, 'county'))
  if (!written) {
    say(reader, 'county', 'county-missing', {})
    return null
  }
  const county = organisationNamed(index, written, { under: heldFor, kinds: ['county', 'city'] })
  if (county) return county
  const near = nearestTo(index, written, heldFor, 'county')
  say(reader, 'county', 'county-unknown', { written: written.slice(0, 50), near })
  return null
}

function townshipOf(
  reader: RowReader,
  index: PlaceIndex,
  county: KnownOrganisation,
  proposals: Proposals,
): Reached | null {
  const unit = textOf(cellOf(reader, 'unit'))
  if (columnOf(reader.layout, 'township') === null) {
    return { known: townshipInName(index, unit, county) ?? county, proposed: null }
  }
  const written = textOf(cellOf(reader, 'township'))
  if (!written) {
    say(reader, 'township', 'township-missing', {})
    return null
  }
  const township = organisationNamed(index, written, { under: county, kinds: ['township'] })
  if (township) return { known: township, proposed: null }
  // Where the tree has townships, one that it does not know is a mistake; where it has none, it is news.
  if (hasKind(index, county, 'township') || [...written].length > longestUnit) {
    const inName = townshipInName(index, unit, county)
    const near = nearestTo(index, written, county, 'township').filter(({ id }) => id !== inName?.id)
    const first = inName ? [{ id: inName.id, name: inName.otherNames[0] ?? inName.name }] : []
    say(reader, 'township', 'township-unknown', {
      written: written.slice(0, 50),
      near: [...first, ...near].slice(0, 3),
    })
    return null
  }
  const reached = { known: county, proposed: null }
  const proposed = propose(index, proposals, reached, written, 'township')
  return { known: county, proposed }
}

function unitOf(reader: RowReader, index: PlaceIndex, above: Reached, proposals: Proposals): Reached | null {
  if (columnOf(reader.layout, 'unit') === null) return above
  const name = fieldOf(reader, 'unit', Number.POSITIVE_INFINITY).replace(/\s+/g, ' ')
  const under = above.proposed?.name ?? above.known.name
  if (!name) {
    say(reader, 'unit', 'unit-missing', { instead: under })
    return above
  }
  const length = [...name].length
  if (length > longestUnit) {
    say(reader, 'unit', 'unit-too-long', { length, limit: longestUnit })
    return null
  }
  const known = above.proposed ? null : unitNamed(index, name, above.known)
  if (known) return { known, proposed: null }
  const proposed = propose(index, proposals, above, name, 'unit')
  return { known: above.known, proposed }
}

function propose(
  index: PlaceIndex,
  proposals: Proposals,
  above: Reached,
  name: string,
  kind: Proposal['kind'],
): Proposal {
  const under = above.proposed?.key ?? above.known.id
  const key = `${under}/${nameKey(name)}`
  const before = proposals.byKey.get(key)
  if (before) return before
  const parent: Found = above.proposed ? { proposed: above.proposed.key } : { organisationId: above.known.id }
  const place = above.proposed ? null : above.known
  const siblings = above.proposed ? [] : (index.byParent.get(above.known.id) ?? [])
  const like = siblings.filter((sibling) => alike(name, sibling.name, place)).map((sibling) => sibling.name)
  const proposal: Proposal = { key, name, kind, parent, like, rows: 0 }
  const others = proposals.byParent.get(under) ?? []
  for (const other of others) {
    if (other.kind !== kind || !alike(name, other.name, place)) continue
    proposal.like.push(other.name)
    other.like.push(name)
  }
  proposals.byParent.set(under, [...others, proposal])
  proposals.byKey.set(key, proposal)
  return proposal
}
