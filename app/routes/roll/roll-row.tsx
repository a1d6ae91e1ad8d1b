import { Form, useFetcher } from '@remix-run/react'
import { Button } from '~/components/button'
import { Segmented } from '~/components/choice'
import type { FormState } from '~/components/form-state'
import { useRoot } from '~/components/root-data'
import { Tag } from '~/components/tag'
import type { Mark } from '~/domain/workshops/attendance'
import { markWords } from '~/domain/workshops/mark-words'
import { useLocale, useWords } from '~/i18n'
import { formatTime } from '~/i18n/format'
import { words } from './words'

export type ShownRow = {
  enrolmentId: string
  name: string
  unit: string
  standing: Mark | null
  minutes: number | null
  by: 'self' | 'mentor' | 'manager' | null
  self: { mark: Mark; at: Date } | null
  leave: { id: string; reason: string; granted: boolean | null } | null
}

const tones = { present: 'green', late: 'amber', excused: 'amber', absent: 'red' } as const
const four = ['present', 'late', 'excused', 'absent'] as const

/** One person: each press is sent at once, and again by itself when the network comes back. */
export function RollRow({
  row,
  place,
  sheet,
  zone,
  authority,
  open,
}: {
  row: ShownRow
  place: number
  sheet: string
  zone: string
  authority: 'mentor' | 'manager'
  /** Whether its day has come. */
  open: boolean
}) {
  const t = useWords(words)
  const m = markWords[useLocale()]
  const { formKey } = useRoot()
  const fetcher = useFetcher<FormState>()
  const shown = (fetcher.formData?.get('mark') as Mark | null) ?? row.standing
  const rare = shown === 'left-early' || shown === 'made-up'
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="font-medium">{row.name}</p>
        <p className="muted">{row.unit}</p>
        {row.self && <p className="muted">{t.self(formatTime(row.self.at, zone), m.marks[row.self.mark])}</p>}
        {row.leave?.granted === true && <p className="muted">{t.leaveGranted(row.leave.reason)}</p>}
        {row.leave?.granted === false && <p className="muted">{t.leaveRefused(row.leave.reason)}</p>}
        {row.by === 'manager' && authority === 'mentor' && row.standing && (
          <p className="text-sm text-amber">{t.overruled(m.marks[row.standing])}</p>
        )}
        {fetcher.data?.refused && <p className="text-sm text-red">{fetcher.data.refused}</p>}
      </div>
      <div className="flex items-center gap-2">
        {rare && shown && (
          <Tag tone="plain">
            {m.marks[shown]}
            {row.minutes !== null && ` · ${t.minutes(row.minutes)}`}
          </Tag>
        )}
        {open && (
          <>
            <input form={sheet} type="hidden" name={`marks[${place}].enrolmentId`} value={row.enrolmentId} />
            <input form={sheet} type="hidden" name={`marks[${place}].shown`} value={row.standing ?? ''} />
            <Segmented
              form={sheet}
              name={`marks[${place}].mark`}
              legend={row.name}
              value={shown}
              onChange={(mark) =>
                fetcher.submit(
                  { intent: 'mark', enrolmentId: row.enrolmentId, mark, formKey },
                  { method: 'post' },
                )
              }
              options={four.map((mark) => ({
                value: mark,
                label: m.short[mark],
                title: m.marks[mark],
                tone: tones[mark],
              }))}
            />
          </>
        )}
      </div>
      {row.leave?.granted === null && <LeaveAnswer leave={row.leave} />}
    </li>
  )
}

function LeaveAnswer({ leave }: { leave: { id: string; reason: string } }) {
  const t = useWords(words)
  return (
    <Form method="post" className="flex basis-full flex-wrap items-center gap-2">
      <input type="hidden" name="intent" value="leave" />
      <input type="hidden" name="leaveId" value={leave.id} />
      <span className="flex-1 text-sm text-amber">{t.leaveAsked(leave.reason)}</span>
      <Button type="submit" size="small" name="granted" value="yes">
        {t.grant}
      </Button>
      <Button type="submit" size="small" look="ghost" name="granted" value="no">
        {t.refuse}
      </Button>
    </Form>
  )
}
