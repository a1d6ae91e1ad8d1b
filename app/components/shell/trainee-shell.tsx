import { NavLink } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Contact } from '~/http/page-data'
import { useWords } from '~/i18n'
import { paths } from '~/paths'
import { cx } from '../cx'
import { Icon } from '../icon'
import { words as parts } from '../words'
import { type Tab, tabsFor } from './sections'
import { AccountLinks, Main, ProductName, SkipLink } from './shell-parts'
import { words } from './words'

/** A trainee's pages: tabs at the thumb on a phone, a sidebar on a desk. */
export function TraineeShell({
  enrolmentId,
  personName,
  contact,
  works,
  children,
}: {
  enrolmentId: string
  personName: string
  contact: Contact | null
  /** Whether they have work here too, as a mentor or in an office. */
  works: boolean
  children: ReactNode
}) {
  const p = useWords(parts)
  const s = useWords(words)
  const tabs = tabsFor(enrolmentId)
  const account = (
    <AccountLinks name={personName} other={works ? { to: paths.home(), label: s.myWork } : null} />
  )
  return (
    <div className="mx-auto min-h-dvh max-w-[1180px] lg:flex">
      <SkipLink />
      <nav
        aria-label={p.mainMenu}
        className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface px-1 pt-1.5 pb-[max(0.5rem,env(safe-area-inset-bottom))] lg:sticky lg:top-0 lg:flex lg:h-dvh lg:w-[208px] lg:flex-none lg:flex-col lg:border-t-0 lg:border-r lg:bg-transparent lg:px-3.5 lg:py-[22px]"
      >
        <div className="hidden px-2.5 pb-4 lg:block">
          <ProductName to={tabs[0]?.to} />
        </div>
        <ul className="flex lg:flex-col lg:gap-[3px]">
          {tabs.map((tab) => (
            <TabLink key={tab.key} tab={tab} />
          ))}
        </ul>
        <div className="mt-auto hidden lg:block">{account}</div>
      </nav>
      <div className="mx-auto flex min-h-dvh w-full max-w-[760px] min-w-0 flex-col px-4 pt-[18px] pb-24 lg:px-8 lg:pt-[26px] lg:pb-8">
        <Main contact={contact} account={account}>
          {children}
        </Main>
      </div>
    </div>
  )
}

function TabLink({ tab }: { tab: Tab }) {
  const t = useWords(words)
  return (
    <li className="flex-1">
      <NavLink
        to={tab.to}
        end={tab.end}
        className={({ isActive }) =>
          cx(
            'flex min-h-11 flex-col items-center rounded-[9px] py-1.5 text-xs lg:flex-row lg:gap-2.5 lg:px-2.5 lg:py-2 lg:text-[0.9375rem]',
            isActive ? 'font-semibold text-green lg:bg-green-soft' : 'text-ink-2 hover:text-ink',
          )
        }
      >
        <Icon name={tab.icon} />
        {t.tabs[tab.key]}
      </NavLink>
    </li>
  )
}
