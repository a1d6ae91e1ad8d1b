import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Card, EmptyState, Row, Rows } from '~/components/card'
import { PageHeader, Stack } from '~/components/page-header'
import { Tag } from '~/components/tag'
import { titled } from '~/components/titled'
import { sessionsToCall } from '~/domain/workshops/roll.queries.server'
import { sessionTitle } from '~/domain/workshops/session-title'
import { requireRole } from '~/http/actor.server'
import { useLocale, useWords } from '~/i18n'
import { formatRange } from '~/i18n/format'
import { paths } from '~/paths'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireRole(request, 'mentor', 'instructor', 'manager', 'administrator')
  return { sessions: await sessionsToCall(actor), now: actor.at.getTime() }
}

export default function RollsPage() {
  const { sessions, now } = useLoaderData<typeof loader>()
  const t = useWords(words)
  const locale = useLocale()
  return (
    <Stack narrow>
      <PageHeader title={t.title} />
      {sessions.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyText}</EmptyState>
      ) : (
        <Card flush>
          <Rows label={t.title}>
            {sessions.map((one) => (
              <Row
                key={`${one.sessionId}${one.groupId}`}
                to={paths.roll(one.sessionId, one.groupId)}
                title={one.workshop}
                note={
                  <>
                    <span className="block">
                      {`${sessionTitle(one.title, locale)} · ${formatRange(one.startsAt, one.endsAt, one.timeZone, locale)}`}
                    </span>
                    {`${one.group} · ${one.venue} · ${t.turn(one.turn)}`}
                  </>
                }
                end={
                  <Tag tone={one.called ? 'green' : one.stage === 'missed' ? 'amber' : 'plain'}>
                    {standingOf(one, now, t)}
                  </Tag>
                }
              >
                {one.leaves > 0 && (
                  <p className="mt-1">
                    <Tag tone="amber">{t.leaves(one.leaves)}</Tag>
                  </p>
                )}
              </Row>
            ))}
          </Rows>
        </Card>
      )}
    </Stack>
  )
}

type One = ReturnType<typeof useLoaderData<typeof loader>>['sessions'][number]

function standingOf(one: One, now: number, t: (typeof words)['en']) {
  if (one.called) return t.called
  if (one.marked > 0) return t.marked(one.marked, one.expected)
  return one.startsAt.getTime() > now ? t.toCome(one.expected) : t.notCalled(one.expected)
}
