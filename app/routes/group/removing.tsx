import { Form, Link } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Field } from '~/components/field'
import { FormErrors, FormKey } from '~/components/form-errors'
import { type FormState, typedIn } from '~/components/form-state'
import type { ShownPost } from '~/domain/mentoring/log'
import { useWords } from '~/i18n'
import type { TalkData } from './route'
import { words } from './words'

/** What takes this post away or gives it back for whoever asks; null where they may do neither. */
export function removalOf({ removed, authorId }: ShownPost, { as, me }: Pick<TalkData, 'as' | 'me'>) {
  const own = authorId === me
  if (!removed) return own ? 'delete' : as === 'mentor' ? 'hide' : null
  return (removed.kind === 'hidden' ? as === 'mentor' : own) ? 'restore' : null
}

type Props = {
  post: ShownPost
  intent: 'delete' | 'hide' | 'restore'
  self: string
  form: FormState
  close(): void
}

/** The form that takes a post away, or gives it back; it stands under the post that it is about. */
export function Removing({ post, intent, self, form, close }: Props) {
  const t = useWords(words)
  const mine = typedIn(form, 'postId') === post.id ? form : undefined
  return (
    <Form
      method="post"
      action={self}
      className="no-print mt-1 ml-[46px] flex flex-col gap-3 py-2"
      preventScrollReset
    >
      <FormErrors form={mine} labels={{ reason: t.hideReason }} />
      <FormKey of={post.id} />
      <input type="hidden" name="postId" value={post.id} />
      <input type="hidden" name="intent" value={intent} />
      {intent === 'hide' && <Field name="reason" label={t.hideReason} form={mine} required maxLength={500} />}
      <div className="flex gap-3">
        <SubmitButton
          look={intent === 'restore' ? 'ghost' : 'danger'}
          size="small"
          name="submit"
          value={intent}
        >
          {t[intent]}
        </SubmitButton>
        <Link
          className="inline-flex min-h-11 items-center px-2 text-sm"
          to={self}
          preventScrollReset
          replace
          onClick={close}
        >
          {t.cancel}
        </Link>
      </div>
    </Form>
  )
}
