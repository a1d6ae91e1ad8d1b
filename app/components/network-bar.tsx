import { useNavigation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useWords } from '~/i18n'
import { tryAgain, useNetwork } from './network'
import { words } from './words'

const SLOW = 6_000

/** Says that there is no network or no answer, what is kept, and what happens next. */
export function NetworkBar() {
  const t = useWords(words)
  const network = useNetwork()
  const slow = useSlow()
  return (
    <div role="status" className="sticky top-0 z-30">
      {network !== 'fine' && (
        <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 bg-amber-soft px-4 py-2 text-sm text-amber">
          <span>{{ away: t.noNetworkQuiet, retrying: t.noNetwork, asking: t.askAgain }[network]}</span>
          {network !== 'away' && (
            <button
              type="button"
              onClick={tryAgain}
              className="min-h-11 px-2 font-semibold underline underline-offset-3"
            >
              {t.tryAgain}
            </button>
          )}
        </div>
      )}
      {network === 'fine' && slow && (
        <div className="flex min-h-11 items-center bg-amber-soft px-4 py-2 text-sm text-amber">{t.slow}</div>
      )}
    </div>
  )
}

/** Whether a page or a form has been on its way for longer than people wait without a word. */
function useSlow() {
  const waits = useNavigation().state !== 'idle'
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!waits) return setSlow(false)
    const timer = window.setTimeout(() => setSlow(true), SLOW)
    return () => window.clearTimeout(timer)
  }, [waits])
  return slow
}
