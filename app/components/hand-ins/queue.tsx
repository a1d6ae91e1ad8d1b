import { Link, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useLocale, useWords } from '~/i18n'
import { formatDayTime } from '~/i18n/format'
import { asking, paths } from '~/paths'
import { SubmitButton } from '../button'
import { Card, EmptyState } from '../card'
import { FormErrors } from '../form-errors'
import type { FormState } from '../form-state'
import { KeptText } from '../kept-text'
import { Pagination, SearchFilterBar } from '../list-tools'
import { PageHeader, Stack } from '../page-header'
import { Fold } from '../tools'
import { fieldId } from './field-id'
import { queueWords } from './queue-words'

type Asked = {
  q: string
  group: string
  page: number
  pages: number
  total: number
  groups: { id: string; name: string }[]
}

/** A mentor's queue as a page: what waits, found by a word or by its group, what has waited longest first. */
export function Queue({
  title,
  here,
  asked,
  form,
  judged,
  empty,
  children,
}: {
  title: string
  here: string
  asked: Asked
  form: FormState
  /** The work that the form spoke of. */
  judged: string
  empty: { title: string; text: string }
  children: ReactNode[]
}) {
  const w = useWords(queueWords)
  const { q, group, page, pages, total, groups } = asked
  const filter = {
    name: 'group',
    label: w.group,
    value: group,
    options: [
      { value: '', label: w.allGroups },
      ...groups.map(({ id, name }) => ({ value: id, label: name })),
    ],
  }
  return (
    <Stack narrow>
      <PageHeader title={title} />
      <SearchFilterBar
        query={q}
        label={w.search}
        filters={groups.length > 1 ? [filter] : []}
        countLabel={w.count(total)}
        clearTo={here}
      />
      <FormErrors
        form={form}
        labels={{ mark: w.mark, comment: w.comment }}
        idOf={(name) => fieldId(name, judged)}
      />
      {children.length === 0 && <EmptyState title={empty.title}>{empty.text}</EmptyState>}
      {children}
      <Pagination page={page} pages={pages} to={(to) => asking(here, { q, group, page: to })} />
    </Stack>
  )
}

type Waiting = {
  enrolmentId: string
  name: string
  unit: string
  group: string | null
  since: number
  zone: string
}

/** One that waits: whose it is and what, unfolding to be read and judged where it stands. */
export function WaitingCard({
  one,
  title,
  open,
  children,
}: {
  one: Waiting
  title: ReactNode
  open: boolean
  children: ReactNode
}) {
  const w = useWords(queueWords)
  const locale = useLocale()
  return (
    <Card>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2>
          <Link
            className="link inline-flex min-h-11 items-center"
            to={paths.mentoredTrainee(one.enrolmentId)}
          >
            {one.name}
          </Link>
        </h2>
        <span className="muted">{w.since(formatDayTime(one.since, one.zone, locale))}</span>
      </div>
      <p className="flex flex-wrap items-center gap-2">{title}</p>
      <p className="muted mb-2">{[one.unit, one.group].filter(Boolean).join(' · ')}</p>
      <Fold label={w.read} open={open}>
        <div className="flex flex-col gap-4">{children}</div>
      </Fold>
    </Card>
  )
}

/** What ends a judgement: a comment, and the two ways to go. */
export function JudgeOrReturn({
  of,
  intent,
  label,
  form,
}: {
  of: string
  intent: string
  label: string
  form: FormState
}) {
  const w = useWords(queueWords)
  const { pathname } = useLocation()
  return (
    <>
      <KeptText
        place={`${pathname}#${of}`}
        id={fieldId('comment', of)}
        name="comment"
        label={w.comment}
        form={form}
        rows={3}
      />
      <div className="flex flex-wrap gap-2.5">
        <SubmitButton name="intent" value={intent}>
          {label}
        </SubmitButton>
        <SubmitButton name="intent" value="return" look="ghost" formNoValidate>
          {w.returnIt}
        </SubmitButton>
      </div>
    </>
  )
}
