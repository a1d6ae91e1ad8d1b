import { NavLink, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Contact } from '~/http/page-data'
import { useWords } from '~/i18n'
import { paths } from '~/paths'
import { cx } from '../cx'
import { Icon } from '../icon'
import { words as parts } from '../words'
import { type Area, areasFor, type StaffRole } from './sections'
import { AccountLinks, Main, ProductName, SkipLink } from './shell-parts'
import { words } from './words'

/** The pages of mentors, managers, officers and administrators: a sidebar by role, on a phone behind a menu. */
export function StaffShell({
  roles,
  personName,
  enrolmentId,
  contact,
  children,
}: {
  roles: StaffRole[]
  personName: string
  /** Their own enrolment, where they learn here too. */
  enrolmentId: string | null
  contact: Contact | null
  children: ReactNode
}) {
  const p = useWords(parts)
  const s = useWords(words)
  const areas = areasFor(roles)
  const { pathname } = useLocation()
  const other = enrolmentId ? { to: paths.today(enrolmentId), label: s.myStudy } : null
  return (
    <div className="mx-auto min-h-dvh max-w-[1440px] lg:flex">
      <SkipLink />
      {/* Folded again on the page that it led to. */}
      <details key={pathname} className="group sticky top-0 z-20 border-b border-line bg-paper lg:hidden">
        <summary className="flex min-h-13 items-center justify-between px-4">
          <span className="text-lg font-[650]">{p.productName}</span>
          <span className="flex items-center gap-2 text-sm text-ink-2">
            {p.menu}
            <Icon name="menu" />
          </span>
        </summary>
        <nav
          aria-label={p.mainMenu}
          className="max-h-[75dvh] overflow-y-auto border-t border-line px-3.5 py-3"
        >
          <Areas areas={areas} />
          <AccountLinks name={personName} other={other} />
        </nav>
      </details>
      <nav
        aria-label={p.mainMenu}
        className="sticky top-0 hidden h-dvh w-[208px] flex-none flex-col overflow-y-auto border-r border-line px-3.5 py-[22px] lg:flex"
      >
        <div className="px-2.5 pb-4">
          <ProductName />
        </div>
        <Areas areas={areas} />
        <div className="mt-auto pt-4">
          <AccountLinks name={personName} other={other} />
        </div>
      </nav>
      <div className="flex min-h-[calc(100dvh-53px)] w-full min-w-0 flex-1 flex-col px-4 pt-5 pb-6 lg:min-h-dvh lg:px-8 lg:pt-[26px]">
        <Main contact={contact}>{children}</Main>
      </div>
    </div>
  )
}

function Areas({ areas }: { areas: Area[] }) {
  const t = useWords(words)
  return areas.map((area) => (
    <div key={area.key} className="mb-3">
      {areas.length > 1 && <p className="px-2.5 pb-1 text-tiny text-ink-2">{t.areas[area.key]}</p>}
      <ul className="flex flex-col gap-[3px]">
        {area.sections.map((section) => (
          <li key={section.key}>
            <NavLink
              to={section.to}
              end={section.end}
              className={({ isActive }) =>
                cx(
                  'flex min-h-11 items-center rounded-[9px] px-2.5 lg:min-h-10 text-[0.9375rem]',
                  isActive ? 'bg-green-soft font-semibold text-green' : 'text-ink-2 hover:text-ink',
                )
              }
            >
              {t.sections[section.key]}
            </NavLink>
          </li>
        ))}
      </ul>
    </div>
  ))
}
