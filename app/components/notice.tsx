import { Form, useLocation } from '@remix-run/react'
import { type ReactNode, useEffect, useState } from 'react'
import { FLASH_PARAMETER } from '~/http/page-data'
import { useWords } from '~/i18n'
import { SubmitButton } from './button'
import { cx } from './cx'
import { Icon } from './icon'
import { useRoot } from './root-data'
import { words } from './words'

const tones = {
  green: 'bg-green-soft text-green',
  amber: 'bg-amber-soft text-amber',
  red: 'bg-red-soft text-red',
  plain: 'border border-line bg-surface text-ink',
}

const signs = { green: 'check', amber: 'warning', red: 'warning', plain: 'info' } as const

/** A sentence that must be seen, in its place on the page. */
export function Notice({
  tone = 'plain',
  title,
  children,
  action,
}: {
  tone?: keyof typeof tones
  title?: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className={cx('flex items-start gap-3 rounded-card px-4 py-3', tones[tone])}>
      <span className="mt-0.5">
        <Icon name={signs[tone]} />
      </span>
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
      {action}
    </div>
  )
}

/** What the last action did, said once, with the way back. */
export function Flash() {
  const t = useWords(words)
  const flash = useFlash()
  useTidyAddress()
  if (!flash) return null
  return (
    <div
      role="status"
      className={cx('flex items-center gap-3 rounded-card px-4 py-1.5', tones[flash.tone ?? 'green'])}
    >
      <Icon name={signs[flash.tone ?? 'green']} />
      <p className="min-w-0 flex-1 py-2">{flash.text}</p>
      {flash.undo && (
        <Form method="post" action={flash.undo.action}>
          {Object.entries(flash.undo.fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <SubmitButton look="quiet" size="small" action={flash.undo.action}>
            <Icon name="undo" size={18} />
            {flash.undo.label ?? t.undo}
          </SubmitButton>
        </Form>
      )}
    </div>
  )
}

/** Once a page is there, its address is again what somebody would copy. */
function useTidyAddress() {
  const { key } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page's own address
  useEffect(() => {
    const url = new URL(window.location.href)
    if (!url.searchParams.has(FLASH_PARAMETER)) return
    url.searchParams.delete(FLASH_PARAMETER)
    window.history.replaceState(window.history.state, '', url)
  }, [key])
}

/**
 * It stays until its reader goes on, also where the page asks for its data anew meanwhile. A form that is refused is
 * going on too, though the root is not asked anew then and has the old words still.
 */
function useFlash() {
  const { flash } = useRoot()
  const { key } = useLocation()
  const [held, setHeld] = useState({ flash, key })
  const fresh = flash !== null && flash !== held.flash
  if (fresh) setHeld({ flash, key })
  return fresh ? flash : held.key === key ? held.flash : null
}
