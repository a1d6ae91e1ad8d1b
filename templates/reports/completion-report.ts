import { centred, type Flow, openFlow, pageFoot, pageHead, paragraph, sectionTitle } from '../flow'
import { type Locale, meanOf, oneDecimal, percent } from '../locale'
import { colour, mm, onEachPage, tag } from '../page'
import { openPaper, render } from '../render'
import { type Column, drawTable } from '../table'
import { reportWordsFor, sentByAreas } from './areas'
import type { CompletionReportFacts, Figures, ReportPerson, TownshipFigures, UnitFigures } from './facts'
import { drawRateChart, rateChartHeight } from './rate-chart'
import type { ReportWords as Words } from './words'

/** Draws a completion report as a PDF. `hash` is the SHA-256 of the frozen facts, printed at each page's foot. */
export function drawCompletionReport(
  facts: CompletionReportFacts,
  hash: string,
  locale: Locale = 'zh-CN',
): Promise<Uint8Array> {
  const words = reportWordsFor(facts, locale)
  const paper = openPaper({
    title: `${words.of(facts)} ${words.title} ${facts.number}`,
    author: facts.organisation,
    locale,
    date: facts.issuedOn,
  })
  const flow = openFlow(paper)
  tag(paper, 'P', () => pageHead(flow, facts.organisation, facts.number))
  title(flow, facts, words)
  sectionTitle(flow, words.sections.overall)
  paragraph(flow, words.overall(facts))
  townships(flow, facts, words)
  sectionTitle(flow, words.sections.rates, rateChartHeight(flow, facts.townships))
  drawRateChart(flow, facts, words)
  if (!sentByAreas(facts)) units(flow, facts, words)
  people(flow, facts, words)
  onEachPage(paper, (page, of) => {
    if (page > 1) pageHead(flow, facts.organisation, facts.number)
    pageFoot(flow, words.hash(hash), words.page(page, of))
  })
  return render(paper)
}

function title(flow: Flow, facts: CompletionReportFacts, words: Words) {
  flow.y += mm(6)
  const style = { face: 'sans-bold' as const, size: 17, color: colour.ink }
  centred(flow, 'H1', style, words.of(facts))
  centred(flow, 'H1', style, words.title)
  flow.y += mm(1.5)
  centred(
    flow,
    'P',
    { face: 'serif', size: 10, color: colour.soft },
    words.cutOff(facts.cutOff, facts.version),
  )
  flow.y += mm(2)
}

function townships(flow: Flow, facts: CompletionReportFacts, words: Words) {
  sectionTitle(flow, words.sections.townships)
  const name: Column<TownshipFigures> = { head: words.columns.township, share: 24, cell: (row) => row.name }
  const foot = { ...facts.overall, name: words.total(facts.townships.length) }
  drawTable(flow, [name, ...figureColumns(words)], facts.townships, { foot })
  flow.y += mm(1.5)
  paragraph(flow, words.bases)
}

function units(flow: Flow, facts: CompletionReportFacts, words: Words) {
  sectionTitle(flow, words.sections.units)
  const names: Column<UnitFigures>[] = [
    { head: words.columns.township, share: 20, cell: (row) => row.township },
    { head: words.columns.unit, share: 25, cell: (row) => row.name },
  ]
  const foot = { ...facts.overall, township: words.unitsTotal(facts.units.length), name: '' }
  drawTable(flow, [...names, ...figureColumns(words)], facts.units, { foot, size: 8.5 })
}

function figureColumns(words: Words): Column<Figures>[] {
  const { columns, empty } = words
  const or = (n: number | null, shown: (n: number) => string) => (n === null ? empty : shown(n))
  const figure = (head: string, share: number, cell: (row: Figures) => string): Column<Figures> => {
    return { head, share, align: 'right', cell }
  }
  return [
    figure(columns.expected, 9.5, (row) => String(row.expected)),
    figure(columns.checkedIn, 9.5, (row) => String(row.checkedIn)),
    figure(columns.completed, 10.5, (row) => String(row.completed)),
    figure(columns.completionRate, 10, (row) => or(row.completionRate, percent)),
    figure(columns.averageHours, 11, (row) => or(row.averageHours, meanOf)),
    figure(columns.attendanceRate, 13, (row) => or(row.attendanceRate, percent)),
    figure(columns.distinguished, 11, (row) => String(row.distinguished)),
  ]
}

function people(flow: Flow, facts: CompletionReportFacts, words: Words) {
  sectionTitle(flow, words.sections.people)
  const { columns, empty } = words
  const order = new Map(facts.people.map((person, i) => [person, i + 1]))
  const list: Column<ReportPerson>[] = [
    { head: columns.order, share: 7, align: 'right', cell: (person) => String(order.get(person)) },
    { head: columns.name, share: 15, cell: (person) => person.name },
    { head: columns.unit, share: 34, cell: (person) => person.unit },
    { head: columns.lastFour, share: 14, align: 'right', cell: (person) => person.lastFour ?? empty },
    {
      head: columns.arrived,
      share: 8,
      align: 'center',
      cell: (person) => (person.arrived ? words.yes : empty),
    },
    { head: columns.hours, share: 9, align: 'right', cell: (person) => oneDecimal(person.hours) },
    {
      head: columns.attended,
      share: 14,
      align: 'right',
      cell: (person) => `${person.attended}/${person.sessions}`,
    },
    { head: columns.score, share: 9, align: 'right', cell: (person) => score(person, empty) },
    { head: columns.outcome, share: 61, cell: (person) => outcome(person, words), lines: 4 },
  ]
  drawTable(flow, list, facts.people, { size: 7.8 })
}

function score(person: ReportPerson, empty: string) {
  return person.score === null ? empty : oneDecimal(person.score)
}

function outcome(person: ReportPerson, words: Words) {
  const result = words.results[person.result]
  if (person.certificateNumber) return `${result} ${person.certificateNumber}`
  if (!person.reasons.length) return result
  return `${result}${words.colon}${person.reasons.map((reason) => words.reasons[reason]).join(words.and)}`
}
