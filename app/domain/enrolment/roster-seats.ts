// What rows of one roster share: a telephone, a unit that has to be made, the seats of a quota.

import { type OverQuota, placeOf, type Quota, type Reading, wait } from './roster-answer'
import { say } from './roster-person'
import { type Found, lineOf, type PlaceIndex, type Proposal } from './roster-places'
import type { Proposals } from './roster-sender'

/** The first row with a telephone, errors apart, signs in with it; each sharer is told of the others. */
export function shareTelephones(people: Reading[]) {
  const sharing = new Map<string, Reading[]>()
  for (const reading of people) {
    const { telephone } = reading.row.person!
    const enrols = reading.row.state === 'ready' || reading.row.state === 'waiting'
    reading.row.signsInBy = enrols ? 'identity-number' : null
    if (!telephone) continue
    const before = sharing.get(telephone)
    if (before) before.push(reading)
    else sharing.set(telephone, [reading])
  }
  for (const readings of sharing.values()) {
    const holder = readings.find(({ row }) => row.state !== 'error')
    if (holder?.row.signsInBy) holder.row.signsInBy = 'telephone'
    if (readings.length === 1) continue
    // A number that half a county shares is a mistake of the file, and ten rows of it are enough to see it.
    const first = readings.slice(0, 11)
    for (const reading of readings) {
      const others = first
        .filter((other) => other !== reading)
        .slice(0, 10)
        .map(placeOf)
      say(reading.reader, 'telephone', 'telephone-shared', { others, keeps: reading === holder })
    }
  }
}

/** The proposals that rows need which may be enrolled; a row whose unit has names like it is told so. */
export function proposalsFor(people: Reading[], proposals: Proposals): Proposal[] {
  for (const { row, reader } of people) {
    if (row.state !== 'ready' && row.state !== 'waiting') continue
    let next = row.sentBy
    while (next && 'proposed' in next) {
      const proposal: Proposal = proposals.byKey.get(next.proposed)!
      proposal.rows += 1
      if (proposal.like.length)
        say(reader, proposal.kind, 'unit-like', { name: proposal.name, like: proposal.like })
      next = proposal.parent
    }
  }
  return [...proposals.byKey.values()].filter(({ rows }) => rows > 0)
}

/** Takes seats for ready rows in the order of the file; who finds none waits for one. */
export function countSeats(
  people: Reading[],
  quotas: Quota[],
  index: PlaceIndex,
  proposals: Proposals,
): OverQuota[] {
  if (quotas.length === 0) return []
  const counts = new Map(quotas.map((quota) => [quota.organisationId, { ...quota, ready: 0, over: 0 }]))
  const nameOf = (id: string) => index.byId.get(id)?.name ?? ''
  for (const { row, reader } of people) {
    if (!row.sentBy) continue
    const line = lineOf(index, index.byId.get(knownAbove(row.sentBy, proposals))!)
    const count = line.map((id) => counts.get(id)).find((quota) => quota !== undefined)
    row.quotaOf = count?.organisationId ?? null
    if (row.state !== 'ready') continue
    if (!count) {
      wait(row, 'seat')
      say(reader, null, 'no-quota', {})
    } else if (count.used + count.ready < count.seats) {
      count.ready += 1
    } else {
      count.over += 1
      wait(row, 'seat')
      const { seats, used } = count
      say(reader, null, 'over-quota', { organisation: nameOf(count.organisationId), seats, used })
    }
  }
  return [...counts.values()]
    .filter(({ over }) => over > 0)
    .map((count) => ({ ...count, name: nameOf(count.organisationId) }))
}

function knownAbove(found: Found, proposals: Proposals) {
  let next = found
  while ('proposed' in next) next = proposals.byKey.get(next.proposed)!.parent
  return next.organisationId
}
