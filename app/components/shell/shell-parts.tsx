import { Form, Link, useFetcher, useLocation } from '@remix-run/react'
import type { FormEvent, ReactNode } from 'react'
import type { Contact } from '~/http/page-data'
import { useLocale, useWords } from '~/i18n'
import { paths } from '~/paths'
import { Icon } from '../icon'
import { Flash } from '../notice'
import { useRoot } from '../root-data'
import { SignOut } from '../sign-out'
import { words as parts } from '../words'
import { words } from './words'

export function SkipLink() {
  const t = useWords(parts)
  return (
    <a
      href="#main"
      className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-40 focus:rounded-btn focus:bg-surface focus:px-4 focus:py-2.5"
    >
      {t.skip}
    </a>
  )
}

export function ProductName({ to }: { to?: string }) {
  const t = useWords(parts)
  return (
    <Link
      to={to ?? paths.home()}
      className="inline-flex min-h-11 items-center text-lg font-[650] tracking-[0.02em]"
    >
      {t.productName}
    </Link>
  )
}

/** The page itself: what the last action did, then the page, then whom to ask. */
export function Main({
  contact,
  account,
  children,
}: {
  contact?: Contact | null
  account?: ReactNode
  children: ReactNode
}) {
  return (
    <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col gap-4 outline-none">
      <Flash />
      {children}
      <Foot contact={contact} />
      {account && <div className="no-print -mt-3 -ml-2.5 lg:hidden">{account}</div>}
    </main>
  )
}

export function Foot({ contact }: { contact?: Contact | null }) {
  const root = useRoot()
  const ask = contact ?? root.contact
  return (
    <footer className="no-print mt-auto flex flex-wrap items-center justify-between gap-x-6 gap-y-1 pt-6 text-tiny text-ink-2">
      {ask ? <AskLine contact={ask} /> : <span />}
      <LanguageSwitch />
    </footer>
  )
}

/** 有问题找：周老师 19900001234，工作日 9:00–17:00 */
export function AskLine({ contact }: { contact: Contact }) {
  const t = useWords(parts)
  const english = useLocale() === 'en'
  return (
    <p>
      {t.askWhom}
      {english ? ': ' : '：'}
      {contact.name}
      {contact.phone && (
        <>
          {' '}
          <a
            href={`tel:${contact.phone}`}
            className="inline-flex min-h-11 items-center underline underline-offset-3"
          >
            {contact.phone}
          </a>
        </>
      )}
      {contact.hours &&
        `${english ? ', ' : '，'}${english ? contact.hours.replace(/^工作日\s*/, `${t.weekdays} `) : contact.hours}`}
    </p>
  )
}

/**
 * The other language, as one button of a form. A page that has started stays as it is, with what was typed, and speaks
 * the other; without JavaScript the form comes back to it.
 */
export function LanguageSwitch() {
  const t = useWords(parts)
  const other = useLocale() === 'en' ? { code: 'zh-CN', name: '中文' } : { code: 'en', name: 'English' }
  const { pathname, search } = useLocation()
  const { submit } = useFetcher()
  const to = pathname + search

  function stay(event: FormEvent) {
    event.preventDefault()
    const chosen = { lang: other.code, stay: 'on', formKey: 'language' }
    submit(chosen, { method: 'post', action: paths.language() })
  }

  return (
    <Form method="post" action={paths.language()} onSubmit={stay}>
      <input type="hidden" name="to" value={to} />
      <button
        type="submit"
        name="lang"
        value={other.code}
        lang={other.code}
        title={t.language}
        className="inline-flex min-h-11 items-center gap-1.5 px-1 underline-offset-3 hover:underline"
      >
        <Icon name="globe" size={16} />
        {other.name}
      </button>
    </Form>
  )
}

/** Their account, the other side of their work here, and the way out. */
export function AccountLinks({
  name,
  other,
}: {
  name: string
  other?: { to: string; label: string } | null
}) {
  const t = useWords(parts)
  const s = useWords(words)
  return (
    <div className="flex flex-col text-[0.9375rem] text-ink-2">
      {other && (
        <Link to={other.to} className="flex min-h-11 items-center gap-2 px-2.5 hover:text-ink">
          <Icon name="right" size={18} />
          {other.label}
        </Link>
      )}
      <Link
        to={paths.account()}
        title={s.account}
        className="flex min-h-11 items-center gap-2 px-2.5 hover:text-ink"
      >
        <Icon name="person" size={18} />
        {name}
      </Link>
      <SignOut>
        <button type="submit" className="min-h-11 px-2.5 text-sm hover:text-ink hover:underline">
          {t.signOut}
        </button>
      </SignOut>
    </div>
  )
}
