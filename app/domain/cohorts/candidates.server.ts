import type { Tx } from '~/db.server'
import { type GroupCandidate, type GroupTownship, proposeGroups } from './propose-groups'

type Row = {
  enrolmentId: string
  personId: string
  name: string
  unit: string
  position: string | null
  townshipId: string
  townshipCode: string
  townshipName: string
  otherNames: string[]
}

export type Enrolled = Row

/**
 * Who is to be in groups: everybody enrolled and not withdrawn, with the township that they were sent from. Where
 * no township lies above the sending organisation its next level does: an agency, a county, else itself.
 */
export async function enrolledOf(tx: Pick<Tx, '$queryRaw'>, cohortId: string): Promise<Enrolled[]> {
  return tx.$queryRaw<Row[]>`
    select e.id as "enrolmentId", p.id as "personId", p.name, unit.name as unit, e.position,
      t.id as "townshipId", t.code as "townshipCode", t.name as "townshipName",
      array(select n.name from "OrganisationName" n where n."organisationId" = t.id) as "otherNames"
    from "Enrolment" e
    join "Person" p on p.id = e."personId"
    join "Organisation" unit on unit.id = e."sentById"
    join lateral (
      select o.id, o.code, o.name from "OrganisationClosure" c join "Organisation" o on o.id = c."ancestorId"
      where c."descendantId" = e."sentById"
      order by o.kind <> 'township', (o.kind = 'unit')::int, c.depth
      limit 1
    ) t on true
    where e."cohortId" = ${cohortId}::uuid
      and not exists(select 1 from "Withdrawal" w where w."enrolmentId" = e.id
        and not exists(select 1 from "Reinstatement" r where r."withdrawalId" = w.id))
    order by t.code, unit.code, e."recordedAt", e.id`
}

/** Groups for these people, by the rule and within the cohort's bounds. */
export function proposalFor(people: Enrolled[], bounds: { min: number; max: number }) {
  const townships = new Map<string, GroupTownship>()
  const candidates = people.map((person): GroupCandidate => {
    const { enrolmentId, townshipId, unit } = person
    townships.set(townshipId, { id: townshipId, code: person.townshipCode, name: placeName(person) })
    return { enrolmentId, townshipId, unit }
  })
  return proposeGroups(candidates, [...townships.values()], bounds)
}

/** A township is entered under the name of its school; people say the place: 金滩镇中心校, 金滩镇. */
function placeName({ townshipName, otherNames }: Row) {
  const [shorter] = otherNames
    .filter((name) => townshipName.startsWith(name))
    .sort((a, b) => a.length - b.length)
  return shorter ?? townshipName.replace(/中心(校|学校|小学)$/u, '')
}
