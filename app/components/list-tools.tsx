import { Form, Link, NavLink, useSubmit } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '~/i18n'
import { formatCount } from '~/i18n/format'
import { Button, buttonClass } from './button'
import { cx } from './cx'
import { Icon } from './icon'
import { words } from './words'

export type Filter = {
  name: string
  label: string
  value: string
  options: { value: string; label: string }[]
}

/**
 * Search and filters of a list. A form that asks by GET: its state is in the address, so it can be sent to a
 * colleague, and it works without JavaScript. `hidden` are the parts of the address that must stay, `clearTo` the
 * address without any.
 */
export function SearchFilterBar({
  query,
  label,
  filters = [],
  hidden = {},
  count,
  countLabel,
  clearTo,
}: {
  query?: string
  label?: string
  filters?: Filter[]
  hidden?: Record<string, string>
  count?: number
  countLabel?: ReactNode
  clearTo?: string
}) {
  const t = useWords(words)
  const submit = useSubmit()
  const narrowed = Boolean(query) || filters.some((filter) => filter.value !== '')
  return (
    <div className="flex flex-col gap-2">
      <Form method="get" role="search" className="flex flex-wrap items-end gap-2.5">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {query !== undefined && (
          <label className="min-w-48 flex-1">
            <span className="sr-only">{label ?? t.search}</span>
            <input
              type="search"
              name="q"
              defaultValue={query}
              placeholder={label ?? t.search}
              className="block min-h-11 w-full rounded-btn border border-edge bg-surface px-3.5 placeholder:text-ink-2"
            />
          </label>
        )}
        {filters.map((filter) => (
          <label key={filter.name} className="flex max-w-full flex-col">
            <span className="muted">{filter.label}</span>
            <select
              name={filter.name}
              defaultValue={filter.value}
              onChange={(event) => submit(event.currentTarget.form, { preventScrollReset: true })}
              className="min-h-11 max-w-full rounded-btn border border-edge bg-surface px-3"
            >
              {filter.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          </label>
        ))}
        <Button type="submit" look="ghost">
          <Icon name="search" size={18} />
          {query === undefined ? t.filter : t.search}
        </Button>
        {narrowed && clearTo && (
          <Link to={clearTo} className={buttonClass('quiet', 'small')}>
            {t.clear}
          </Link>
        )}
      </Form>
      {(countLabel || count !== undefined) && (
        <p className="muted" aria-live="polite">
          {countLabel ?? t.found(formatCount(count ?? 0))}
        </p>
      )}
    </div>
  )
}

/** Which page of a long list, and the ones beside it. `to` makes the address of a page. */
export function Pagination({
  page,
  pages,
  to,
}: {
  page: number
  pages: number
  to: (page: number) => string
}) {
  const t = useWords(words)
  if (pages <= 1) return null
  return (
    <nav aria-label={t.page(page, pages)} className="mt-3 flex items-center justify-between gap-3">
      {page > 1 ? (
        <Link to={to(page - 1)} rel="prev" className={buttonClass('ghost', 'small')}>
          {t.previous}
        </Link>
      ) : (
        <span />
      )}
      <span className="muted">{t.page(page, pages)}</span>
      {page < pages ? (
        <Link to={to(page + 1)} rel="next" className={buttonClass('ghost', 'small')}>
          {t.next}
        </Link>
      ) : (
        <span />
      )}
    </nav>
  )
}

/** The parts of one thing, each with an address of its own. */
export function Tabs({
  label,
  items,
}: {
  label: string
  items: { to: string; label: string; count?: number; end?: boolean }[]
}) {
  return (
    <nav aria-label={label} className="-mx-1 flex flex-wrap gap-1 border-b border-line">
      {items.map((item) => (
        <NavLink
          key={item.to}
          to={item.to}
          end={item.end}
          className={({ isActive }) =>
            cx(
              'inline-flex min-h-11 items-center gap-1.5 border-b-2 px-3 text-[0.9375rem]',
              isActive
                ? 'border-green font-semibold text-green'
                : 'border-transparent text-ink-2 hover:text-ink',
            )
          }
        >
          {item.label}
          {item.count !== undefined && <span className="muted">{formatCount(item.count)}</span>}
        </NavLink>
      ))}
    </nav>
  )
}

/** How far one is in a job of several steps; a phone has room for the name of the one at hand. */
export function Steps({ items, current }: { items: string[]; current: number }) {
  return (
    <ol className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {items.map((item, index) => (
        <li
          key={item}
          aria-current={index === current ? 'step' : undefined}
          className={cx(
            'flex items-center gap-2',
            index === current ? 'font-semibold text-green' : index < current ? 'text-ink' : 'text-ink-2',
          )}
        >
          <span
            className={cx(
              'grid size-6 place-items-center rounded-full border text-tiny',
              index < current ? 'border-green bg-green text-on-green' : 'border-current',
            )}
          >
            {index < current ? '✓' : index + 1}
          </span>
          <span className={cx(index !== current && 'max-sm:sr-only')}>{item}</span>
        </li>
      ))}
    </ol>
  )
}
