import { useWords } from '~/i18n'
import { tryAgain, useNetwork } from './network'
import { words } from './words'

/** Says that there is no network, what is kept, and what happens next. */
export function NetworkBar() {
  const t = useWords(words)
  const network = useNetwork()
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
    </div>
  )
}
