import { db } from '~/db.server'
import type { Actor } from '~/domain/actor'

export type Standing = {
  roles: ('mentor' | 'instructor' | 'manager' | 'bureau' | 'administrator')[]
  /** Enrolments of their own, the newest first, those that they withdrew from last. */
  enrolmentIds: string[]
}

type Row = { roles: string[]; mentor: boolean; instructor: boolean; enrolments: string[] }

/** As what somebody may come here today: for menus and the front page. It opens no row; access functions do. */
export async function standingOf(actor: Actor): Promise<Standing> {
  if (!actor.person) return { roles: [], enrolmentIds: [] }
  const { id } = actor.person
  const { at } = actor
  const [row] = await db.$queryRaw<Row[]>`
    select
      array(select distinct role from "RoleGrant"
        where "personId" = ${id}::uuid and "from" <= ${at} and ("until" is null or "until" > ${at})) as roles,
      exists(select 1 from "MentorAssignment"
        where "personId" = ${id}::uuid and "from" <= ${at} and ("until" is null or "until" > ${at})) as mentor,
      exists(select 1 from "InstructorAssignment"
        where "personId" = ${id}::uuid and "from" <= ${at} and ("until" is null or "until" > ${at})) as instructor,
      array(select e.id::text from "Enrolment" e
        where e."personId" = ${id}::uuid
        order by exists(select 1 from "Withdrawal" w
          where w."enrolmentId" = e.id and not exists(select 1 from "Reinstatement" r where r."withdrawalId" = w.id)),
          e."recordedAt" desc) as enrolments`
  if (!row) return { roles: [], enrolmentIds: [] }

  const roles: Standing['roles'] = []
  if (row.mentor) roles.push('mentor')
  if (row.instructor) roles.push('instructor')
  if (row.roles.includes('manager')) roles.push('manager')
  if (row.roles.includes('bureau-officer')) roles.push('bureau')
  if (row.roles.includes('administrator')) roles.push('administrator')
  return { roles, enrolmentIds: row.enrolments }
}
