import { type ActionFunctionArgs, data } from '@remix-run/node'
import { Form, useActionData, useSearchParams } from '@remix-run/react'
import { LinkButton, SubmitButton } from '~/components/button'
import { Card, EmptyState, NextCard, Row, Rows, StatStrip } from '~/components/card'
import { Checkbox, Choices, Segmented } from '~/components/choice'
import { DataTable } from '~/components/data-table'
import { Field, Select } from '~/components/field'
import { FormErrors, FormKey } from '~/components/form-errors'
import { KeptText } from '~/components/kept-text'
import { Pagination, SearchFilterBar, Steps, Tabs } from '~/components/list-tools'
import { Notice } from '~/components/notice'
import { PageHeader, Stack, TwoColumns } from '~/components/page-header'
import { PublicShell } from '~/components/shell/public-shell'
import { StaffShell } from '~/components/shell/staff-shell'
import { TraineeShell } from '~/components/shell/trainee-shell'
import { Avatar, ProgressBar, Tag } from '~/components/tag'
import { titled } from '~/components/titled'
import { CopyButton, FilePicker, Fold, Said, TypedConfirmation } from '~/components/tools'
import { redirectWith } from '~/http/flash.server'
import { readFields } from '~/http/forms.server'
import { useWords } from '~/i18n'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

export function loader() {
  return { drawn: true }
}

export async function action({ request }: ActionFunctionArgs) {
  const fields = await readFields(request)
  const typed = Object.fromEntries(fields)
  if (fields.get('phone')) {
    const undo = { action: '/gallery', fields: { name: '', intent: 'undo' } }
    return redirectWith('/gallery?of=forms', { text: '已添加张丽', undo })
  }
  return data({ errors: { phone: ['手机号应为 11 位'], name: ['请填写此项'] }, typed }, { status: 400 })
}

const contact = { name: '周老师', phone: '19900001234', hours: '工作日 9:00–17:00' }
const enrolmentId = '019a0000-0000-7000-8000-000000000000'

export default function Gallery() {
  const [params] = useSearchParams()
  if (params.get('of') === 'desk') return <Desk />
  if (params.get('of') === 'forms') return <Forms />
  if (params.get('of') === 'roll') return <Roll />
  return <Today />
}

function Today() {
  const t = useWords(words)
  return (
    <TraineeShell enrolmentId={enrolmentId} personName={t.trainee} contact={contact} works={false}>
      <PageHeader over={t.day} title={t.morning} />
      <NextCard
        over={t.goOn}
        title={t.lesson}
        action={
          <LinkButton look="light" to="/gallery?of=forms">
            {t.watch}
          </LinkButton>
        }
        note={t.seen}
      />
      <Card>
        <div className="flex items-center gap-3">
          <div className="flex-1">
            <h2 className="text-base">{t.hours}</h2>
            <p className="muted">{t.needed}</p>
          </div>
          <Tag>{t.noDebt}</Tag>
        </div>
        <ProgressBar share={0.49} label={t.hours} className="mt-2.5" />
      </Card>
      <Card flush>
        <Rows>
          <Row
            title={t.review}
            note={t.reviewNote}
            end={<Tag tone="amber">{t.sunday}</Tag>}
            to="/gallery?of=forms"
          />
          <Row title={t.workshop} note={t.workshopNote} end={<Tag tone="plain">{t.inDays}</Tag>} />
        </Rows>
      </Card>
      <Card>
        <Said
          name={t.mentor}
          role={t.mentorRole}
          when={t.yesterday}
          avatar={<Avatar name={t.mentor} mentor />}
        >
          {t.said}
        </Said>
      </Card>
      <Card title={t.module} aside={t.moduleNote} flush>
        <Rows>
          <Row dot="done" title={t.workshop} note={t.workshopNote} />
          <Row dot="now" title={t.lesson} note={t.seen} to="/gallery?of=forms" />
          <Row dot="todo" title={t.review} note={t.reviewNote} />
          <Row dot="lock" faded title={t.quiz} note={t.quizLock} />
          <Row dot="never" title={t.excellent} note={t.excellentNote} />
        </Rows>
      </Card>
    </TraineeShell>
  )
}

const townships = [
  { name: '金滩镇', people: 21, hours: '46.2', attended: '100%', done: 0.96 },
  { name: '大名镇', people: 34, hours: '44.8', attended: '97%', done: 0.91 },
  { name: '束馆镇', people: 15, hours: '43.0', attended: '93%', done: 0.88 },
  { name: '埝头乡', people: 12, hours: '33.6', attended: '75%', done: 0.58 },
]

