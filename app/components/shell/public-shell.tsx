import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Contact } from '~/http/page-data'
import { useWords } from '~/i18n'
import { paths } from '~/paths'
import { Main, ProductName, SkipLink } from './shell-parts'
import { words } from './words'

/** The pages that anybody may open: one narrow column. `quiet` leaves out the way to sign in, where it is the page. */
export function PublicShell({
  contact,
  quiet = false,
  wide = false,
  children,
}: {
  contact?: Contact | null
  quiet?: boolean
  wide?: boolean
  children: ReactNode
}) {
  const t = useWords(words)
  return (
    <div
      className={`mx-auto flex min-h-dvh flex-col px-4 pt-3 pb-6 ${wide ? 'max-w-[880px]' : 'max-w-[480px]'}`}
    >
      <SkipLink />
      <header className="flex min-h-13 items-center justify-between pb-2">
        <ProductName />
        {!quiet && (
          <nav className="flex gap-4 text-sm">
            <Link to={paths.verify()} className="inline-flex min-h-11 items-center text-ink-2 hover:text-ink">
              {t.verify}
            </Link>
            <Link to={paths.signIn()} className="inline-flex min-h-11 items-center font-semibold text-green">
              {t.signIn}
            </Link>
          </nav>
        )}
      </header>
      <Main contact={contact}>{children}</Main>
    </div>
  )
}
