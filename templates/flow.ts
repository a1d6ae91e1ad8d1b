import { drawLine, drawLines, drawText } from './draw'
import { breakLines, type Style, shrink, widthOf, wrap } from './lines'
import { a4, colour, hairline, mm, tag } from './page'
import type { Paper } from './render'

/** Where the next thing goes on pages that fill from top to bottom. */
export type Flow = { paper: Paper; left: number; width: number; top: number; bottom: number; y: number }

const bodySize = 10.5

/** Opens the first page of an upright document, with margins for head and foot. */
export function openFlow(paper: Paper): Flow {
  paper.doc.addPage()
  const left = mm(19.5)
  const top = mm(27)
  return { paper, left, width: a4.short - 2 * left, top, bottom: a4.long - mm(24), y: top }
}

export function nextPage(flow: Flow) {
  flow.paper.doc.addPage()
  flow.y = flow.top
}

/** Goes to the next page unless so much room is left on this one. */
export function makeRoom(flow: Flow, height: number) {
  if (flow.y + height > flow.bottom && flow.y > flow.top) nextPage(flow)
}

/** A section's title; it takes some of what follows along rather than stand alone at a page's foot. */
export function sectionTitle(flow: Flow, text: string, follows = mm(22)) {
  makeRoom(flow, mm(14) + follows)
  if (flow.y > flow.top) flow.y += mm(7)
  const style: Style = { face: 'sans-bold', size: 12, color: colour.ink }
  tag(flow.paper, 'H2', () => drawText(flow.paper, style, text, flow.left, flow.y + 10))
  flow.y += mm(7)
}

/** A paragraph, its first line indented by two characters in Chinese. */
export function paragraph(flow: Flow, text: string) {
  const style: Style = { face: 'serif', size: bodySize, color: colour.ink }
  const indent = flow.paper.locale === 'zh-CN' ? 2 * bodySize : 0
  const lines = breakLines([{ text, style }], flow.width, indent)
  const leading = bodySize * 1.75
  const align = flow.paper.locale === 'zh-CN' ? 'justify' : 'left'
  makeRoom(flow, lines.length * leading)
  tag(flow.paper, 'P', () => {
    lines.forEach((line, i) => {
      const shift = i ? 0 : indent
      const baseline = flow.y + bodySize + i * leading
      drawLine(flow.paper, line, flow.left + shift, baseline, flow.width - shift, align)
    })
  })
  flow.y += lines.length * leading
}

/** Lines in the middle of the page, the title of a document. */
export function centred(flow: Flow, type: 'H1' | 'P', style: Style, text: string, most = 3) {
  const lines = wrap(style, text, flow.width, most)
  tag(flow.paper, type, () => {
    lines.forEach((line, i) => {
      drawLine(flow.paper, line, flow.left, flow.y + style.size * (1 + i * 1.5), flow.width, 'center')
    })
  })
  flow.y += lines.length * style.size * 1.5
}

/** The line at the head of a page: who on the left, which document on the right. */
export function pageHead(flow: Flow, left: string, right: string) {
  const style: Style = { face: 'serif', size: 9.5, color: colour.soft }
  const y = mm(19)
  const room = flow.width - widthOf(style, right) - mm(6)
  drawLines(flow.paper, wrap(shrink(style, left, room), left, room, 1), flow.left, y, room, 0)
  drawText(flow.paper, style, right, flow.left, y, { width: flow.width, align: 'right' })
  hairline(flow.paper, flow.left, y + mm(2), flow.width, { weight: 0.75, color: colour.ink })
}

export function pageFoot(flow: Flow, left: string, right: string) {
  const style: Style = { face: 'serif', size: 8, color: colour.soft }
  const y = a4.long - mm(15)
  hairline(flow.paper, flow.left, y - mm(4.5), flow.width, { weight: 0.4, color: '#aaaaaa' })
  drawText(flow.paper, style, left, flow.left, y)
  drawText(flow.paper, style, right, flow.left, y, { width: flow.width, align: 'right' })
}
