import { Form, Link } from '@remix-run/react'
import { buttonClass, SubmitButton } from '~/components/button'
import { Card } from '~/components/card'
import { Field, Select } from '~/components/field'
import { FormKey } from '~/components/form-errors'
import type { FormState } from '~/components/form-state'
import { Tag } from '~/components/tag'
import { Fold } from '~/components/tools'
import { useWords } from '~/i18n'
import { paths } from '~/paths'
import { words } from './words'

export type ShownPerson = { enrolmentId: string; name: string; unit: string; township: string }
export type ShownGroup = {
  id: string
  name: string
  people: ShownPerson[]
  mentors: { personId: string; name: string }[]
  fits: boolean
}
export type ShownCandidate = { personId: string; name: string; unit: string; groupId: string | null }

export type Editing = {
  /** The address of the page as it was asked for, with something more. */
  at: (more?: { move: string } | { mentor: string }) => string
  /** The word that the groups were searched for. */
  q: string
  groups: { id: string; name: string }[]
  candidates: ShownCandidate[]
  confirmed: boolean
  /** The person who is being moved, and the group whose mentor is being chosen, as the address says. */
  moving: string
  mentoring: string
  form: FormState
}

export function GroupCard({ group, editing }: { group: ShownGroup; editing: Editing }) {
  const t = useWords(words)
  const { moving, mentoring } = editing
  return (
    <Card
      id={group.id}
      title={group.name}
      aside={
        <span className="flex gap-2">
          {!group.fits && <Tag tone="amber">{t.outside}</Tag>}
          {t.count(group.people.length)}
        </span>
      }
    >
      <Mentors group={group} editing={editing} />
      {mentoring === group.id && <MentorForms group={group} editing={editing} />}
      <Fold
        label={t.members(group.people.length)}
        look="quiet"
        open={group.people.some(
          (person) => person.enrolmentId === moving || (editing.q !== '' && person.name.includes(editing.q)),
        )}
      >
        <ul className="divide-y divide-line">
          {group.people.map((person) => (
            <PersonLine key={person.enrolmentId} person={person} groupId={group.id} editing={editing} />
          ))}
        </ul>
      </Fold>
    </Card>
  )
}

function Mentors({ group, editing }: { group: ShownGroup; editing: Editing }) {
  const t = useWords(words)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span className="muted">{t.mentors}</span>
      {group.mentors.length === 0 && <span className="text-amber">{t.noMentor}</span>}
      {group.mentors.map((mentor) => (
        <Form key={mentor.personId} method="post" className="flex items-center gap-1">
          <input type="hidden" name="intent" value="end-mentor" />
          <input type="hidden" name="group" value={group.id} />
          <input type="hidden" name="personId" value={mentor.personId} />
          <span className="font-medium">{mentor.name}</span>
          {editing.confirmed && (
            <Link
              to={paths.newCode(mentor.personId)}
              className={buttonClass('quiet', 'small')}
              aria-label={`${t.code} ${mentor.name}`}
            >
              {t.code}
            </Link>
          )}
          <SubmitButton look="quiet" size="small" working={false} aria-label={`${t.end} ${mentor.name}`}>
            {t.end}
          </SubmitButton>
        </Form>
      ))}
      {editing.mentoring !== group.id && (
        <Link
          to={`${editing.at({ mentor: group.id })}#${group.id}`}
          preventScrollReset
          className={buttonClass('quiet', 'small')}
        >
          {t.addMentor}
        </Link>
      )}
    </div>
  )
}

function MentorForms({ group, editing }: { group: ShownGroup; editing: Editing }) {
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
      <Form method="post" className="flex flex-wrap items-end gap-3">
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
        <SubmitButton look="ghost">{t.add}</SubmitButton>
      </Form>
      <Cancel editing={editing} at={group.id} />
    </div>
  )
}

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

function Cancel({ editing, at }: { editing: Editing; at: string }) {
  const t = useWords(words)
  return (
    <Link to={`${editing.at()}#${at}`} preventScrollReset className={buttonClass('quiet', 'small')}>
      {t.cancel}
    </Link>
  )
}
