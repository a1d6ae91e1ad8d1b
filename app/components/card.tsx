import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { Dot, type DotState } from './tag'

/** A sheet of paper on the page. `flush` for lists and tables that bring their own spacing. */
export function Card({
  title,
  aside,
  flush = false,
  id,
  children,
  className,
}: {
  title?: ReactNode
  aside?: ReactNode
  flush?: boolean
  id?: string
  children?: ReactNode
  className?: string
}) {
  return (
    <section
      id={id}
      className={cx(
        'min-w-0 rounded-card border border-line bg-surface px-4',
        flush ? 'py-1.5' : 'py-4',
        className,
      )}
    >
      {(title || aside) && (
        <div
          className={cx('flex flex-wrap items-baseline justify-between gap-x-3', flush ? 'pt-2.5' : 'mb-2')}
        >
          {title && <h2>{title}</h2>}
          {aside && <span className="muted">{aside}</span>}
        </div>
      )}
      {children}
    </section>
  )
}

/** The one green card of a page: what to do next. */
export function NextCard({
  over,
  title,
  action,
  note,
  children,
}: {
  over?: ReactNode
  title: ReactNode
  action?: ReactNode
  note?: ReactNode
  children?: ReactNode
}) {
  return (
    <section className="rounded-card bg-next p-4 text-white">
      {over && <p className="text-tiny opacity-85">{over}</p>}
      <h2 className="mt-0.5 mb-2.5 text-xl font-semibold">{title}</h2>
      {children}
      {(action || note) && (
        <div className="flex flex-wrap items-center gap-3">
          {action}
          {note && <span className="text-sm opacity-90">{note}</span>}
        </div>
      )}
    </section>
  )
}

/** Lines under one another, parted by a hair. */
export function Rows({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul aria-label={label} className="divide-y divide-line">
      {children}
    </ul>
  )
}

/** One line: what it is, a note below it, a sign before and a tag, number or button behind. With `to` its title is a link. */
export function Row({
  title,
  note,
  dot,
  dotLabel,
  before,
  end,
  to,
  faded = false,
  children,
}: {
  title: ReactNode
  note?: ReactNode
  dot?: DotState
  dotLabel?: string
  before?: ReactNode
  end?: ReactNode
  to?: string
  faded?: boolean
  children?: ReactNode
}) {
  return (
    <li className="relative flex min-h-11 gap-3 py-3">
      {dot && <Dot state={dot} label={dotLabel} />}
      {before}
      <div className="min-w-0 flex-1">
        <div className={cx(faded && 'text-ink-2')}>
          {to ? (
            <Link to={to} className="after:absolute after:inset-0 hover:underline">
              {title}
            </Link>
          ) : (
            title
          )}
        </div>
        {note && <div className="muted">{note}</div>}
        {children && <div className="relative">{children}</div>}
      </div>
      {end && <div className="relative flex-none self-center">{end}</div>}
    </li>
  )
}

/** What stands where nothing is yet: what will be here, and the first step. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="rounded-card border border-dashed border-edge px-5 py-8 text-center">
      <p className="font-semibold">{title}</p>
      {children && <div className="mx-auto mt-1 max-w-[36em] text-sm text-ink-2">{children}</div>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-3">{action}</div>}
    </div>
  )
}

/** Numbers in a row: two abreast on a phone, all of them on a desk. */
export function StatStrip({
  items,
}: {
  items: { label: string; value: ReactNode; tone?: 'amber' | 'red' | 'green'; to?: string }[]
}) {
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line sm:grid-cols-3 lg:flex">
      {items.map((item) => (
        <div
          key={item.label}
          className="relative bg-surface px-4 py-3.5 max-sm:last:odd:col-span-2 lg:flex-1"
        >
          <dt className="muted">
            {item.to ? (
              <Link to={item.to} className="after:absolute after:inset-0 hover:underline">
                {item.label}
              </Link>
            ) : (
              item.label
            )}
          </dt>
          <dd
            className={cx(
              'text-2xl font-[650]',
              item.tone === 'amber' && 'text-amber',
              item.tone === 'red' && 'text-red',
              item.tone === 'green' && 'text-green',
            )}
          >
            {item.value}
          </dd>
        </div>
      ))}
    </dl>
  )
}
