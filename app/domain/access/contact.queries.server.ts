import { db } from '~/db.server'
import type { Actor } from '~/domain/actor'

type Contact = { name: string; phone: string | null; hours: string | null }

/** Whom a trainee asks: the mentor of their group, else the cohort's contact. Null for an enrolment that is not theirs. */
export async function contactForTrainee(actor: Actor, enrolmentId: string): Promise<Contact | null> {
  if (!actor.person) return null
  const { at } = actor
  const [row] = await db.$queryRaw<(Contact & { cohortName: string; cohortPhone: string; hours: string })[]>`
    select m.name, m.telephone as phone, c."contactName" as "cohortName", c."contactTelephone" as "cohortPhone",
      c."contactHours" as hours
    from "Enrolment" e
    join "Cohort" c on c.id = e."cohortId"
    left join lateral (
      select p.name, p.telephone
      from "GroupMembership" g
      join "MentorAssignment" a on a."groupId" = g."groupId"
        and a."from" <= ${at} and (a."until" is null or a."until" > ${at})
      join "Person" p on p.id = a."personId"
      where g."enrolmentId" = e.id and g."from" <= ${at} and (g."until" is null or g."until" > ${at})
      order by a."from"
      limit 1
    ) m on true
    where e.id = ${enrolmentId}::uuid and e."personId" = ${actor.person.id}::uuid`
  if (!row) return null
  if (row.name && row.phone) return { name: row.name, phone: row.phone, hours: null }
  return { name: row.cohortName, phone: row.cohortPhone, hours: row.hours }
}

/** Whom those who work here ask: the administrator who has been one for longest. */
export async function contactForStaff(actor: Actor): Promise<Contact | null> {
  const grant = await db.roleGrant.findFirst({
    where: {
      role: 'administrator',
      from: { lte: actor.at },
      OR: [{ until: null }, { until: { gt: actor.at } }],
    },
    orderBy: { from: 'asc' },
    select: { person: { select: { name: true, telephone: true } } },
  })
  return grant && { name: grant.person.name, phone: grant.person.telephone, hours: null }
}

const siteContact: { at: number; contact: Contact | null } = { at: Number.NEGATIVE_INFINITY, contact: null }

/**
 * Whom a public page names: the contact of the organisation that stands highest in the tree and has one. Asked
 * for on every page, so it is looked up once a minute.
 */
export async function contactOfSite(actor: Actor): Promise<Contact | null> {
  if (Math.abs(actor.at.getTime() - siteContact.at) < 60_000) return siteContact.contact
  const [row] = await db.$queryRaw<Contact[]>`
    select o."contactName" as name, o."contactTelephone" as phone, o."contactHours" as hours
    from "Organisation" o
    where o."contactName" is not null
    order by (select count(*) from "OrganisationClosure" c where c."descendantId" = o.id), o.code
    limit 1`
  siteContact.at = actor.at.getTime()
  siteContact.contact = row ?? null
  return siteContact.contact
}
