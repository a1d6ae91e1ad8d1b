// Every page of a mentor, and those that anybody may open.
import { close } from '~/open.server'
import { paths } from '~/paths'
import { somebody } from '../support/learning-world'
import { type PagesWorld, pagesWorld } from '../support/pages-world'
import { signedIn } from '../support/sessions'
import { byDay, byNight, lookAt } from './looked-at'
import { openSite, signIn } from './signed-in'
import { test } from './site'

// So many pages are quicker without a picture of each step; a fault names its page.
test.use({ trace: 'off' })

let made: PagesWorld

test.beforeAll(async ({ site }) => {
  await openSite(site)
  made = await pagesWorld()
  await signedIn(made.wangFang.person, made.at)
})

test.beforeEach(async ({ site }) => {
  await site.setClock(made.at)
})

test.afterAll(close)

for (const look of [byDay, byNight]) {
  test(`each page of a mentor can be read and used, ${look.said}`, async ({ page, site }) => {
    await signIn(page.context(), made.mentor.person, { origin: site.origin, at: made.at })
    await lookAt(page, site, look, [
      paths.mentoring(),
      paths.mentoredGroup(made.group.id),
      paths.mentoredTopic(made.group.id, made.topicId),
      paths.mentoredTrainee(made.wangFang.enrolment.id),
      paths.newCode(made.wangFang.person.id),
      paths.signOffs(),
      paths.grading(),
      paths.rolls(),
      paths.roll(made.session.id, made.group.id),
      paths.checkInScreen(made.session.id),
      paths.cohortLive(made.cohort.id),
      paths.account(),
    ])
  })

  test(`a first sign-in past its code can be read and used, ${look.said}`, async ({ page, site }) => {
    const to = { origin: site.origin, at: made.at }
    const newcomer = await somebody('古丽巴哈尔·阿不都热合曼')
    await signIn(page.context(), newcomer, { ...to, consented: false })
    await lookAt(page, site, look, [paths.firstSignIn()])
    await signIn(page.context(), newcomer, to)
    await lookAt(page, site, look, [paths.firstSignIn('details')])
  })

  test(`each page that anybody may open can be read and used, ${look.said}`, async ({
    page,
    site,
    watched,
  }) => {
    watched.allow(/status of 404/)
    await lookAt(page, site, look, [
      paths.signIn(),
      paths.firstSignIn(),
      paths.forgotten(),
      paths.verify(),
      paths.verifyNumber('2027-0001'),
      '/no-such-page',
    ])
  })
}
