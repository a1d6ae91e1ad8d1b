// Reads for the manager's pages of programmes.
import { db } from '~/db.server'
import { managedOrganisations } from '../access/scope.server'
import type { Actor } from '../actor'

/** The programmes of organisations that the actor manages, each by its newest version. */
export async function programmeList(actor: Actor) {
  const programmes = await db.programme.findMany({
    where: { owner: managedOrganisations(actor) },
    select: {
      id: true,
      track: true,
      versions: {
        orderBy: { number: 'desc' },
        take: 1,
        select: {
          id: true,
          number: true,
          title: true,
          titleEn: true,
          weeks: true,
          publishedAt: true,
          modules: { select: { activities: { select: { hours: true } } } },
        },
      },
    },
    orderBy: { recordedAt: 'asc' },
  })
  return programmes.map(({ id, track, versions }) => {
    const version = versions[0]!
    const activities = version.modules.flatMap((module) => module.activities)
    return {
      id,
      track,
      versionId: version.id,
      number: version.number,
      title: version.title,
      titleEn: version.titleEn,
      weeks: version.weeks,
      published: version.publishedAt !== null,
      modules: version.modules.length,
      activities: activities.length,
      hours: activities.reduce((sum, activity) => sum + Number(activity.hours), 0),
    }
  })
}

/** One programme's newest version with all that it teaches; null for "absent" and "not yours". */
export async function programmeOutline(actor: Actor, programmeId: string) {
  const programme = await db.programme.findFirst({
    where: { id: programmeId, owner: managedOrganisations(actor) },
    select: {
      id: true,
      track: true,
      versions: {
        orderBy: { number: 'desc' },
        take: 1,
        include: {
          modules: {
            orderBy: { position: 'asc' },
            include: {
              activities: { orderBy: { position: 'asc' }, include: { activity: { select: { kind: true } } } },
            },
          },
        },
      },
    },
  })
  if (!programme) return null
  const version = programme.versions[0]!
  return {
    id: programme.id,
    track: programme.track,
    title: version.title,
    titleEn: version.titleEn,
    number: version.number,
    weeks: version.weeks,
    published: version.publishedAt !== null,
    modules: version.modules.map((module) => ({
      id: module.moduleId,
      title: module.title,
      aim: module.aim,
      opensWeek: module.opensWeek,
      closesWeek: module.closesWeek,
      activities: module.activities.map((activity) => ({
        id: activity.activityId,
        kind: activity.activity.kind,
        title: activity.title,
        required: activity.required,
        hours: Number(activity.hours),
      })),
    })),
  }
}
