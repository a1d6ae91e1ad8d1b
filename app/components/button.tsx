import { Link, useNavigation, useResolvedPath } from '@remix-run/react'
import type { ComponentProps, ReactNode } from 'react'
import { useWords } from '~/i18n'
import { cx } from './cx'
import { words } from './words'

export type ButtonLook = 'solid' | 'ghost' | 'danger' | 'quiet' | 'light'

const looks: Record<ButtonLook, string> = {
  solid: 'bg-green text-on-green hover:brightness-110',
  ghost: 'border border-line bg-surface text-ink hover:bg-paper',
  danger: 'border border-red bg-surface text-red hover:bg-red-soft',
  quiet: 'text-green underline-offset-4 hover:underline',
  light: 'bg-white text-[#1d5c47] hover:brightness-95',
}

export function buttonClass(look: ButtonLook = 'solid', size: 'normal' | 'small' = 'normal', wide = false) {
  return cx(
    'inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-btn text-center font-semibold',
    size === 'small' ? 'px-3 text-sm' : 'px-[18px] text-base',
    wide && 'w-full',
    looks[look],
  )
}

type Shape = { look?: ButtonLook; size?: 'normal' | 'small'; wide?: boolean }

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function LinkButton({ look, size, wide, className, ...link }: Shape & ComponentProps<typeof Link>) {
  return <Link {...link} className={cx(buttonClass(look, size, wide), className)} />
}

type ButtonProps = Shape & { working?: boolean; workingLabel?: string } & ComponentProps<'button'>

/** A button; while `working` it says so, keeps its place and cannot be pressed again. */
export function Button({
  look,
  size,
  wide,
  working,
  workingLabel,
  className,
  children,
  ...button
}: ButtonProps) {
  const t = useWords(words)
  return (
    <button
      type="button"
      {...button}
      aria-disabled={working || button.disabled || undefined}
      onClick={working ? (event) => event.preventDefault() : button.onClick}
      className={cx(
        buttonClass(look, size, wide),
        'disabled:cursor-not-allowed disabled:opacity-60',
        working && 'cursor-progress opacity-80',
        className,
      )}
    >
      {working ? <Working label={workingLabel ?? t.working} /> : children}
    </button>
  )
}

/**
 * Sends its form, and shows that it is on its way. With `name` and `value` it is one of several in a form, and
 * only the one that was pressed works. In a fetcher's form, pass `working` yourself.
 */
export function SubmitButton({
  action,
  working,
  ...button
}: ButtonProps & { action?: string; children: ReactNode }) {
  const navigation = useNavigation()
  const here = useResolvedPath(action ?? '.')
  const mine =
    navigation.formMethod === 'POST' &&
    samePath(navigation.formAction, action === undefined ? null : here.pathname) &&
    (button.name === undefined || navigation.formData?.get(button.name) === button.value)
  return <Button {...button} type="submit" working={working ?? (navigation.state !== 'idle' && mine)} />
}

function samePath(formAction: string | undefined, path: string | null) {
  if (path === null || formAction === undefined) return true
  return formAction.split('?')[0] === path
}

function Working({ label }: { label: string }) {
  return (
    <>
      <span
        aria-hidden="true"
        className="size-4 flex-none animate-spin rounded-full border-2 border-current border-t-transparent"
      />
      {label}
    </>
  )
}
