import { LinkButton } from '~/components/button'
import { Card, EmptyState, Row, Rows, StatStrip } from '~/components/card'
import { DataTable } from '~/components/data-table'
import { Pagination, SearchFilterBar, Tabs } from '~/components/list-tools'
import { PageHeader, TwoColumns } from '~/components/page-header'
import { StaffShell } from '~/components/shell/staff-shell'
import { ProgressBar, Tag } from '~/components/tag'
import { useWords } from '~/i18n'
import { contact } from './people'
import { words } from './words'

const townships = [
  { name: '金滩镇', people: 21, hours: '46.2', attended: '100%', done: 0.96 },
  { name: '大名镇', people: 34, hours: '44.8', attended: '97%', done: 0.91 },
  { name: '束馆镇', people: 15, hours: '43.0', attended: '93%', done: 0.88 },
  { name: '埝头乡', people: 12, hours: '33.6', attended: '75%', done: 0.58 },
]

/** What a manager's page is made of. */
export function Desk() {
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
