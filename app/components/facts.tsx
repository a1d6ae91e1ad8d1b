import type { ReactNode } from 'react'

/** What is known of somebody or something, a line each: what it is, and what it says. */
export function Facts({ lines }: { lines: { label: string; value: ReactNode }[] }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-2">
      {lines.map(({ label, value }, place) => (
        <div key={place} className="contents">
          <dt className="text-ink-2">{label}</dt>
          <dd className="min-w-0 break-words tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
