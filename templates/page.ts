import type { Paper } from './render'

export const colour = {
  ink: '#1d211e',
  soft: '#5d655f',
  green: '#1d5c47',
  gold: '#b9a26a',
  amber: '#8a5a00',
  red: '#b7362b',
  line: '#cfcfc9',
  cream: '#fffdf8',
  band: '#f4f3ee',
}

/** A4, in points. */
export const a4 = { short: 595.28, long: 841.89 }

/** Millimetres in points, the unit of everything in pdfkit. */
export function mm(n: number) {
  return (n * 72) / 25.4
}

type Tagged = PDFKit.PDFStructureElement
type Kind = Parameters<PDFKit.PDFDocument['struct']>[0]

/** Draws as an element of the document's tags, which readers for the blind and copying follow. */
export function tag(paper: Paper, type: Kind, draw: () => void, options: { alt?: string; in?: Tagged } = {}) {
  const element = paper.doc.struct(type, options.alt ? { alt: options.alt } : {}, [draw])
  ;(options.in ?? paper.root).add(element)
}

/** Opens an element that holds others, a table or its row; its owner ends it. */
export function openTag(paper: Paper, type: Kind, within: Tagged = paper.root) {
  const element = paper.doc.struct(type)
  within.add(element)
  return element
}

/** Draws what says nothing: lines, borders, the head that repeats on each page. */
export function artifact(paper: Paper, draw: () => void) {
  paper.doc.markContent('Artifact', { type: 'Layout' })
  draw()
  paper.doc.endMarkedContent()
}

export function hairline(
  paper: Paper,
  x: number,
  y: number,
  width: number,
  options: { weight?: number; color?: string } = {},
) {
  paper.doc
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineWidth(options.weight ?? 0.5)
    .stroke(options.color ?? colour.line)
}

/** Draws on every page, once all are there, so that it can say how many there are. */
export function onEachPage(paper: Paper, draw: (page: number, of: number) => void) {
  const { start, count } = paper.doc.bufferedPageRange()
  for (let i = 0; i < count; i++) {
    paper.doc.switchToPage(start + i)
    artifact(paper, () => draw(i + 1, count))
  }
}
