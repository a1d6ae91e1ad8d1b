import type { ReactNode } from 'react'
import { cx } from './cx'

/** The head of a page: where it belongs, its name, what can be done with it. */
export function PageHeader({
  over,
  title,
  actions,
  children,
}: {
  over?: ReactNode
  title: ReactNode
  actions?: ReactNode
  children?: ReactNode
}) {
  return (
    <header className="flex flex-col gap-3 sm:flex-row sm:items-end sm:justify-between">
      <div className="min-w-0 flex-1">
        {over && <p className="muted">{over}</p>}
        <h1>{title}</h1>
        {children && <div className="mt-1.5">{children}</div>}
      </div>
      {actions && <div className="flex flex-none flex-wrap gap-2.5">{actions}</div>}
    </header>
  )
}

/** A page's parts under one another, at the distance that all pages keep. `narrow` for lists that are read line by line. */
export function Stack({ narrow = false, children }: { narrow?: boolean; children: ReactNode }) {
  return <div className={cx('flex flex-col gap-4', narrow && 'max-w-[880px]')}>{children}</div>
}

/** On a desk a wide and a narrow column, on a phone one under the other. */
export function TwoColumns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="grid min-w-0 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_330px]">
      <div className="flex min-w-0 flex-col gap-4">{children}</div>
      <div className="flex min-w-0 flex-col gap-4">{aside}</div>
    </div>
  )
}
