import { readFile } from 'node:fs/promises'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Card } from '~/components/card'
import { JudgementView } from '~/components/hand-ins/judgement'
import { Notice } from '~/components/notice'
import { Stack } from '~/components/page-header'
import { ProgressBar } from '~/components/tag'
import { refusalAt } from '~/domain/learning/deadlines'
import { practisedBy } from '~/domain/learning/practice-notes.server'
import { openActivity } from '~/http/activity.server'
import { redirectWith } from '~/http/flash.server'
import { formKeyIn } from '~/http/form-key'
import { refused } from '~/http/found.server'
import { parseUpload } from '~/http/upload.server'
import { useWords, wordsFor } from '~/i18n'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { Item } from './item'
import { itemsWithoutEvidence, practice } from './practice'
import { evidenceFileKinds, filesPerItem, maxEvidenceBytes, saveNotes } from './practice.server'
import { words } from './words'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, activity } = await openActivity(request, params, 'practice')
  const { config } = activity.activity
  const pair = { enrolmentId: activity.enrolmentId, activityId: activity.activity.id }
  const { work, notes, standing } = (await practisedBy([pair]))[0]!
  const { confirmed, awaits } = practice.progress(config, work)
  const without = itemsWithoutEvidence(config, work.evidence)
  return {
    instructions: config.instructions,
    evidence: config.evidence,
    zone: activity.cohort.timeZone,
    items: config.items.map((title, index) => {
      const note = notes.find((one) => one.item === index + 1)
      return {
        item: index + 1,
        title,
        done: !without.includes(index + 1),
        note: note ? { text: note.text, at: note.at.getTime(), files: note.files } : null,
      }
    }),
    done: config.items.length - without.length,
    open: !confirmed && !refusalAt(activity.deadline, actor.at),
    waiting: awaits === 'mentor',
    returned: work.returned,
    judgement: standing &&
      (standing.kind === 'signed' || work.returned) && {
        kind: standing.kind,
        score: standing.mark,
        comment: standing.comment,
        by: standing.by.name,
        at: standing.at.getTime(),
      },
    filesPerItem,
    maxBytes: maxEvidenceBytes,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, activity } = await openActivity(request, params, 'practice')
  const t = wordsFor(localeFor(request), words)
  const form = await parseUpload(request, {
    maxBytes: maxEvidenceBytes,
    accept: evidenceFileKinds(activity.activity.config),
    maxFiles: filesPerItem,
  })
  try {
    const text = form.fields.get('text') ?? ''
    const item = Number(form.fields.get('item'))
    const typed = { text, item: String(item) }
    const [fault] = Object.values(form.faults)
    if (fault) {
      const sentence = t.refused[faults[fault.word]]
      return refused(fault.name ? t.ofFile(sentence, fault.name) : sentence, { typed })
    }
    const files = await Promise.all(
      form.files.map(async ({ path, name }) => ({ name, bytes: await readFile(path) })),
    )
    const note = { item, text, files, keep: form.fields.getAll('keep') }
    const done = await saveNotes(actor, activity, [note], { formKey: formKeyIn(form.fields) })
    if (done.refused) {
      const sentence = t.refused[done.refused]
      return refused('name' in done && done.name ? t.ofFile(sentence, done.name) : sentence, { typed })
    }
    const page = paths.activityOf(activity.enrolmentId, activity.activity.id, 'practice')
    return redirectWith(page, { text: done.handedIn ? t.allIn : t.saved })
  } finally {
    await form.remove()
  }
}

const faults = {
  'too-large': 'file-too-large',
  'wrong-kind': 'file-kind',
  'too-many': 'too-many-files',
} as const

export default function PracticePage() {
  const t = useWords(words)
  const page = useLoaderData<typeof loader>()
  const { instructions, items, done, zone, judgement, waiting, returned } = page
  const progress = t.progress(done, items.length)
  return (
    <Stack>
      {instructions && <p className="whitespace-pre-wrap">{instructions}</p>}
      <div>
        <p className="muted mb-1.5">{progress}</p>
        <ProgressBar share={done / items.length} label={progress} />
      </div>
      {waiting && <Notice>{t.waiting}</Notice>}
      {returned && <Notice tone="amber">{t.returned}</Notice>}
      {judgement && (
        <Card>
          <JudgementView judgement={judgement} zone={zone} />
        </Card>
      )}
      {items.map((one) => (
        <Item key={one.item} {...one} page={page} />
      ))}
    </Stack>
  )
}

export type PracticeData = ReturnType<typeof useLoaderData<typeof loader>>
export type PracticeAnswer = typeof action
