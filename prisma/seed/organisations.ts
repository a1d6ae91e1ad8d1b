// The organisation tree of the demonstration, with the names that rosters use for its townships and districts.
import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { db } from '~/db.server'
import type { Actor } from '~/domain/actor'
import type { TreeRow } from '~/domain/organisations/organisation'
import { addOtherName, importOrganisationTree } from '~/domain/organisations/organisations.server'

const office = /(中心校|教育局|教育委员会)$/

/** 金滩镇中心校 is called 金滩镇 by its rosters, 密云区教育委员会 密云区; null where a name has no such end. */
export function rosterName(name: string) {
  return office.test(name) ? name.replace(office, '') : null
}

/** Makes what `organisations.csv` holds, each with its roster's name; what is there already stays. */
export async function seedOrganisations(actor: Actor) {
  const csv = await readFile('prisma/seed/content/organisations.csv')
  const rows: TreeRow[] = parse(csv, {
    columns: true,
    bom: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n'],
  })
  const made = await importOrganisationTree(actor, rows)
  if ('refused' in made && made.refused) throw new Error(`organisations.csv is refused: ${made.refused}`)
  const there = await db.organisation.findMany({ select: { id: true, code: true, name: true } })
  for (const { id, name } of there) {
    const other = rosterName(name)
    if (other) await addOtherName(actor, id, other)
  }
  return new Map(there.map(({ id, code }) => [code, id]))
}
