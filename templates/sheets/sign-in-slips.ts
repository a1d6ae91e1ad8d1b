import { drawLine, drawLines, drawText } from '../draw'
import { type Style, shrink, widthOf, wrap } from '../lines'
import type { Locale } from '../locale'
import { a4, artifact, colour, hairline, mm, onEachPage, tag } from '../page'
import { drawQr, type Qr, qrFor } from '../qr'
import { openPaper, type Paper, render } from '../render'
import { slipWords } from './words'

/** The slips of one import, each to be cut out and handed over. */
export type SignInSlipsFacts = {
  programmeTitle: string
  programmeTitleEn: string | null
  cohortTitle: string
  cohortTitleEn: string | null
  organisation: string
  madeOn: string
  signInUrl: string
  /** The last day on which the codes are good. */
  validUntil: string
  /** Whom to ask. */
  contact: { name: string; telephone: string; hours: string | null }
  /** Townships in the order to print; each begins a page. */
  townships: { name: string; slips: Slip[] }[]
}

export type Slip = {
  name: string
  unit: string
  /** What to sign in with, masked: 1990****007. */
  way: { by: 'telephone' | 'identity-number'; masked: string }
  /** Ten characters; null for somebody who has an account: they sign in as before. */
  code: string | null
}

const perPage = 10
const head = mm(21)
const side = mm(10)
const slip = { width: (a4.short - 2 * side) / 2, height: (a4.long - head - mm(12)) / 5 }
const padding = mm(5)

/** Draws sign-in slips, ten to a page with lines to cut along, each township on pages of its own. */
export function drawSignInSlips(facts: SignInSlipsFacts, locale: Locale = 'zh-CN'): Promise<Uint8Array> {
  const words = slipWords[locale]
  const title = words.of(facts)
  const paper = openPaper({
    title: `${title} ${words.title}`,
    author: facts.organisation,
    locale,
    date: facts.madeOn,
  })
  const qr = qrFor(facts.signInUrl)
  for (const township of facts.townships) {
    for (let from = 0; from < township.slips.length; from += perPage) {
      paper.doc.addPage()
      pageHead(paper, facts, township)
      artifact(paper, () => cutLines(paper))
      township.slips.slice(from, from + perPage).forEach((one, i) => {
        drawSlip(paper, facts, qr, one, side + (i % 2) * slip.width, head + Math.floor(i / 2) * slip.height)
      })
    }
  }
  if (!paper.doc.bufferedPageRange().count) paper.doc.addPage()
  onEachPage(paper, (page, of) => {
    const style: Style = { face: 'sans', size: 7.5, color: colour.soft }
    drawText(paper, style, words.page(page, of), side, a4.long - mm(6), {
      width: a4.short - 2 * side,
      align: 'right',
    })
  })
  return render(paper)
}

function pageHead(paper: Paper, facts: SignInSlipsFacts, township: { name: string; slips: Slip[] }) {
  const words = slipWords[paper.locale]
  const width = a4.short - 2 * side
  const large: Style = { face: 'sans-bold', size: 13, color: colour.ink }
  const small: Style = { face: 'sans', size: 8.5, color: colour.soft }
  tag(paper, 'H1', () => {
    drawText(paper, shrink(large, township.name, mm(120)), township.name, side, mm(12))
    drawText(paper, small, words.count(township.slips.length), side, mm(12), { width, align: 'right' })
  })
  const what = `${words.of(facts)} · ${words.title} · ${words.cut}`
  const line = wrap(shrink(small, what, width), what, width, 1)[0]!
  tag(paper, 'P', () => drawLine(paper, line, side, mm(17.5), width))
}

function cutLines({ doc }: Paper) {
  doc.save()
  doc.dash(2, { space: 2.5 })
  doc.lineWidth(0.4)
  for (let row = 0; row <= 5; row++) {
    const y = head + row * slip.height
    doc.moveTo(side, y).lineTo(a4.short - side, y)
  }
  doc.moveTo(a4.short / 2, head).lineTo(a4.short / 2, head + 5 * slip.height)
  doc.stroke('#9a9a94')
  doc.restore()
}

