// The end of a cohort: its manager confirms what the rule says, and issues certificates to those who completed.
import { issueCertificates } from '~/domain/certificates/issue.server'
import { confirmDecisions } from '~/domain/completion/decisions.server'
import { env } from '~/env.server'
import type { Opened } from './short-cohort'
import { acting, on, type Someone } from './stage'

/** Decides about everybody, and answers somebody who holds a certificate. */
export async function certificateAt({ cohort, groups }: Opened, manager: Someone, at: Date) {
  const members = groups.flatMap((group) => group.members)
  const enrolmentIds = members.map((one) => one.enrolmentId)
  const actor = acting(manager, at)
  return on(at, async () => {
    await confirmDecisions(actor, cohort, { enrolmentIds, notCompleted: true })
    const { issued } = await issueCertificates(actor, cohort, { enrolmentIds, origin: siteOrigin() })
    const holder = members.find((one) => one.enrolmentId === issued[0]?.enrolmentId)
    if (!holder) throw new Error('The demonstration has a cohort that nobody completed')
    return holder.person
  })
}

/** Where a paper of the demonstration leads whoever reads its code. */
function siteOrigin() {
  const { origin, host, port } = env()
  return origin ?? `http://${host}:${port}`
}
