import { Form } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Field, Select } from '~/components/field'
import { FormKey } from '~/components/form-errors'
import { useWords } from '~/i18n'
import type { Editing, ShownGroup } from './group-card'
import { Cancel } from './person-line'
import { words } from './words'

/** Chooses a group's mentor from the roster, or adds somebody who is on none. */
export function MentorForms({ group, editing }: { group: ShownGroup; editing: Editing }) {
  const t = useWords(words)
  const nameOf = new Map(editing.groups.map(({ id, name }) => [id, name]))
  const options = editing.candidates
    .filter(
      (one) => one.groupId !== group.id && !group.mentors.some(({ personId }) => personId === one.personId),
    )
    .map((one) => ({
      value: one.personId,
      label: [one.name, one.unit, one.groupId && t.learnsIn(nameOf.get(one.groupId) ?? '')]
        .filter(Boolean)
        .join(' · '),
    }))
  return (
    <div className="my-3 flex flex-col gap-4 rounded-card border border-line p-4">
      <Form method="post" className="flex flex-wrap items-end gap-3">
        <FormKey of="mentor" />
        <input type="hidden" name="intent" value="mentor" />
        <input type="hidden" name="group" value={group.id} />
        <div className="min-w-0 flex-1">
          <Select name="personId" label={t.fromRoster} options={options} form={editing.form} required />
        </div>
        <SubmitButton>{t.choose}</SubmitButton>
      </Form>
      <Form method="post" className="flex flex-wrap items-start gap-3">
        <FormKey of="add-mentor" />
        <input type="hidden" name="intent" value="add-mentor" />
        <input type="hidden" name="group" value={group.id} />
        <p className="basis-full font-medium">{t.byName}</p>
        <Field name="name" label={t.name} form={editing.form} required maxLength={50} autoComplete="off" />
        <Field
          name="telephone"
          label={t.telephone}
          form={editing.form}
          required
          type="tel"
          inputMode="tel"
          maxLength={30}
          autoComplete="off"
        />
        <div className="sm:mt-7">
          <SubmitButton look="ghost">{t.add}</SubmitButton>
        </div>
      </Form>
      <Cancel editing={editing} at={group.id} />
    </div>
  )
}
