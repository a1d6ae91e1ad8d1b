import { Form, Link } from '@remix-run/react'
import { buttonClass, SubmitButton } from '~/components/button'
import { Select } from '~/components/field'
import { FormKey } from '~/components/form-errors'
import { useWords } from '~/i18n'
import type { Editing, ShownPerson } from './group-card'
import { words } from './words'

export function PersonLine({
  person,
  groupId,
  editing,
}: {
  person: ShownPerson
  groupId: string | null
  editing: Editing
}) {
  const t = useWords(words)
  const moving = editing.moving === person.enrolmentId
  return (
    <li className="py-1.5">
      <div className="flex items-center justify-between gap-3">
        <p className="min-w-0">
          {person.name} <span className="muted">{person.unit}</span>
        </p>
        {!moving && (
          <Link
            to={`${editing.at({ move: person.enrolmentId })}#${groupId ?? 'without'}`}
            preventScrollReset
            className={buttonClass('quiet', 'small')}
            aria-label={`${t.move} ${person.name}`}
          >
            {t.move}
          </Link>
        )}
      </div>
      {moving && <MoveForm person={person} groupId={groupId} editing={editing} />}
    </li>
  )
}

function MoveForm({
  person,
  groupId,
  editing,
}: {
  person: ShownPerson
  groupId: string | null
  editing: Editing
}) {
  const t = useWords(words)
  const options = editing.groups
    .filter((group) => group.id !== groupId)
    .map((group) => ({ value: group.id, label: group.name }))
  return (
    <Form method="post" className="my-2 flex flex-wrap items-end gap-3 rounded-card border border-line p-4">
      <FormKey of="move" />
      <input type="hidden" name="intent" value="move" />
      <input type="hidden" name="enrolmentId" value={person.enrolmentId} />
      <input type="hidden" name="from" value={groupId ?? ''} />
      <Select name="to" label={t.moveTo(person.name)} options={options} form={editing.form} required />
      {editing.confirmed && (
        <Select
          name="reads"
          label={t.reads}
          defaultValue="beginning"
          options={[
            { value: 'beginning', label: t.readsAll },
            { value: 'joining', label: t.readsJoining },
          ]}
        />
      )}
      <SubmitButton>{t.moveButton}</SubmitButton>
      <Cancel editing={editing} at={groupId ?? 'without'} />
    </Form>
  )
}

/** Leads to the page as it was, without the form. */
export function Cancel({ editing, at }: { editing: Editing; at: string }) {
  const t = useWords(words)
  return (
    <Link to={`${editing.at()}#${at}`} preventScrollReset className={buttonClass('quiet', 'small')}>
      {t.cancel}
    </Link>
  )
}
