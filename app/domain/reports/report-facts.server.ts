// A completion report as it is frozen: the body names its people by the hashes of their bodies, so that its own hash
// is over theirs. Rows in, facts out.
import type { CompletionReportFacts, Figures, ReportPerson, Result } from '#templates/reports/facts'
import type { LackingReason } from '../completion/summary'
import { type Figures as Counted, figures, type ReportRow, reportFigures } from './figures'

export type ReportBody = Omit<CompletionReportFacts, 'people'> & { people: string[] }

/** A person's body; the enrolment keeps two people of one name apart. */
export type PersonBody = ReportPerson & { enrolmentId: string }

export type Listed = PersonBody & { stillUntil: string | null; inTownship: boolean }

type Head = Pick<
  CompletionReportFacts,
  | 'organisation'
  | 'number'
  | 'version'
  | 'programmeTitle'
  | 'programmeTitleEn'
  | 'cohortTitle'
  | 'cohortTitleEn'
  | 'cutOff'
  | 'issuedOn'
>

const REASONS: LackingReason[] = ['modules', 'hours', 'attendance', 'posts', 'score', 'no-score', 'open-roll']

/** What a person came to, by the decision that stood at the cut-off, else by what the rule said then. */
export function resultOf(person: {
  withdrawn: boolean
  decision: { verdict: 'completed' | 'not-completed'; distinction: boolean } | null
  state: 'done' | 'not-yet' | 'can-no-longer'
}): Result {
  if (person.withdrawn) return 'withdrawn'
  if (person.decision?.verdict === 'completed')
    return person.decision.distinction ? 'distinguished' : 'completed'
  if (person.decision) return 'not-completed'
  return person.state === 'can-no-longer' ? 'not-completed' : 'not-yet'
}

/** The body without its people; each figure is a count over the list, by figures.ts. */
export function reportFacts(head: Head, list: readonly Listed[]): Omit<CompletionReportFacts, 'people'> {
  const { total, townships, units } = reportFigures(list.map(rowOf))
  const lacking = list.filter((person) => person.result === 'not-yet' || person.result === 'not-completed')
  const possible = list.filter((person) => person.result === 'not-yet' && person.stillUntil !== null)
  const until = possible
    .map((person) => person.stillUntil!)
    .sort()
    .at(-1)
  return {
    ...head,
    sessionsPlanned: list.reduce((most, person) => Math.max(most, person.sessions), 0),
    overall: {
      ...shown(total),
      withdrawn: total.withdrawn,
      notCompleted: lacking.length,
      lacking: REASONS.flatMap((reason) => {
        const people = lacking.filter((person) => person.reasons.includes(reason)).length
        return people ? [{ reason, people }] : []
      }),
      stillPossible: until ? { people: possible.length, until } : null,
    },
    ofTownships: list.some((person) => person.inTownship),
    townships: townships.map((one) => ({ name: one.township, ...shown(one) })),
    units: units.map((one) => ({ name: one.unit, township: one.township, ...shown(one) })),
  }
}

/** The figures of some of the list, for whoever checks them. */
export function figuresOver(list: readonly PersonBody[]): Figures {
  return shown(figures(list.map(rowOf)))
}

function rowOf(person: PersonBody): ReportRow {
  return {
    name: person.name,
    township: person.township,
    unit: person.unit,
    maskedNumber: person.lastFour ?? '',
    arrived: person.arrived,
    hours: Math.round(person.hours * 100),
    attended: person.attended,
    sessions: person.sessions,
    score: person.score,
    result: rowResult(person.result),
    distinction: person.result === 'distinguished',
    reason: person.reasons.join(' '),
  }
}

function rowResult(result: Result): ReportRow['result'] {
  if (result === 'completed' || result === 'distinguished') return 'completed'
  return result === 'not-yet' ? 'undecided' : result
}

function shown(counted: Counted): Figures {
  return {
    expected: counted.enrolled,
    checkedIn: counted.arrived,
    completed: counted.completed,
    distinguished: counted.distinction,
    completionRate: counted.rate,
    averageHours: counted.meanHours === null ? null : counted.meanHours / 100,
    attendanceRate: counted.attendanceRate,
  }
}
