import { db } from '~/db.server'
import type { Actor } from '~/domain/actor'
import type { Standing } from './standing.queries.server'
import { traineeFrame } from './trainee-frame.queries.server'

export type Contact = { name: string; phone: string | null; hours: string | null }

/** Whom somebody who is signed in asks: about their learning, where they only learn here, else about their work. */
export async function contactFor(actor: Actor, { roles, enrolmentIds: [enrolmentId] }: Standing) {
  const frame = roles.length === 0 && enrolmentId ? await traineeFrame(actor, enrolmentId) : null
  return frame ? frame.contact : contactForStaff(actor, roles)
}

/**
 * Whom those who work here ask: somebody who only guides groups, the contact of the cohort that they came to last;
 * others, the administrator who has been one for longest.
 */
async function contactForStaff(actor: Actor, roles: Standing['roles']): Promise<Contact | null> {
  return (guidesOnly(roles) && (await contactOfGuided(actor))) || administrator(actor)
}

function guidesOnly(roles: Standing['roles']) {
  return roles.length > 0 && roles.every((role) => role === 'mentor' || role === 'instructor')
}

async function contactOfGuided(actor: Actor): Promise<Contact | null> {
  if (!actor.person) return null
  const standing = {
    personId: actor.person.id,
    from: { lte: actor.at },
    OR: [{ until: null }, { until: { gt: actor.at } }],
  }
  const contact = { select: { contactName: true, contactTelephone: true, contactHours: true } }
  const latest = { where: standing, orderBy: { from: 'desc' } } as const
  const guided = await db.mentorAssignment.findFirst({
    ...latest,
    select: { group: { select: { cohort: contact } } },
  })
  const taught = guided
    ? null
    : await db.instructorAssignment.findFirst({ ...latest, select: { cohort: contact } })
  const cohort = guided?.group.cohort ?? taught?.cohort
  return cohort
    ? { name: cohort.contactName, phone: cohort.contactTelephone, hours: cohort.contactHours }
    : null
}

async function administrator(actor: Actor): Promise<Contact | null> {
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

/** The same as it was last found, for a page that fails because nothing can be asked. */
export function lastContactOfSite(): Contact | null {
  return siteContact.contact
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
