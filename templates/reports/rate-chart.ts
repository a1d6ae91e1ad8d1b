import { drawText } from '../draw'
import { type Flow, makeRoom } from '../flow'
import { type Style, shrink, widthOf } from '../lines'
import { percent } from '../locale'
import { colour, mm, tag } from '../page'
import type { CompletionReportFacts, TownshipFigures } from './facts'
import type { ReportWords } from './words'

const step = mm(5.6)
const bar = mm(3.2)

/** Bars by township, the best first, those below the mean of all in amber, the mean as a dashed line. */
export function drawRateChart(flow: Flow, { townships, overall }: CompletionReportFacts, words: ReportWords) {
  const mean = overall.completionRate
  const meanLabel = mean === null ? '' : words.average(percent(mean))
  for (const part of partsOf(flow, townships)) {
    makeRoom(flow, heightOf(part))
    tag(flow.paper, 'Figure', () => drawBars(flow, part, mean, meanLabel), { alt: words.chart })
    flow.y += heightOf(part)
  }
}

/** How much of the chart stands on one page: a heading above it needs this much room below itself. */
export function rateChartHeight(flow: Flow, townships: TownshipFigures[]) {
  return heightOf(partsOf(flow, townships)[0] ?? [])
}

type Bar = { name: string; rate: number }

/** As many bars to a page as leave room for a heading. */
function partsOf(flow: Flow, townships: TownshipFigures[]): Bar[][] {
  const rows = townships
    .flatMap(({ name, completionRate }) => (completionRate === null ? [] : [{ name, rate: completionRate }]))
    .sort((a, b) => b.rate - a.rate)
  const fits = Math.floor((flow.bottom - flow.top - mm(22)) / step)
  return Array.from({ length: Math.ceil(rows.length / fits) }, (_, part) =>
    rows.slice(part * fits, (part + 1) * fits),
  )
}

function heightOf(part: Bar[]) {
  return part.length * step + mm(8)
}

function drawBars(flow: Flow, rows: Bar[], mean: number | null, meanLabel: string) {
  const { paper } = flow
  const { doc } = paper
  const label: Style = { face: 'sans', size: 8.5, color: colour.ink }
  const left = flow.left + mm(27)
  const whole = flow.width - mm(27) - mm(14)
  rows.forEach(({ rate }, i) => {
    doc
      .rect(left, flow.y + i * step, whole * rate, bar)
      .fill(mean !== null && rate < mean ? colour.amber : colour.green)
  })
  if (mean !== null) drawMean(flow, meanLabel, left + whole * mean, flow.y + rows.length * step)
  rows.forEach(({ name, rate }, i) => {
    const baseline = flow.y + i * step + bar - 1
    const end = left + whole * rate + 4
    const text = percent(rate)
    drawText(paper, shrink(label, name, mm(25)), name, flow.left, baseline)
    // The label stands clear of the line of the mean.
    doc.rect(end - 2, baseline - 8, widthOf(label, text) + 4, 10.5).fill('#ffffff')
    drawText(paper, label, text, end, baseline)
  })
}

function drawMean({ paper, y }: Flow, text: string, x: number, bottom: number) {
  const { doc } = paper
  doc.save()
  doc.dash(2.5, { space: 2 })
  doc
    .moveTo(x, y - 4)
    .lineTo(x, bottom + 2)
    .lineWidth(0.75)
    .stroke(colour.red)
  doc.restore()
  const style: Style = { face: 'sans', size: 8, color: colour.red }
  drawText(paper, style, text, x - mm(40), bottom + 11, { width: mm(40), align: 'right' })
}
