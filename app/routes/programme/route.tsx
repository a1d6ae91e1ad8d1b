import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { Card, Row, Rows } from '~/components/card'
import { words as kindWords } from '~/components/learning/words'
import { PageHeader, Stack } from '~/components/page-header'
import { Tag } from '~/components/tag'
import { titled } from '~/components/titled'
import { programmeOutline } from '~/domain/programmes/programmes.queries.server'
import { requireActor } from '~/http/actor.server'
import { found } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { useLocale, useWords } from '~/i18n'
import { formatHours } from '~/i18n/format'
import { paths } from '~/paths'
import { words } from './words'

type Data = { title: string }

export const meta = titled(words, (t, data: Data | undefined) => data?.title ?? t.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await programmeOutline(await requireActor(request), parseId(params.programmeId)))
}

export default function ProgrammePage() {
  const programme = useLoaderData<typeof loader>()
  const t = useWords(words)
  const k = useWords(kindWords)
  const locale = useLocale()
  const activities = programme.modules.reduce((sum, module) => sum + module.activities.length, 0)
  return (
    <Stack>
      <PageHeader
        over={`${t.version(programme.number)} · ${t.counts(programme.modules.length, activities)}`}
        title={locale === 'en' ? programme.titleEn : programme.title}
        actions={programme.published && <LinkButton to={paths.newCohort()}>{t.open}</LinkButton>}
      />
      {programme.modules.map((module) => (
        <Card flush key={module.id} title={module.title} aside={t.weeks(module.opensWeek, module.closesWeek)}>
          <p className="muted px-4 pb-2">{module.aim}</p>
          <Rows label={module.title}>
            {module.activities.map((activity) => (
              <Row
                key={activity.id}
                title={activity.title}
                note={`${k.kinds[activity.kind as keyof typeof k.kinds]} · ${t.hours(formatHours(activity.hours))}`}
                end={activity.required ? null : <Tag tone="plain">{t.optional}</Tag>}
              />
            ))}
          </Rows>
        </Card>
      ))}
    </Stack>
  )
}
