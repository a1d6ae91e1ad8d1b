// What a manager does before a cohort's first day, whichever cohort it is: open it, import its roster, set its quotas.
import { db } from '~/db.server'
import { cohortToManage, type ManagedCohort } from '~/domain/cohorts/cohort.access.server'
import { openCohort, setQuotas } from '~/domain/cohorts/cohort.server'
import { importToManage } from '~/domain/enrolment/import.access.server'
import { agreeToImport, mapColumns, uploadRoster } from '~/domain/enrolment/import.server'
import type { Overrides } from '~/domain/enrolment/import-check.server'
import type { ProgrammeData } from './programme-data'
import { acting, must, on, type Someone, type Stage, timeZone } from './stage'

export type Enrolling = {
  manager: Someone & { telephone: string }
  programme: { versionId: string; programme: ProgrammeData }
  /** Ids of organisations. */
  runById: string
  heldForId: string
  /** 第一期, after the year. */
  title: string
  roster: { bytes: Buffer; name: string; mapping?: Overrides }
  /** At which level it is said how many may be sent, and how many of the largest may send one more. */
  quotas: { kind: 'township' | 'county' | 'agency'; more: number }
}

/** Opens a cohort and enrols everybody on its roster, within quotas that they fill. */
export async function enrolAll(stage: Stage, enrolling: Enrolling): Promise<ManagedCohort> {
  const { programme } = enrolling.programme
  const at = stage.at(-1, 1, '09:30')
  const manager = acting(enrolling.manager, at)
  return on(at, async () => {
    const opened = must(
      await openCohort(manager, {
        programmeVersionId: enrolling.programme.versionId,
        runById: enrolling.runById,
        heldForId: enrolling.heldForId,
        title: `${stage.day(1, 1).slice(0, 4)} 年${enrolling.title}`,
        startsOn: stage.day(1, 1),
        endsOn: stage.day(programme.weeks, 7),
        timeZone,
        groupSizeMin: programme.groupSizeMin,
        groupSizeMax: programme.groupSizeMax,
        contactName: enrolling.manager.name,
        contactTelephone: enrolling.manager.telephone,
        contactHours: '工作日 9:00—17:00',
        acceptsWithoutNumber: false,
      }),
    )
    const cohort = (await cohortToManage(manager, opened.cohortId))!
    const { mapping, ...file } = enrolling.roster
    const { importId } = must(await uploadRoster(manager, cohort, file))
    const roster = (await importToManage(manager, cohort.id, importId))!
    if (mapping) must(await mapColumns(manager, roster, mapping))
    must(await agreeToImport(manager, (await importToManage(manager, cohort.id, importId))!))
    await quotasAsSent(manager, cohort, enrolling.quotas)
    return cohort
  })
}

/** Each may send whom it has sent, the largest one more. */
async function quotasAsSent(
  manager: ReturnType<typeof acting>,
  cohort: ManagedCohort,
  { kind, more }: Enrolling['quotas'],
) {
  const sent = await db.$queryRaw<{ organisationId: string; seats: number }[]>`
    select o.id as "organisationId", count(e.id)::int as seats
    from "OrganisationClosure" h join "Organisation" o on o.id = h."descendantId" and o.kind = ${kind}
    join "OrganisationClosure" b on b."ancestorId" = o.id
    join "Enrolment" e on e."sentById" = b."descendantId" and e."cohortId" = ${cohort.id}::uuid
    where h."ancestorId" = ${cohort.heldForId}::uuid
    group by o.id, o.code order by o.code`
  const largest = [...sent].sort((one, other) => other.seats - one.seats).slice(0, more)
  for (const organisation of largest) organisation.seats += 1
  must(await setQuotas(manager, cohort, sent))
}
