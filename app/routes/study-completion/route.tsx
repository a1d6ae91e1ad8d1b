import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { buttonClass } from '~/components/button'
import { Card, Row, Rows } from '~/components/card'
import { PageHeader, Stack } from '~/components/page-header'
import { titled } from '~/components/titled'
import { VerdictList } from '~/components/verdict-list'
import { certificatesOf } from '~/domain/certificates/certificates.queries.server'
import { verdictOf } from '~/domain/completion/facts.queries.server'
import { shownVerdict } from '~/domain/completion/shown'
import { studyFor } from '~/domain/learning/learning.access.server'
import { requireActor } from '~/http/actor.server'
import { found } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { useLocale, useWords } from '~/i18n'
import { formatDate, formatDay } from '~/i18n/format'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const study = found(await studyFor(actor, parseId(params.enrolmentId)))
  const locale = localeFor(request)
  const [{ verdict }, certificates] = await Promise.all([verdictOf(actor, study), certificatesOf(study)])
  const { timeZone } = study.cohort
  return {
    id: study.enrolmentId,
    timeZone,
    certificates,
    verdict: shownVerdict(locale, verdict, study.curriculum, (at) => formatDay(at, timeZone, locale)),
  }
}

export default function StudyCompletion() {
  const { id, timeZone, verdict, certificates } = useLoaderData<typeof loader>()
  const t = useWords(words)
  const locale = useLocale()
  return (
    <Stack>
      <PageHeader over={t.over} title={verdict.headline}>
        {certificates.length === 0 && verdict.state === 'done' && <p className="muted">{t.notDecided}</p>}
      </PageHeader>
      {certificates.length > 0 && (
        <Card flush title={t.certificate}>
          <Rows label={t.certificate}>
            {certificates.map((one) => (
              <Row
                key={one.id}
                title={one.number}
                faded={Boolean(one.revoked || one.supersededBy)}
                note={
                  one.revoked
                    ? t.revoked
                    : one.supersededBy
                      ? t.superseded(one.supersededBy)
                      : [
                          formatDate(one.issuedAt, timeZone, locale),
                          one.expiresOn && t.expires(formatDate(one.expiresOn, 'UTC', locale)),
                        ]
                          .filter(Boolean)
                          .join(' · ')
                }
              >
                {!one.revoked && !one.supersededBy && (
                  <p className="mt-2 flex flex-wrap gap-2">
                    <a className={buttonClass('solid', 'small')} href={paths.certificate(one.id)} download>
                      {t.download}
                    </a>
                    <a
                      className={buttonClass('ghost', 'small')}
                      href={paths.certificate(one.id, 'en')}
                      download
                    >
                      {t.english}
                    </a>
                  </p>
                )}
              </Row>
            ))}
          </Rows>
        </Card>
      )}
      <VerdictList label={t.parts} parts={verdict.parts} />
      <p className="muted">
        <Link className="link inline-flex min-h-11 items-center" to={paths.me(id)}>
          {t.record}
        </Link>
      </p>
    </Stack>
  )
}