function Desk() {
  const t = useWords(words)
  return (
    <StaffShell
      roles={['mentor', 'manager', 'administrator']}
      personName={t.manager}
      enrolmentId={null}
      contact={contact}
    >
      <PageHeader
        over={t.programme}
        title={t.cohort}
        actions={
          <>
            <LinkButton look="ghost" to="/gallery?of=forms">
              {t.importRoster}
            </LinkButton>
            <LinkButton to="/gallery?of=forms">{t.report}</LinkButton>
          </>
        }
      />
      <Tabs
        label={t.cohort}
        items={[
          { to: '/gallery?of=desk', label: t.overview },
          { to: '/gallery/people', label: t.people, count: 322 },
          { to: '/gallery/groups', label: t.groups, count: 22 },
        ]}
      />
      <StatStrip
        items={[
          { label: t.quota, value: 330 },
          { label: t.enrolled, value: 322 },
          { label: t.arrived, value: 318 },
          { label: t.onTrack, value: 261, to: '/gallery' },
          { label: t.behind, value: 49, tone: 'amber' },
          { label: t.withdrawn, value: 8 },
        ]}
      />
      <TwoColumns
        aside={
          <Card title={t.todo} flush>
            <Rows>
              <Row
                title={t.silent}
                note={t.silentNote}
                end={<Tag tone="plain">{t.remind}</Tag>}
                to="/gallery"
              />
              <Row
                title={t.waiting}
                note={t.waitingNote}
                end={<Tag tone="plain">{t.look}</Tag>}
                to="/gallery"
              />
              <Row title={t.never} note={t.makeUp} end={<Tag tone="amber">{t.arrange}</Tag>} />
            </Rows>
          </Card>
        }
      >
        <Card title={t.townships} aside={t.townshipsNote}>
          <SearchFilterBar
            query=""
            label={t.findTownship}
            filters={[
              {
                name: 'state',
                label: t.state,
                value: '',
                options: [
                  { value: '', label: t.all },
                  { value: 'behind', label: t.behind },
                ],
              },
            ]}
            count={20}
          />
          <DataTable
            caption={t.townships}
            rows={townships}
            rowKey={(row) => row.name}
            columns={[
              { key: 'name', title: t.township, heading: true, cell: (row) => row.name },
              { key: 'people', title: t.people, number: true, cell: (row) => row.people },
              { key: 'hours', title: t.meanHours, number: true, cell: (row) => row.hours },
              { key: 'attended', title: t.attended, number: true, cell: (row) => row.attended },
              {
                key: 'done',
                title: t.done,
                number: true,
                sort: { to: '/gallery?of=desk&sort=done', now: 'down' },
                cell: (row) => (
                  <span className="inline-flex items-center gap-2.5">
                    <ProgressBar
                      share={row.done}
                      tone={row.done < 0.6 ? 'amber' : 'green'}
                      className="w-[120px]"
                    />
                    {Math.round(row.done * 100)}%
                  </span>
                ),
              },
            ]}
          />
          <Pagination page={2} pages={5} to={(page) => `/gallery?of=desk&page=${page}`} />
        </Card>
      </TwoColumns>
      <EmptyState
        title={t.noReport}
        action={
          <LinkButton look="ghost" size="small" to="/gallery">
            {t.report}
          </LinkButton>
        }
      >
        {t.noReportNote}
      </EmptyState>
    </StaffShell>
  )
}

function Forms() {
  const t = useWords(words)
  const form = useActionData<typeof action>()
  return (
    <PublicShell contact={contact}>
      <PageHeader over={t.cohort} title={t.form} />
      <Steps items={[t.step1, t.step2, t.step3]} current={1} />
      <Notice tone="amber" title={t.noticeTitle}>
        {t.notice}
      </Notice>
      <Form method="post" className="flex flex-col gap-4">
        <FormErrors form={form} labels={{ phone: t.phone, name: t.name }} />
        <FormKey />
        <Field name="name" label={t.name} form={form} required />
        <Field name="phone" label={t.phone} hint={t.phoneHint} form={form} inputMode="tel" required={false} />
        <Select
          name="unit"
          label={t.unit}
          form={form}
          options={[
            { value: '1', label: '金滩镇' },
            { value: '2', label: '大名镇' },
          ]}
        />
        <KeptText name="note" label={t.note} place="/gallery" form={form} maxLength={500} />
        <Choices
          name="answer"
          legend={t.question}
          many
          defaultValue={['a', 'b']}
          options={[
            { value: 'a', label: t.answerA },
            { value: 'b', label: t.answerB },
            { value: 'c', label: t.answerC, note: t.quizLock },
          ]}
        />
        <FilePicker
          name="photo"
          label={t.photo}
          hint={t.photoHint}
          accept="image/*"
          maxBytes={5_000_000}
          form={form}
        />
        <Checkbox name="agree" label={t.agree} form={form} />
        <SubmitButton wide>{t.save}</SubmitButton>
      </Form>
      <Fold label={t.withdraw}>
        <Card>
          <Stack>
            <TypedConfirmation word={t.withdraw} />
            <SubmitButton look="danger">{t.withdraw}</SubmitButton>
          </Stack>
        </Card>
      </Fold>
      <CopyButton text="0123" />
    </PublicShell>
  )
}

function Roll() {
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
