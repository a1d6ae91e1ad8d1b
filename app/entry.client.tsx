import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { holdDocuments } from '~/components/hold-documents'
import { keepPageWithoutNetwork } from '~/components/network'
import { reloadForLostParts } from '~/components/new-release'
import { type Spare, SpareContext } from '~/components/root-data'
import { isLocale } from '~/i18n'
import { LocaleContext } from '~/i18n/use-words'

keepPageWithoutNetwork()
holdDocuments()
reloadForLostParts()

const app = document.getElementById('app')
if (!app) throw new Error('the page has no #app')

const { lang: served, dataset } = document.documentElement
const spare: Spare = JSON.parse(decodeURIComponent(dataset.spare ?? '%7B%7D'))

startTransition(() => {
  hydrateRoot(
    app,
    <StrictMode>
      <SpareContext.Provider value={spare}>
        <LocaleContext.Provider value={isLocale(served) ? served : 'zh-CN'}>
          <RemixBrowser />
        </LocaleContext.Provider>
      </SpareContext.Provider>
    </StrictMode>,
  )
})
