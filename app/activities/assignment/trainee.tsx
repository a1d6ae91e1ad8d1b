import { readFile } from 'node:fs/promises'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useLocation } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Card } from '~/components/card'
import { FormErrors, FormKey } from '~/components/form-errors'
import { SubmissionCard } from '~/components/hand-ins/submission'
import { KeptText } from '~/components/kept-text'
import { Notice } from '~/components/notice'
import { Stack } from '~/components/page-header'
import { FilePicker, Fold } from '~/components/tools'
import { refusalAt } from '~/domain/learning/deadlines'
import { versionsOf } from '~/domain/learning/submissions.queries.server'
import { openActivity } from '~/http/activity.server'
import { redirectWith } from '~/http/flash.server'
import { formKeyIn } from '~/http/form-key'
import { refused } from '~/http/found.server'
import { parseUpload } from '~/http/upload.server'
import { useWords, wordsFor } from '~/i18n'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { assignment, submissionsLeft } from './assignment'
import { assignmentServer, fileKindsTaken, handInAssignment } from './assignment.server'
import { words } from './words'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, activity } = await openActivity(request, params, 'assignment')
  const { config } = activity.activity
  const [work, versions] = await Promise.all([assignmentServer.work(activity), versionsOf(activity)])
  const { confirmed, handedIn, awaits } = assignment.progress(config, work)
  return {
    ...assignment.forTrainee(config),
    versions,
    left: submissionsLeft(config, work),
    zone: activity.cohort.timeZone,
    open: !confirmed && awaits === 'trainee' && !refusalAt(activity.deadline, actor.at),
    waiting: awaits === 'mentor',
    spent: handedIn && !confirmed && awaits === null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, activity } = await openActivity(request, params, 'assignment')
  const t = wordsFor(localeFor(request), words)
  const { config } = activity.activity
  const form = await parseUpload(request, {
    maxBytes: config.maxMegabytes * 1024 * 1024,
    accept: fileKindsTaken(config),
    maxFiles: Math.max(1, config.maxFiles),
  })
  try {
    const text = form.fields.get('text') ?? ''
    const [fault] = Object.values(form.faults)
    if (fault) {
      const sentence = t.refused[faults[fault.word]]
      return refused(fault.name ? t.ofFile(sentence, fault.name) : sentence, { typed: { text } })
    }
    const files = await Promise.all(
      form.files.map(async ({ path, name }) => ({ name, bytes: await readFile(path) })),
    )
    const done = await handInAssignment(actor, activity, { text, files, formKey: formKeyIn(form.fields) })
    if (done.refused) {
      const sentence = t.refused[done.refused]
      return refused('name' in done && done.name ? t.ofFile(sentence, done.name) : sentence, {
        typed: { text },
      })
    }
    const { enrolmentId } = activity
    return redirectWith(paths.activityOf(enrolmentId, activity.activity.id, 'assignment'), {
      text: t.handedIn,
    })
  } finally {
    await form.remove()
  }
}

const faults = {
  'too-large': 'file-too-large',
  'wrong-kind': 'file-kind',
  'too-many': 'too-many-files',
} as const

export default function AssignmentPage() {
  const t = useWords(words)
  const { instructions, passMark, versions, zone, left, open, waiting, spent } =
    useLoaderData<typeof loader>()
  const [newest, ...earlier] = versions
  return (
    <Stack>
      <Card title={t.task} aside={t.passMark(passMark)}>
        <p className="whitespace-pre-wrap">{instructions}</p>
      </Card>
      {waiting && <Notice>{t.waiting}</Notice>}
      {spent && <Notice tone="amber">{t.noneLeft}</Notice>}
      {newest && <SubmissionCard submission={newest} zone={zone} />}
      {open && <Handing again={newest ? left : null} />}
      {earlier.length > 0 && (
        <Fold label={t.earlier(earlier.length)}>
          <Stack>
            {earlier.map((one) => (
              <SubmissionCard key={one.id} submission={one} zone={zone} />
            ))}
          </Stack>
        </Fold>
      )}
    </Stack>
  )
}

function Handing({ again }: { again: number | null }) {
  const t = useWords(words)
  const { accepts, maxFiles, maxMegabytes, versions } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const { pathname } = useLocation()
  const kinds = accepts.filter((kind) => kind !== 'text')
  return (
    <Card title={again === null ? undefined : t.again} aside={again === null ? undefined : t.left(again)}>
      <Form method="post" encType="multipart/form-data" className="flex flex-col gap-4">
        <FormErrors form={form} />
        <FormKey />
        {accepts.includes('text') && (
          <KeptText
            place={pathname}
            name="text"
            label={t.text}
            hint={kinds.length > 0 ? t.textHint : undefined}
            form={form}
            rows={8}
            required={kinds.length > 0 ? false : undefined}
            defaultValue={versions[0]?.text}
          />
        )}
        {kinds.length > 0 && maxFiles > 0 && (
          <FilePicker
            name="files"
            label={t.files}
            hint={t.filesHint(
              kinds.map((kind) => kind.toUpperCase()).join(t.between),
              maxFiles,
              maxMegabytes,
            )}
            accept={kinds.map((kind) => `.${kind}`).join(',')}
            maxBytes={maxMegabytes * 1024 * 1024}
            multiple={maxFiles > 1}
            form={form}
          />
        )}
        <div>
          <SubmitButton>{t.submit}</SubmitButton>
        </div>
      </Form>
    </Card>
  )
}
