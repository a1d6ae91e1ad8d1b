import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { PageHeader, Stack } from '~/components/page-header'
import { Attendance } from '~/components/record/attendance'
import { HourTotals, Ledger } from '~/components/record/ledger'
import { titled } from '~/components/titled'
import { studyFor } from '~/domain/learning/learning.access.server'
import { attendanceOf, recordOf } from '~/domain/learning/record.queries.server'
import { requireActor } from '~/http/actor.server'
import { found } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { useWords } from '~/i18n'
import { paths } from '~/paths'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const study = found(await studyFor(actor, parseId(params.enrolmentId)))
  return { ...(await recordOf(study)), cohort: study.cohort.title, sessions: attendanceOf(actor, study) }
}

export default function RecordPage() {
  const t = useWords(words)
  const { cohort, totals, entries, zone, sessions } = useLoaderData<typeof loader>()
  const { enrolmentId = '' } = useParams()
  return (
    <Stack>
      <PageHeader
        over={cohort}
        title={t.title}
        actions={
          <>
            <LinkButton to={paths.ownCompletion(enrolmentId)}>{t.missing}</LinkButton>
            <LinkButton to={paths.account()} look="ghost">
              {t.account}
            </LinkButton>
          </>
        }
      />
      <HourTotals totals={totals} />
      <Ledger entries={entries} zone={zone} />
      <Attendance sessions={sessions} />
    </Stack>
  )
}
