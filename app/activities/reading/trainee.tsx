import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Card } from '~/components/card'
import { FormErrors, FormKey } from '~/components/form-errors'
import { Tag } from '~/components/tag'
import { openActivity } from '~/http/activity.server'
import { redirectWith } from '~/http/flash.server'
import { readFields } from '~/http/forms.server'
import { refused } from '~/http/found.server'
import { useWords, wordsFor } from '~/i18n'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { Markdown } from './markdown'
import { markRead } from './reading.server'
import { words } from './words'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { activity } = await openActivity(request, params, 'reading')
  const { text, minutes } = activity.activity.config
  return { text, minutes, done: activity.outcome?.handedInAt != null }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, activity } = await openActivity(request, params, 'reading')
  const t = wordsFor(localeFor(request), words)
  const fields = await readFields(request)
  const done = await markRead(actor, activity, fields.get('end') === 'reached')
  if ('refused' in done) return refused(t[done.refused])
  return redirectWith(paths.activityOf(activity.enrolmentId, activity.activity.id, 'reading'), {
    text: t.recorded,
  })
}

export default function ReadingPage() {
  const t = useWords(words)
  const { text, minutes, done } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  return (
    <>
      <Card>
        <p className="muted mb-2">{t.about(minutes)}</p>
        <article className="prose">
          <Markdown text={text} />
        </article>
        <p className="muted mt-6 text-center">{t.end}</p>
      </Card>
      {/* The form stands where the text ends: who presses its button has come so far. */}
      {done ? (
        <div>
          <Tag>{t.done}</Tag>
        </div>
      ) : (
        <Form method="post">
          <FormErrors form={form} />
          <FormKey />
          <input type="hidden" name="end" value="reached" />
          <SubmitButton wide>{t.read}</SubmitButton>
        </Form>
      )}
    </>
  )
}
