import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns'
import { drawRoll } from '#templates/sheets/roll'
import { db } from '~/db.server'
import { inForce } from '../access/in-force'
import { expectedIn } from './attendance.server'
import type { SessionRoll } from './workshops.access.server'

/** A group's roll of a session on paper, for where there is neither a screen nor a network: its people, with room to sign. */
export async function rollSheet(roll: SessionRoll, locale: 'zh-CN' | 'en') {
  const [people, about, mentor] = await Promise.all([expectedIn(db, roll), aboutOf(roll), mentorOf(roll)])
  const at = (instant: Date, pattern: string) => format(new TZDate(instant.getTime(), roll.timeZone), pattern)
  return drawRoll(
    {
      ...about,
      cohortTitle: roll.cohort.title,
      cohortTitleEn: null,
      sessionTitle: roll.title,
      venue: roll.venue,
      on: at(roll.startsAt, 'yyyy-MM-dd'),
      from: at(roll.startsAt, 'H:mm'),
      until: at(roll.endsAt, 'H:mm'),
      groups: [{ name: roll.group.name, mentor, people: people.map(({ name, unit }) => ({ name, unit })) }],
    },
    locale,
  )
}

async function aboutOf({ cohort, activityId }: SessionRoll) {
  const { programmeVersion, cohort: held } = await db.cohortVersion.findFirstOrThrow({
    where: { cohortId: cohort.id, until: null },
    select: {
      cohort: { select: { heldFor: { select: { name: true } } } },
      programmeVersion: {
        select: {
          title: true,
          titleEn: true,
          modules: { select: { activities: { where: { activityId }, select: { title: true } } } },
        },
      },
    },
  })
  const [activity] = programmeVersion.modules.flatMap(({ activities }) => activities)
  return {
    organisation: held.heldFor.name,
    programmeTitle: programmeVersion.title,
    programmeTitleEn: programmeVersion.titleEn,
    workshopTitle: activity?.title ?? '',
  }
}

async function mentorOf({ group, startsAt }: SessionRoll) {
  const assignment = await db.mentorAssignment.findFirst({
    where: { groupId: group.id, ...inForce(startsAt) },
    orderBy: { from: 'asc' },
    select: { person: { select: { name: true } } },
  })
  return assignment?.person.name ?? null
}
