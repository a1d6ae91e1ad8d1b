import { Form, Link } from '@remix-run/react'
import { buttonClass, SubmitButton } from '~/components/button'
import type { FormState } from '~/components/form-state'
import { Icon } from '~/components/icon'
import { Tag } from '~/components/tag'
import { useLocale, useWords } from '~/i18n'
import { formatList } from '~/i18n/format'
import { paths } from '~/paths'
import { MentorForms } from './mentor-forms'
import { PersonLine } from './person-line'
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

/** One group, folded to a line: how many are in it and who guides it; what can be changed stands within. */
export function GroupCard({ group, editing }: { group: ShownGroup; editing: Editing }) {
  const t = useWords(words)
  const locale = useLocale()
  const { q, moving, mentoring } = editing
  const open =
    q !== '' || mentoring === group.id || group.people.some((person) => person.enrolmentId === moving)
  return (
    <section id={group.id}>
      <details open={open} className="group">
        <summary className="flex min-h-12 cursor-pointer flex-wrap items-center gap-x-3 gap-y-0.5 px-4 py-2">
          <span aria-hidden="true" className="-ml-1 transition-transform group-open:rotate-90">
            <Icon name="right" size={16} />
          </span>
          <h2 className="text-base">{group.name}</h2>
          <span className="muted">{t.members(group.people.length)}</span>
          {!group.fits && <Tag tone="amber">{t.outside}</Tag>}
          <span className="ml-auto max-sm:w-full max-sm:pl-6">
            {group.mentors.length > 0 ? (
              formatList(
                group.mentors.map(({ name }) => name),
                locale,
              )
            ) : (
              <span className="text-amber">{t.noMentor}</span>
            )}
          </span>
        </summary>
        <div className="px-4 pb-4">
          <Mentors group={group} editing={editing} />
          {mentoring === group.id && <MentorForms group={group} editing={editing} />}
          <ul className="mt-2 divide-y divide-line">
            {group.people.map((person) => (
              <PersonLine key={person.enrolmentId} person={person} groupId={group.id} editing={editing} />
            ))}
          </ul>
        </div>
      </details>
    </section>
  )
}

function Mentors({ group, editing }: { group: ShownGroup; editing: Editing }) {
  const t = useWords(words)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span className="muted">{t.mentors}</span>
      {group.mentors.map((mentor) => (
        <Form key={mentor.personId} method="post" className="flex items-center gap-1">
          <input type="hidden" name="intent" value="end-mentor" />
          <input type="hidden" name="group" value={group.id} />
          <input type="hidden" name="personId" value={mentor.personId} />
          <span className="font-medium">{mentor.name}</span>
          <Link
            to={paths.newCode(mentor.personId, `${editing.at()}#${group.id}`)}
            className={buttonClass('quiet', 'small')}
            aria-label={`${t.code} ${mentor.name}`}
          >
            {t.code}
          </Link>
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
