// Every page of managers, bureau officers and administrators.
import { close } from '~/open.server'
import { asking, paths } from '~/paths'
import { byDay, byNight, lookAt } from './looked-at'
import { openSite, signIn } from './signed-in'
import { test } from './site'
import { staffWorld } from './staff-world'

// So many pages are quicker without a picture of each step; a fault names its page.
test.use({ trace: 'off' })

let made: Awaited<ReturnType<typeof staffWorld>>

test.beforeAll(async ({ site }) => {
  await openSite(site)
  made = await staffWorld()
})

test.beforeEach(async ({ site }) => {
  await site.setClock(made.at)
})

test.afterAll(close)

for (const look of [byDay, byNight]) {
  test(`each page of a cohort under way can be read and used, ${look.said}`, async ({ page, site }) => {
    const { manager, cohortId, programmeId, importId, groupId, workshopId, enrolmentId } = made.underWay
    await signIn(page.context(), manager.person, { origin: site.origin, at: made.at })
    await lookAt(page, site, look, [
      paths.cohorts(),
      paths.newCohort(),
      paths.cohort(cohortId),
      paths.cohortSettings(cohortId),
      paths.quotas(cohortId),
      paths.roster(cohortId),
      paths.rosterImport(cohortId, importId),
      paths.toCheck(cohortId),
      paths.cohortPeople(cohortId),
      paths.enrolment(cohortId, enrolmentId),
      asking(paths.cohortGroups(cohortId), { mentor: groupId }),
      asking(paths.cohortWorkshops(cohortId), { set: workshopId }),
      paths.cohortLive(cohortId),
      paths.programmes(),
      paths.programme(programmeId),
      paths.account(),
    ])
  })

  test(`each page of a cohort that is over can be read and used, ${look.said}`, async ({ page, site }) => {
    const { manager, cohortId, enrolmentId } = made.over
    await signIn(page.context(), manager.person, { origin: site.origin, at: made.at })
    await lookAt(page, site, look, [
      paths.cohort(cohortId),
      asking(paths.cohortPeople(cohortId), { state: 'withdrawn', sort: '-hours' }),
      paths.enrolment(cohortId, enrolmentId),
      paths.cohortGroups(cohortId),
      paths.cohortCompletion(cohortId),
      paths.decide(cohortId, 'not-completed'),
      paths.issueCertificates(cohortId),
      paths.issueReport(cohortId),
      paths.certificates(),
      paths.reports(),
    ])
  })

  test(`each page of a bureau officer can be read and used, ${look.said}`, async ({ page, site }) => {
    await signIn(page.context(), made.over.officer.person, { origin: site.origin, at: made.at })
    await lookAt(page, site, look, [
      paths.bureau(),
      asking(paths.bureau(), { by: 'township' }),
      paths.bureauReports(),
    ])
  })

  test(`each page of an administrator can be read and used, ${look.said}`, async ({ page, site }) => {
    const { administrator, organisations, manager } = made.over
    await signIn(page.context(), administrator.person, { origin: site.origin, at: made.at })
    await lookAt(page, site, look, [
      paths.organisations(),
      paths.organisation(organisations.county.id),
      paths.people(),
      paths.person(manager.person.id),
      paths.openCohorts(),
      paths.audit(),
    ])
  })
}
