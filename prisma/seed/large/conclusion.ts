// How a cohort ends: its verdicts are confirmed and its certificates issued by the commands that the manager's pages
// use, then it is closed.
import { db } from '~/db.server'
import { issueCertificates } from '~/domain/certificates/issue.server'
import { confirmDecisions } from '~/domain/completion/decisions.server'
import { newId } from '~/domain/ids.server'
import { acting, on } from '../stage'
import type { Cohort } from './cohorts'

export async function conclude({ cohort, curriculum, weeks, manager, learners }: Cohort) {
  const after = curriculum.weeks + 1
  const enrolmentIds = learners.filter((one) => one.pace !== 'gone').map((one) => one.enrolmentId)
  const decided = weeks.at(after, 1, 10 * 60)
  const completed = await on(decided, async () => {
    await confirmDecisions(acting(manager, decided), cohort, { enrolmentIds, notCompleted: true })
    const rows = await db.completionDecision.findMany({
      where: { enrolment: { cohortId: cohort.id }, verdict: 'completed' },
      select: { enrolmentId: true },
    })
    return rows.map((row) => row.enrolmentId)
  })
  const issued = weeks.at(after, 3, 10 * 60)
  await on(issued, () =>
    issueCertificates(acting(manager, issued), cohort, {
      enrolmentIds: completed,
      origin: 'http://localhost:3000',
    }),
  )
  const closed = weeks.at(after, 5, 17 * 60)
  await on(closed, () =>
    db.cohortClosing.create({
      data: { id: newId(), cohortId: cohort.id, byId: manager.id, occurredAt: closed, recordedAt: closed },
    }),
  )
}
