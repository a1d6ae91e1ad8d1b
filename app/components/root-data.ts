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

/** The number of the request that the page came by, for where the root's own loader failed. */
export const RequestIdContext = createContext('')

/** What every page knows; where the root's own loader failed, an empty page's worth of it. */
export function useRoot(): RootData {
  const locale = useLocale()
  const requestId = useContext(RequestIdContext)
  const data = useRouteLoaderData('root') as RootData | undefined
  return data ?? { locale, formKey: '', requestId, personId: null, flash: null, contact: null }
}
