import { data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Meta,
  Outlet,
  ScrollRestoration,
  useNavigation,
  useRouteError,
} from '@remix-run/react'
import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { now } from '~/clock.server'
import { useAcknowledgeKept } from '~/components/kept-text'
import { NetworkBar } from '~/components/network-bar'
import { words as errorWords, PageError, statusOf } from '~/components/page-error'
import { useRoot } from '~/components/root-data'
import { PublicShell } from '~/components/shell/public-shell'
import { localeIn } from '~/components/titled'
import { useValidityWords } from '~/components/validity'
import { words } from '~/components/words'
import { contactOfSite } from '~/domain/access/contact.queries.server'
import { systemActor } from '~/domain/actor'
import { newAnonymousId } from '~/domain/ids.server'
import { personIdFor } from '~/http/actor.server'
import { takeFlash } from '~/http/flash.server'
import type { Contact } from '~/http/page-data'
import { wordsFor } from '~/i18n'
import { localeFor } from '~/i18n/request.server'
import { LocaleContext } from '~/i18n/use-words'
import { useOutbox } from '~/realtime/use-outbox'
import styles from '~/styles/app.css?url'

// Only the root names links: the served ones stay in the head for good, so that a page never loses its styles
// for a moment. What changes from page to page is `meta`.
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction = ({ error, matches }) => {
  const locale = localeIn(matches)
  const name = wordsFor(locale, words).productName
  return [{ title: error ? `${wordsFor(locale, errorWords)[statusOf(error)].title} · ${name}` : name }]
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { flash, headers } = await takeFlash(request)
  return data(
    {
      locale: localeFor(request),
      formKey: newAnonymousId(),
      requestId: context.requestId,
      personId: await personIdFor(request),
      flash,
      contact: await contactOfSite(systemActor(now(), 'page')),
    },
    { headers },
  )
}

export default function App() {
  return (
    <Page failed={false}>
      <Outlet />
    </Page>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  const { personId } = useRoot()
  const contact: Contact | null = isRouteErrorResponse(error) ? (error.data?.contact ?? null) : null
  return (
    <Page failed={error !== undefined}>
      <PublicShell quiet={personId !== null || statusOf(error) === 500} contact={contact}>
        <PageError />
      </PublicShell>
    </Page>
  )
}

function Page({ failed, children }: { failed: boolean; children: ReactNode }) {
  const { locale, personId } = useRoot()
  useAcknowledgeKept(failed)
  useOutbox(personId)

  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])

  return (
    <LocaleContext.Provider value={locale}>
      <Head />
      <ValidityWords />
      <Progress />
      <NetworkBar />
      {children}
    </LocaleContext.Provider>
  )
}

/**
 * Takes the served title and metas away and draws the current ones, once hydration is over. From then on a page begins
 * at its top, and one that somebody goes back to stands where they left it.
 */
function Head() {
  const [head, setHead] = useState<HTMLHeadElement | null>(null)
  useEffect(() => {
    for (const served of document.head.querySelectorAll('[data-served]')) served.remove()
    setHead(document.head)
  }, [])
  if (!head) return null
  return (
    <>
      <ScrollRestoration />
      {createPortal(<Meta />, head)}
    </>
  )
}

function ValidityWords() {
  useValidityWords()
  return null
}

/** A thin line at the top while the next page is on its way, so that each press is answered at once. */
function Progress() {
  const navigation = useNavigation()
  const busy = navigation.state !== 'idle'
  return (
    <div
      aria-hidden="true"
      className={`pointer-events-none fixed inset-x-0 top-0 z-50 h-[3px] origin-left bg-green transition-transform duration-700 ${busy ? 'scale-x-75' : 'scale-x-0 opacity-0'}`}
    />
  )
}
