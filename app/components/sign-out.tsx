import { Form } from '@remix-run/react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useWords } from '~/i18n'
import { paths } from '~/paths'
import { dropAll, waitingIn } from '~/realtime/outbox'
import { Button, SubmitButton } from './button'
import { countKept, forgetKept } from './kept-text'
import { useRoot } from './root-data'
import { words } from './words'

/**
 * The way out, by the button that is given. What an account wrote and the server does not have lies on a device that
 * others may use: it goes with the session, and never without a word. What others left there is not touched.
 */
export function SignOut({ children }: { children: ReactNode }) {
  const t = useWords(words)
  const { personId } = useRoot()
  const [left, setLeft] = useState<{ posts: number; texts: number } | null>(null)

  function leave(event: FormEvent) {
    if (!personId) return
    const posts = waitingIn(window.localStorage, personId).length
    const texts = countKept(personId)
    if (posts + texts > 0 && !left) {
      event.preventDefault()
      setLeft({ posts, texts })
    } else if (navigator.onLine) {
      dropAll(window.localStorage, personId)
      forgetKept(personId)
    }
  }

  return (
    <Form method="post" action={paths.signOut()} onSubmit={leave} reloadDocument>
      {left ? (
        <div role="alert" className="rounded-card bg-amber-soft px-4 py-3 text-sm text-amber">
          <p>{t.leftHere(left.posts, left.texts)}</p>
          <div className="flex flex-wrap gap-x-3 pt-1.5">
            <Button look="ghost" size="small" onClick={() => setLeft(null)}>
              {t.stay}
            </Button>
            <SubmitButton look="danger" size="small" action={paths.signOut()}>
              {t.discardAndLeave}
            </SubmitButton>
          </div>
        </div>
      ) : (
        children
      )}
    </Form>
  )
}
