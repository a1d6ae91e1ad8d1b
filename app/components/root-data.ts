import { useRouteLoaderData } from '@remix-run/react'
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

/** What every page knows; where the root's own loader failed, an empty page's worth of it. */
export function useRoot(): RootData {
  const locale = useLocale()
  const data = useRouteLoaderData('root') as RootData | undefined
  return data ?? { locale, formKey: '', requestId: '', personId: null, flash: null, contact: null }
}
