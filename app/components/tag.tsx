import type { ReactNode } from 'react'
import { useWords } from '~/i18n'
import { cx } from './cx'
import { words } from './words'

export type Tone = 'green' | 'amber' | 'red' | 'plain'

const tones: Record<Tone, string> = {
  green: 'bg-green-soft text-green',
  amber: 'bg-amber-soft text-amber',
  red: 'bg-red-soft text-red',
  plain: 'border border-line text-ink-2',
}

export function Tag({ tone = 'green', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={cx(
        'inline-block rounded-tag px-2 py-[5px] text-[0.78rem] leading-none whitespace-nowrap',
        tones[tone],
      )}
    >
      {children}
    </span>
  )
}

export type DotState = 'done' | 'now' | 'todo' | 'lock' | 'never'

const dots: Record<DotState, string> = {
  done: 'border-green bg-green text-on-green',
  now: 'border-green text-green',
  todo: 'border-edge',
  lock: 'border-edge border-dashed',
  never: 'border-red bg-red text-on-red',
}

/** Where something stands, as a sign and, for who cannot see it, a word. */
export function Dot({ state, label }: { state: DotState; label?: string }) {
  const t = useWords(words)
  return (
    <span
      className={cx(
        'mt-[3px] grid size-[22px] flex-none place-items-center rounded-full border-2',
        dots[state],
      )}
    >
      <span className="sr-only">{label ?? t.dot[state]}</span>
      {state === 'done' && <Stroke d="M3 6.5l2.2 2.2L9 4" />}
      {state === 'never' && <Stroke d="M3.5 3.5l5 5M8.5 3.5l-5 5" />}
      {state === 'now' && <span className="size-2 rounded-full bg-green" />}
    </span>
  )
}

function Stroke({ d }: { d: string }) {
  return (
    <svg
      aria-hidden="true"
      width="14"
      height="14"
      viewBox="0 0 12 12"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
    >
      <path d={d} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}

/** How far: a share from 0 to 1, with the words beside it or in `label`. Drawn as SVG, since the policy refuses style attributes. */
export function ProgressBar({
  share,
  tone = 'green',
  label,
  className,
}: {
  share: number
  tone?: 'green' | 'amber' | 'red' | 'white'
  label?: string
  className?: string
}) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10
  const fill = { green: 'fill-green', amber: 'fill-amber', red: 'fill-red', white: 'fill-white' }[tone]
  return (
    <svg
      role="progressbar"
      aria-label={label}
      aria-hidden={label === undefined || undefined}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      className={cx(
        'block h-1.5 w-full overflow-hidden rounded-full',
        tone === 'white' ? 'bg-white/30' : 'bg-line',
        className,
      )}
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
    >
      <rect width={percent} height="6" className={fill} />
    </svg>
  )
}

export function Avatar({ name, mentor = false }: { name: string; mentor?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        'grid size-9 flex-none place-items-center rounded-full font-semibold',
        mentor ? 'bg-green text-on-green' : 'bg-green-soft text-green',
      )}
    >
      {[...name][0]}
    </span>
  )
}
