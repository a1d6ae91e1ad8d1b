import { pool } from '~/db.server'
import type { Actor } from '../actor'
import { standingInSql } from '../learning/sql.server'
import type { Contact } from './contact.queries.server'

export type TraineeFrame = {
  /** Whom they ask: the mentor of their group, else the cohort's contact. */
  contact: Contact
  /** Whether they have work here too, as a mentor, an instructor or in an office. */
  works: boolean
}

type Row = {
  mentor: string | null
  mentorPhone: string | null
  name: string
  phone: string
  hours: string
  works: boolean
}

/** What stands around each page of an enrolment; null for one that is not theirs. */
export async function traineeFrame(actor: Actor, enrolmentId: string): Promise<TraineeFrame | null> {
  if (!actor.person) return null
  const { rows } = await pool.query<Row>({
    name: 'trainee-frame',
    text: FRAME,
    values: [enrolmentId, actor.at, actor.person.id],
  })
  const [row] = rows
  if (!row) return null
  const { mentor, mentorPhone, name, phone, hours, works } = row
  const contact =
    mentor && mentorPhone ? { name: mentor, phone: mentorPhone, hours: null } : { name, phone, hours }
  return { contact, works }
}

// Prepared: it is asked with every page that a trainee opens.
const FRAME = `
  select m.name as mentor, m.telephone as "mentorPhone", c."contactName" as name, c."contactTelephone" as phone,
    c."contactHours" as hours,
    exists(select 1 from "MentorAssignment" x where x."personId" = $3::uuid and ${standingInSql('x')})
      or exists(select 1 from "InstructorAssignment" x where x."personId" = $3::uuid and ${standingInSql('x')})
      or exists(select 1 from "RoleGrant" x where x."personId" = $3::uuid and ${standingInSql('x')}) as works
  from "Enrolment" e
  join "Cohort" c on c.id = e."cohortId"
  left join lateral (
    select p.name, p.telephone
    from "GroupMembership" g
    join "MentorAssignment" a on a."groupId" = g."groupId" and ${standingInSql('a')}
    join "Person" p on p.id = a."personId"
    where g."enrolmentId" = e.id and ${standingInSql('g')}
    order by a."from"
    limit 1
  ) m on true
  where e.id = $1::uuid and e."personId" = $3::uuid`
