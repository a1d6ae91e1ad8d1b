import { join } from 'node:path'
import { db } from '~/db.server'
import type { Actor } from '~/domain/actor'
import { env } from '~/env.server'
import type { FilmShown } from './film'

export type FilmFile = { path: string; bytes: number; sha256: string; mediaType: string }

/** A film as its page shows it; null while there is none. */
export async function filmShown(slug: string | null): Promise<FilmShown | null> {
  if (slug === null) return null
  const film = await db.film.findUnique({ where: { slug }, include: { mp4: true, webm: true } })
  if (!film) return null
  return {
    slug,
    seconds: film.seconds,
    mp4Bytes: film.mp4?.bytes ?? null,
    webmBytes: film.webm?.bytes ?? null,
    poster: film.posterId !== null,
  }
}

/**
 * One of a film's files, for somebody who has an activity with it released in an enrolment of their own, or who
 * works here. Null for "absent" and "not yours" alike.
 */
export async function filmFileFor(actor: Actor, slug: string, ending: string): Promise<FilmFile | null> {
  if (!actor.person || !(await mayWatch(actor.person.id, slug, actor.at))) return null
  const film = await db.film.findUnique({ where: { slug }, include: { mp4: true, webm: true, poster: true } })
  if (!film) return null
  const file = new Map([
    ['mp4', film.mp4],
    ['webm', film.webm],
    ['jpg', film.poster],
  ]).get(ending)
  if (!file) return null
  const { bytes, sha256, mediaType } = file
  return { path: join(env().filesDir, file.key), bytes, sha256, mediaType }
}

async function mayWatch(personId: string, slug: string, at: Date): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    select 1 where
      exists(select 1 from "Enrolment" e
        join "Release" r on r."enrolmentId" = e.id
        join "Activity" a on a."moduleId" = r."moduleId" and a.kind = 'video'
        join "ActivityVersion" v on v."activityId" = a.id and v.config->>'film' = ${slug}
        where e."personId" = ${personId}::uuid
          and not exists(select 1 from "Withdrawal" w where w."enrolmentId" = e.id
            and not exists(select 1 from "Reinstatement" x where x."withdrawalId" = w.id)))
      or exists(select 1 from "RoleGrant" where "personId" = ${personId}::uuid
        and role in ('administrator', 'manager')
        and "from" <= ${at}::timestamptz and ("until" is null or "until" > ${at}::timestamptz))
      or exists(select 1 from "MentorAssignment" m join "MentorGroup" g on g.id = m."groupId"
        join "CohortVersion" c on c."cohortId" = g."cohortId"
        join "ModuleVersion" n on n."programmeVersionId" = c."programmeVersionId"
        join "ActivityVersion" v on v."moduleVersionId" = n.id and v.config->>'film' = ${slug}
        where m."personId" = ${personId}::uuid
        and m."from" <= ${at}::timestamptz and (m."until" is null or m."until" > ${at}::timestamptz))`
  return rows.length > 0
}
