import { Form, useActionData, useLocation } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Card } from '~/components/card'
import { FormErrors, FormKey } from '~/components/form-errors'
import { Files, type ShownFile } from '~/components/hand-ins/files'
import { KeptText } from '~/components/kept-text'
import { Dot } from '~/components/tag'
import { FilePicker, Fold } from '~/components/tools'
import { useLocale, useWords } from '~/i18n'
import { formatDayTime } from '~/i18n/format'
import type { PracticeAnswer, PracticeData } from './trainee'
import { words } from './words'

type Props = PracticeData['items'][number] & { page: PracticeData }

/** One item of a practice: what stands as its evidence, and the form that adds to it. */
export function Item({ item, title, done, note, page }: Props) {
  const t = useWords(words)
  const locale = useLocale()
  const answer = useActionData<PracticeAnswer>()
  const mine = answer?.typed?.item === String(item) ? answer : undefined
  const { open, zone } = page
  return (
    <Card id={`item-${item}`}>
      <div className="flex gap-3">
        <Dot state={done ? 'done' : 'todo'} label={done ? t.hasEvidence : t.noEvidence} />
        <h2 className="min-w-0 flex-1">{t.item(item, title)}</h2>
      </div>
      {note && (
        <div className="mt-2">
          <p className="break-words whitespace-pre-wrap">{note.text}</p>
          <Files files={note.files} />
          <p className="muted mt-1">{t.noted(formatDayTime(note.at, zone, locale))}</p>
        </div>
      )}
      {open && (
        <div className="mt-3">
          {note ? (
            <Fold label={t.change} open={mine !== undefined}>
              <Noting item={item} note={note} page={page} answer={mine} />
            </Fold>
          ) : (
            <Noting item={item} note={null} page={page} answer={mine} />
          )}
        </div>
      )}
    </Card>
  )
}

function Noting({
  item,
  note,
  page,
  answer,
}: Pick<Props, 'item' | 'note' | 'page'> & { answer: ReturnType<typeof useActionData<PracticeAnswer>> }) {
  const t = useWords(words)
  const { pathname } = useLocation()
  const { evidence, filesPerItem, maxBytes } = page
  const takesFiles = evidence.filter((kind) => kind !== 'text')
  return (
    <Form method="post" encType="multipart/form-data" className="flex flex-col gap-3">
      <FormErrors form={answer} />
      <FormKey of={`item-${item}`} />
      <input type="hidden" name="item" value={item} />
      <p className="muted">{t.takes(evidence.map((kind) => t.evidence[kind]).join(t.between))}</p>
      {evidence.includes('text') && (
        <KeptText
          place={`${pathname}#${item}`}
          id={`text-${item}`}
          name="text"
          label={t.text}
          form={answer}
          rows={5}
          required={takesFiles.length > 0 ? false : undefined}
          defaultValue={note?.text}
        />
      )}
      {note && note.files.length > 0 && <Files files={note.files} under={(file) => <Keep file={file} />} />}
      {takesFiles.length > 0 && (
        <FilePicker
          name={`files-${item}`}
          label={t.files[takesFiles.length > 1 ? 'both' : takesFiles[0]!]}
          hint={evidence.includes('photo') ? t.photosHint(filesPerItem) : t.filesHint(filesPerItem)}
          accept={acceptOf(evidence)}
          maxBytes={maxBytes}
          multiple
        />
      )}
      <div>
        <SubmitButton name="item" value={String(item)}>
          {t.save}
        </SubmitButton>
      </div>
    </Form>
  )
}

function Keep({ file }: { file: ShownFile }) {
  const t = useWords(words)
  return (
    <label className="flex min-h-11 items-center gap-2">
      <input
        type="checkbox"
        name="keep"
        value={file.id}
        defaultChecked
        aria-label={`${t.keep} ${file.name}`}
        className="size-5 accent-green"
      />
      {t.keep}
    </label>
  )
}

function acceptOf(evidence: readonly string[]) {
  const photos = evidence.includes('photo') ? 'image/jpeg,image/png,image/webp' : ''
  const files = evidence.includes('file') ? '.pdf,.docx,.doc,.pptx,.xlsx,.txt' : ''
  return [photos, files].filter(Boolean).join(',')
}
