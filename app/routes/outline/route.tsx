import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { EmptyState } from '~/components/card'
import { Notice } from '~/components/notice'
import { PageHeader, Stack } from '~/components/page-header'
import { ProgressBar } from '~/components/tag'
import { titled } from '~/components/titled'
import { studyFor } from '~/domain/learning/learning.access.server'
import { outlineFor } from '~/domain/learning/outline.queries.server'
import { requireActor } from '~/http/actor.server'
import { found } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { useLocale, useWords } from '~/i18n'
import { formatDay } from '~/i18n/format'
import { ModuleCard } from './module-card'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  return outlineFor(actor, found(await studyFor(actor, parseId(params.enrolmentId))))
}

export default function OutlinePage() {
  const t = useWords(words)
  const locale = useLocale()
  const outline = useLoaderData<typeof loader>()
  const { enrolmentId = '' } = useParams()
  const { week, weeks } = outline
  return (
    <Stack>
      <PageHeader
        over={`${locale === 'en' ? outline.titleEn : outline.title} · ${outline.cohort}`}
        title={t.title}
      >
        <p className="muted">
          {week >= 1 && week <= weeks ? `${t.week(week, weeks)} · ` : ''}
          {t.earned(outline.earned, outline.total)}
        </p>
        <ProgressBar
          className="mt-2"
          share={Number(outline.earned) / (Number(outline.total) || 1)}
          label={t.earned(outline.earned, outline.total)}
        />
      </PageHeader>
      {outline.withdrawn ? (
        <Notice tone="amber" title={t.withdrawnTitle}>
          {t.withdrawn}
        </Notice>
      ) : (
        week < 1 && (
          <Notice title={t.notStarted(formatDay(outline.opensAt, outline.zone, locale))}>
            {t.notStartedMore}
          </Notice>
        )
      )}
      {outline.modules.length === 0 && <EmptyState title={t.empty}>{t.emptyMore}</EmptyState>}
      {outline.modules.map((module) => (
        <ModuleCard key={module.id} module={module} zone={outline.zone} enrolmentId={enrolmentId} />
      ))}
    </Stack>
  )
}
