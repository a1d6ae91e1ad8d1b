import type { RecordEntry } from '~/domain/learning/record'
import { markWords } from '~/domain/workshops/mark-words'
import { type Locale, useLocale, useWords } from '~/i18n'
import { formatDayTime } from '~/i18n/format'
import { Card, EmptyState, Row, Rows } from '../card'
import { cx } from '../cx'
import { ProgressBar } from '../tag'
import { Fold } from '../tools'
import { words } from './words'

export type Totals = {
  earned: string
  planned: string
  types: { type: RecordEntry['type']; earned: string; planned: string; share: number }[]
}

/** Hours earned, by type, against what the programme is worth. */
export function HourTotals({ totals }: { totals: Totals }) {
  const t = useWords(words)
  return (
    <Card title={t.earned} aside={t.ofPlanned(totals.earned, totals.planned)}>
      <ul className="grid gap-3 sm:grid-cols-2">
        {totals.types.map(({ type, earned, planned, share }) => (
          <li key={type}>
            <p className="flex justify-between gap-3 text-sm">
              <span>{t.types[type]}</span>
              <span>{t.ofPlanned(earned, planned)}</span>
            </p>
            <ProgressBar share={share} className="mt-1" />
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** So many entries are read at a glance; the earlier ones are folded. */
const NEWEST = 8

/** The ledger: each entry with its source and its day; what was taken back is an entry too. */
export function Ledger({ entries, zone }: { entries: RecordEntry[]; zone: string }) {
  const t = useWords(words)
  if (!entries.length) return <EmptyState title={t.none}>{t.noneText}</EmptyState>
  const earlier = entries.slice(NEWEST)
  return (
    <Card title={t.entries} flush>
      <Entries entries={entries.slice(0, NEWEST)} zone={zone} />
      {earlier.length > 0 && (
        <div className="border-t border-line py-1.5">
          <Fold label={t.earlier(earlier.length)} look="quiet">
            <Entries entries={earlier} zone={zone} />
          </Fold>
        </div>
      )}
    </Card>
  )
}

function Entries({ entries, zone }: { entries: RecordEntry[]; zone: string }) {
  const t = useWords(words)
  const locale = useLocale()
  return (
    <Rows label={t.entries}>
      {entries.map((entry) => (
        <Row
          key={entry.id}
          title={[entry.title, entry.session && t.session(entry.session)].filter(Boolean).join(' · ')}
          note={`${sourceOf(t, locale, entry.source)} · ${formatDayTime(entry.at, zone, locale)}`}
          end={
            <span className={cx('font-semibold', entry.taken ? 'text-red' : 'text-green')}>
              {entry.taken ? t.minus(entry.hours) : t.plus(entry.hours)}
            </span>
          }
        />
      ))}
    </Rows>
  )
}

type Sentences = (typeof words)['en'] | (typeof words)['zh-CN']

function sourceOf(t: Sentences, locale: Locale, { kind, word, by }: RecordEntry['source']) {
  const { marks } = markWords[locale]
  const source =
    kind === 'concession'
      ? t.concession(word)
      : kind === 'attendance' && word !== 'undone' && !by
        ? t.checkedIn
        : kind === 'attendance'
          ? t.attended(word in marks ? marks[word as keyof typeof marks] : t.undone)
          : t.causes[word in t.causes ? (word as keyof typeof t.causes) : 'other']
  return by ? t.by(source, by) : source
}
