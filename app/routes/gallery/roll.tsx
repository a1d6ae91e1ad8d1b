import { Card, Row, Rows } from '~/components/card'
import { Segmented } from '~/components/choice'
import { PageHeader } from '~/components/page-header'
import { StaffShell } from '~/components/shell/staff-shell'
import { Tag } from '~/components/tag'
import { useWords } from '~/i18n'
import { contact, enrolmentId } from './people'
import { words } from './words'

/** A roll call on a phone. */
export function Roll() {
  const t = useWords(words)
  const states = [
    { value: 'present', label: t.rollShort.present, title: t.roll.present, tone: 'green' as const },
    { value: 'late', label: t.rollShort.late, title: t.roll.late, tone: 'amber' as const },
    { value: 'excused', label: t.rollShort.excused, title: t.roll.excused, tone: 'amber' as const },
    { value: 'absent', label: t.rollShort.absent, title: t.roll.absent, tone: 'red' as const },
  ]
  const people = [
    ['江丽雅', 'present'],
    ['潘　兰', 'late'],
    ['古丽·买买提', 'excused'],
    ['陆霞琳', 'absent'],
  ] as const
  return (
    <StaffShell roles={['mentor']} personName={t.mentor} enrolmentId={enrolmentId} contact={contact}>
      <PageHeader over={t.workshopNote} title={t.rollTitle}>
        <p className="flex flex-wrap gap-2">
          <Tag>{t.roll.present} 9</Tag>
          <Tag tone="amber">{t.roll.late} 1</Tag>
          <Tag tone="plain">{t.roll.excused} 1</Tag>
          <Tag tone="red">{t.roll.absent} 3</Tag>
        </p>
      </PageHeader>
      <Card flush>
        <Rows>
          {people.map(([name, state]) => (
            <Row
              key={name}
              title={name}
              note={t.unitName}
              end={<Segmented name={`mark-${name}`} legend={name} options={states} defaultValue={state} />}
            />
          ))}
        </Rows>
      </Card>
    </StaffShell>
  )
}
