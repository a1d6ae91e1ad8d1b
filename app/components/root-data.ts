import { useRouteLoaderData } from '@remix-run/react'
import { createContext, useContext } from 'react'
import type { Contact, FlashMessage } from '~/http/page-data'
import { type Locale, useLocale } from '~/i18n'

export type RootData = {
  locale: Locale
  formKey: string
  requestId: string
  personId: string | null
  flash: FlashMessage | null
  contact: Contact | null
}

export type Spare = { requestId: string; contact: Contact | null }

/** What a page has where the root's own loader failed: the number of its request, and whom to ask. */
export const SpareContext = createContext<Spare>({ requestId: '', contact: null })

/** What every page knows; where the root's own loader failed, an empty page's worth of it. */
export function useRoot(): RootData {
  const locale = useLocale()
  const spare = useContext(SpareContext)
  const data = useRouteLoaderData('root') as RootData | undefined
  return data ?? { locale, formKey: '', personId: null, flash: null, ...spare }
}
