import { db } from '~/db.server'
import type { Actor } from '~/domain/actor'

export type Contact = { name: string; phone: string | null; hours: string | null }

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