function drawSlip(paper: Paper, facts: SignInSlipsFacts, qr: Qr, one: Slip, x: number, y: number) {
  const words = slipWords[paper.locale]
  const left = x + padding
  const square = mm(19)
  const whole = slip.width - 2 * padding
  const beside = whole - square - mm(4)
  const small: Style = { face: 'sans', size: 8, color: colour.soft }
  const large: Style = { face: 'sans-bold', size: 15, color: colour.ink }
  const lines = widthOf({ ...large, size: 10 }, one.name) > beside ? 2 : 1
  const name = shrink(lines === 1 ? large : { ...large, size: 10.5 }, one.name, beside, lines, 8)
  const names = wrap(name, one.name, beside, lines)
  const unitAt = y + (names.length > 1 ? mm(17.2) : mm(14.2))
  tag(paper, 'H2', () => drawLines(paper, names, left, y + mm(9.5), beside, name.size * 1.2))
  tag(paper, 'P', () => drawLines(paper, wrap(small, one.unit, beside, 2), left, unitAt, beside, 10))
  tag(paper, 'P', () => field(paper, words.way[one.way.by], one.way.masked, left, y + mm(24.8), beside))
  if (one.code) code(paper, one.code, left, y + mm(32))
  else tag(paper, 'P', () => asBefore(paper, left, y + mm(30.4), whole))
  tag(paper, 'Figure', () => drawQr(paper, qr, x + slip.width - padding - square, y + mm(5), square), {
    alt: `${words.qr} ${qr.content}`,
  })
  foot(paper, facts, one, left, y, whole)
}

function field(paper: Paper, label: string, text: string, x: number, y: number, width: number) {
  const small: Style = { face: 'sans', size: 8, color: colour.soft }
  const value = shrink(
    { face: 'sans-bold', size: 10, color: colour.ink },
    text,
    width - widthOf(small, label) - 6,
  )
  drawText(paper, small, label, x, y)
  drawText(paper, value, text, x + widthOf(small, label) + 6, y)
}

/** In two groups of five, far enough apart to be read out and typed. */
function code(paper: Paper, text: string, x: number, y: number) {
  const words = slipWords[paper.locale]
  const small: Style = { face: 'sans', size: 8, color: colour.soft }
  const large: Style = { face: 'sans-bold', size: 16.5, color: colour.green }
  const bare = text.replace(/[^0-9A-Za-z]/g, '')
  const grouped = `${bare.slice(0, 5)}-${bare.slice(5)}`
  tag(paper, 'P', () => {
    drawText(paper, small, words.code, x, y)
    drawText(paper, large, grouped, x + widthOf(small, words.code) + 6, y + 1, { spacing: 1.6 })
  })
}

function asBefore(paper: Paper, x: number, y: number, width: number) {
  const style: Style = { face: 'sans-bold', size: 9.5, color: colour.green }
  drawLines(paper, wrap(style, slipWords[paper.locale].asBefore, width, 2), x, y, width, 13)
}

function foot(paper: Paper, facts: SignInSlipsFacts, one: Slip, x: number, y: number, width: number) {
  const words = slipWords[paper.locale]
  const small: Style = { face: 'sans', size: 7.2, color: colour.soft }
  artifact(paper, () => hairline(paper, x, y + slip.height - mm(15), width))
  const where = one.code ? words.firstTime(facts.signInUrl, facts.validUntil) : words.where(facts.signInUrl)
  const ask = wrap(small, words.ask(facts.contact), width, 2)
  const lines = [...wrap(small, where, width, 2), ...ask].slice(0, 3)
  tag(paper, 'P', () => drawLines(paper, lines, x, y + slip.height - mm(11.2), width, 10))
}
