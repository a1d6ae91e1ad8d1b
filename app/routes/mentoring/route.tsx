import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Card, EmptyState, Row, Rows, StatStrip } from '~/components/card'
import { Icon } from '~/components/icon'
import { Notice } from '~/components/notice'
import { PageHeader, Stack } from '~/components/page-header'
import { Tag } from '~/components/tag'
import { titled } from '~/components/titled'
import { guidedGroups } from '~/domain/mentoring/overview.queries.server'
import { waitingCounts } from '~/domain/mentoring/queue.queries.server'
import { callsWaiting } from '~/domain/workshops/roll.queries.server'
import { sessionTitle } from '~/domain/workshops/session-title'
import { requireRole } from '~/http/actor.server'
import { useLocale, useWords } from '~/i18n'
import { formatDay, formatRelativeDay } from '~/i18n/format'
import { paths } from '~/paths'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireRole(request, 'mentor', 'instructor')
  const [groups, waiting, calls] = await Promise.all([
    guidedGroups(actor),
    waitingCounts(actor),
    callsWaiting(actor),
  ])
  return { groups, waiting, calls, now: actor.at.getTime() }
}

export default function Mentoring() {
  const t = useWords(words)
  const { groups, waiting, calls } = useLoaderData<typeof loader>()
  const people = groups.flatMap((group) => group.people)
  return (
    <Stack narrow>
      <PageHeader title={t.title} />
      <StatStrip
        items={[
          {
            label: t.signOffs,
            value: waiting.signOffs,
            to: paths.signOffs(),
            tone: waiting.signOffs ? 'amber' : undefined,
          },
          {
            label: t.grading,
            value: waiting.grading,
            to: paths.grading(),
            tone: waiting.grading ? 'amber' : undefined,
          },
          {
            label: t.leaves,
            value: calls.leaves,
            to: paths.rolls(),
            tone: calls.leaves ? 'amber' : undefined,
          },
          { label: t.quiet, value: people.filter((one) => one.quiet).length },
          { label: t.behind, value: people.filter((one) => one.behind > 0).length },
        ]}
      />
      <MissedRolls />
      {groups.length === 0 && <EmptyState title={t.empty}>{t.emptyText}</EmptyState>}
      {groups.map((group) => (
        <Card
          key={group.id}
          title={group.name}
          aside={`${group.cohort} · ${t.people(group.people.length)}`}
          flush
        >
          <Rows label={group.name}>
            <Row
              title={t.talk}
              to={paths.mentoredGroup(group.id)}
              before={<Icon name="chat" />}
              end={group.unread > 0 ? <Tag>{t.unread(group.unread)}</Tag> : undefined}
            />
            {group.people.map((person) => (
              <Person key={person.enrolmentId} person={person} zone={group.zone} />
            ))}
          </Rows>
        </Card>
      ))}
    </Stack>
  )
}

const shownMissed = 3

function MissedRolls() {
  const t = useWords(words)
  const locale = useLocale()
  const { missed } = useLoaderData<typeof loader>().calls
  if (missed.length === 0) return null
  return (
    <Notice tone="amber" title={t.missedRolls(missed.length)}>
      <ul>
        {missed.slice(0, shownMissed).map((one) => (
          <li key={`${one.sessionId}${one.groupId}`}>
            <Link
              to={paths.roll(one.sessionId, one.groupId)}
              className="inline-flex min-h-11 items-center underline"
            >
              {`${one.group} · ${one.workshop} · ${sessionTitle(one.title, locale)} · ${formatDay(one.startsAt, one.timeZone, locale)}`}
            </Link>
          </li>
        ))}
        {missed.length > shownMissed && (
          <li>
            <Link to={paths.rolls()} className="inline-flex min-h-11 items-center underline">
              {t.allRolls}
            </Link>
          </li>
        )}
      </ul>
    </Notice>
  )
}

type Someone = ReturnType<typeof useLoaderData<typeof loader>>['groups'][number]['people'][number]

const day = 24 * 60 * 60 * 1000

function Person({ person, zone }: { person: Someone; zone: string }) {
  const t = useWords(words)
  const locale = useLocale()
  const { now } = useLoaderData<typeof loader>()
  const { enrolmentId, name, unit, telephone, last, quiet, behind, waiting } = person
  return (
    <Row
      title={name}
      to={paths.mentoredTrainee(enrolmentId)}
      note={
        quiet || last === null ? unit : `${unit} · ${t.quietFor(formatRelativeDay(last, now, zone, locale))}`
      }
      end={
        telephone && (
          <a
            href={`tel:${telephone}`}
            aria-label={t.call(name)}
            className="grid size-11 place-items-center text-green"
          >
            <Icon name="phone" />
          </a>
        )
      }
    >
      {(quiet || behind > 0 || waiting > 0) && (
        <p className="mt-1 flex flex-wrap gap-1.5">
          {waiting > 0 && <Tag>{t.waitingTag(waiting)}</Tag>}
          {behind > 0 && <Tag tone="amber">{t.behindTag(behind)}</Tag>}
          {quiet && last !== null && <Tag tone="amber">{t.quietTag(Math.floor((now - last) / day))}</Tag>}
          {quiet && last === null && <Tag tone="amber">{t.never}</Tag>}
        </p>
      )}
    </Row>
  )
}
