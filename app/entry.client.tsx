import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { keepPageWithoutNetwork } from '~/components/network'
import { isLocale } from '~/i18n'
import { LocaleContext } from '~/i18n/use-words'

keepPageWithoutNetwork()

const app = document.getElementById('app')
if (!app) throw new Error('the page has no #app')

const served = document.documentElement.lang

startTransition(() => {
  hydrateRoot(
    app,
    <StrictMode>
      <LocaleContext.Provider value={isLocale(served) ? served : 'zh-CN'}>
        <RemixBrowser />
      </LocaleContext.Provider>
    </StrictMode>,
  )
})
