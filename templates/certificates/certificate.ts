import { drawLine, drawText } from '../draw'
import { breakLines, type Run, type Style, shrink, widthOf, wrap } from '../lines'
import { ceremonialDate, type Locale } from '../locale'
import { a4, artifact, colour, mm, tag } from '../page'
import { drawQr, qrFor } from '../qr'
import { openPaper, type Paper, render } from '../render'
import { drawSeal } from '../seal'
import type { CertificateFacts } from './facts'
import { certificateWords, type Part } from './words'

const margin = mm(31)
const width = a4.long - 2 * margin
const body = { top: mm(69), bottom: mm(141) }

/** Draws a certificate as a PDF of one page. The same facts and language give the same bytes. */
export function drawCertificate(facts: CertificateFacts, locale: Locale = 'zh-CN'): Promise<Uint8Array> {
  const words = certificateWords[locale]
  const issuer = locale === 'en' ? (facts.issuerNameEn ?? facts.issuerName) : facts.issuerName
  const paper = openPaper({
    title: words.document(facts.name, facts.number),
    author: issuer,
    locale,
    date: facts.issuedOn,
    layout: 'landscape',
  })
  paper.doc.addPage()
  artifact(paper, () => frame(paper))
  heading(paper, facts)
  sentence(paper, words.sentence(facts))
  verification(paper, facts, issuer)
  signature(paper, facts, issuer)
  return render(paper)
}

function frame({ doc }: Paper) {
  doc.rect(0, 0, a4.long, a4.short).fill(colour.cream)
  const outer = mm(9)
  const inner = mm(10.9)
  doc
    .rect(outer, outer, a4.long - 2 * outer, a4.short - 2 * outer)
    .lineWidth(1.1)
    .stroke(colour.green)
  doc
    .rect(inner, inner, a4.long - 2 * inner, a4.short - 2 * inner)
    .lineWidth(0.6)
    .stroke(colour.gold)
}

function heading(paper: Paper, facts: CertificateFacts) {
  const words = certificateWords[paper.locale]
  const zh = paper.locale === 'zh-CN'
  const small: Style = { face: 'serif', size: 10.5, color: colour.soft }
  tag(paper, 'P', () => {
    drawText(paper, small, words.numbered(facts.number), mm(20), mm(20.5), {
      width: a4.long - mm(40),
      align: 'right',
    })
  })
  tag(paper, 'H1', () => {
    const style: Style = { face: 'serif-bold', size: zh ? 41 : 34, color: colour.ink }
    drawText(paper, style, words.title, 0, mm(41), { width: a4.long, align: 'center', spacing: zh ? 17 : 1 })
  })
  tag(paper, 'P', () => {
    const style: Style = { face: 'serif', size: zh ? 11 : 13, color: colour.soft }
    drawText(paper, style, words.subtitle, 0, mm(50), {
      width: a4.long,
      align: 'center',
      spacing: zh ? 2.7 : 8,
    })
  })
}

/** The sentence takes the largest size at which it fits, a little less where that saves a line of a few characters. */
function sentence(paper: Paper, parts: Part[]) {
  const largest = 18
  const room = body.bottom - body.top
  const aligned = paper.locale === 'zh-CN' ? 'justify' : 'left'
  for (let size = largest; ; size -= 0.5) {
    const indent = paper.locale === 'zh-CN' ? 2 * size : 0
    const runs = parts.map((part) => runOf(part, size))
    const lines = breakLines(runs, width, indent)
    const leading = size * Math.max(1.55, Math.min(2.15, room / (lines.length * size)))
    const orphan = lines.length > 1 && lines.at(-1)!.width < 4 * size
    if (size > 8 && (lines.length * leading > room + 1 || (orphan && size > largest - 3))) continue
    const top = body.top + 0.3 * Math.max(0, room - lines.length * leading)
    tag(paper, 'P', () => {
      lines.forEach((line, i) => {
        const shift = i ? 0 : indent
        drawLine(paper, line, margin + shift, top + i * leading, width - shift, aligned)
      })
    })
    return
  }
}

function runOf(part: Part, size: number): Run {
  const style: Style = { face: 'serif', size, color: colour.ink }
  if (part.as === 'plain') return { text: part.text, style }
  return {
    text: part.text,
    style: { ...style, face: 'serif-bold', size: size * 1.12 },
    keep: true,
    rule: colour.gold,
  }
}

function verification(paper: Paper, facts: CertificateFacts, issuer: string) {
  const words = certificateWords[paper.locale]
  const size = mm(27.5)
  const top = a4.short - mm(21.7) - size
  tag(paper, 'Figure', () => drawQr(paper, qrFor(facts.verifyUrl), margin, top, size), {
    alt: `${words.qr} ${facts.verifyUrl}`,
  })
  const style: Style = { face: 'sans', size: 8.8, color: colour.soft }
  const left = margin + size + mm(6)
  const lines = [words.scan, words.token(facts.shortToken, facts.version), words.page(issuer)]
  const rows = lines.flatMap((text) => wrap(style, text, mm(66), 2))
  rows.forEach((line, i) => {
    const baseline = top + size - 2 - (rows.length - 1 - i) * 15
    tag(paper, 'P', () => drawLine(paper, line, left, baseline, mm(66)))
  })
}

/** Issuer and date below each other, the seal over both as it is pressed. */
function signature(paper: Paper, facts: CertificateFacts, issuer: string) {
  const words = certificateWords[paper.locale]
  const date = ceremonialDate(paper.locale, facts.issuedOn)
  const ink: Style = { face: 'serif', size: 15.5, color: colour.ink }
  const style = shrink(ink, issuer, mm(100), 2, 9)
  const lines = wrap(style, issuer, mm(100), 2)
  const block = Math.max(widthOf(ink, date), ...lines.map((line) => line.width))
  const left = a4.long - margin - block
  const baseline = a4.short - mm(26)
  tag(paper, 'P', () => {
    lines.forEach((line, i) => {
      const y = baseline - mm(10) - (lines.length - 1 - i) * style.size * 1.45
      drawLine(paper, line, left, y, block, 'center')
    })
  })
  tag(paper, 'P', () => drawText(paper, ink, date, left, baseline, { width: block, align: 'center' }))
  const seal = () => drawSeal(paper, facts.issuerName, left + block / 2, baseline - mm(6.6), mm(18.8))
  tag(paper, 'Figure', seal, { alt: words.seal(issuer) })
}
