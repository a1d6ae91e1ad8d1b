// Who may call a roll, run a session, or see a session as their own.
//   mentor      of the group, in force at the session's planned start or now
//   instructor  of the workshop or of its activity in this cohort, now
//   manager     of the cohort
// Null for "absent" and "not yours" alike.
import { db } from '~/db.server'
import { inForce } from '../access/in-force'
import { ownEnrolments, visibleCohorts } from '../access/scope.server'
import type { Actor } from '../actor'
import { dayOpensAt } from '../cohorts/weeks'
import { type Hundredths, hundredthsOf } from '../learning/ledger'

declare const theirs: unique symbol

export type SessionFacts = {
  sessionId: string
  workshopId: string
  activityId: string
  number: number
  title: string
  turn: number
  startsAt: Date
  endsAt: Date
  hours: Hundredths
  /** The first instant of its day, at its venue. */
  dayOpensAt: Date
  timeZone: string
  venue: string
  address: string
  cohort: { id: string; title: string; closedAt: Date | null }
}

/** A session that the actor runs: shows its code, sees who is in. */
export type RunSession = SessionFacts & { authority: 'mentor' | 'manager'; readonly [theirs]: 'run' }

/** A group's roll of a session, for whoever calls it; an instructor's mark stands as a mentor's. */
export type SessionRoll = SessionFacts & {
  group: { id: string; name: string }
  authority: 'mentor' | 'manager'
  readonly [theirs]: 'roll'
}

export async function sessionToCall(
  actor: Actor,
  sessionId: string,
  groupId: string,
): Promise<SessionRoll | null> {
  const session = await sessionFacts(sessionId)
  const personId = actor.person?.id
  if (!session || !personId) return null
  const group = await db.mentorGroup.findFirst({
    where: { id: groupId, cohortId: session.cohort.id },
    select: { id: true, name: true },
  })
  if (!group) return null
  const mentors =
    (await db.mentorAssignment.count({
      where: { groupId, personId, OR: [inForce(session.startsAt), inForce(actor.at)] },
    })) > 0
  const authority = await authorityOver(actor, session, mentors)
  return authority && ({ ...session, group, authority } as SessionRoll)
}

export async function sessionToRun(actor: Actor, sessionId: string): Promise<RunSession | null> {
  const session = await sessionFacts(sessionId)
  const personId = actor.person?.id
  if (!session || !personId) return null
  const expected = {
    some: { enrolment: { expected: { some: { workshopId: session.workshopId, until: null } } } },
  }
  const mentors =
    (await db.mentorAssignment.count({
      where: {
        personId,
        group: { cohortId: session.cohort.id, memberships: expected },
        OR: [inForce(session.startsAt), inForce(actor.at)],
      },
    })) > 0
  const authority = await authorityOver(actor, session, mentors)
  return authority && ({ ...session, authority } as RunSession)
}

async function authorityOver(
  actor: Actor,
  { cohort, activityId, workshopId }: SessionFacts,
  mentors: boolean,
) {
  if ((await db.cohort.count({ where: { id: cohort.id, ...visibleCohorts(actor) } })) > 0) return 'manager'
  if (mentors) return 'mentor'
  const instructs = await db.instructorAssignment.count({
    where: {
      personId: actor.person!.id,
      cohortId: cohort.id,
      ...inForce(actor.at),
      AND: { OR: [{ activityId }, { workshopId }] },
    },
  })
  return instructs > 0 ? 'mentor' : null
}

/** An enrolment of the actor's own, also one that they withdrew from: the command says that. */
export async function enrolmentToCheckIn(actor: Actor, enrolmentId: string): Promise<{ id: string } | null> {
  return db.enrolment.findFirst({ where: { id: enrolmentId, ...ownEnrolments(actor) }, select: { id: true } })
}

/** A session of an enrolment's own turn. */
export type OwnSession = SessionFacts & { enrolmentId: string; readonly [theirs]: 'own' }

export async function ownSession(
  actor: Actor,
  enrolmentId: string,
  sessionId: string,
): Promise<OwnSession | null> {
  const session = await sessionFacts(sessionId)
  if (!session || !actor.person) return null
  const place = await db.expectedPlace.count({
    where: {
      enrolmentId,
      enrolment: { personId: actor.person.id },
      workshopId: session.workshopId,
      ...inForce(actor.at),
    },
  })
  return place > 0 ? ({ ...session, enrolmentId } as OwnSession) : null
}

async function sessionFacts(sessionId: string): Promise<SessionFacts | null> {
  const session = await db.workshopSession.findUnique({
    where: { id: sessionId },
    include: {
      workshop: {
        include: { venue: true, cohort: { select: { id: true, title: true, closing: true } } },
      },
    },
  })
  if (!session) return null
  const { workshop } = session
  return {
    sessionId,
    workshopId: workshop.id,
    activityId: workshop.activityId,
    number: session.number,
    title: session.title,
    turn: workshop.turn,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    hours: hundredthsOf(session.hours.toString()),
    dayOpensAt: dayOpensAt(workshop.day.toISOString().slice(0, 10), workshop.venue.timeZone),
    timeZone: workshop.venue.timeZone,
    venue: workshop.venue.name,
    address: workshop.venue.address,
    cohort: {
      id: workshop.cohort.id,
      title: workshop.cohort.title,
      closedAt: workshop.cohort.closing?.occurredAt ?? null,
    },
  }
}
