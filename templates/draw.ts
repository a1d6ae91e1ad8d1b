// Drawing text that has been set in lines: one operator for each stretch of one font, so that it can be copied whole.

import { glyphFor } from './fonts'
import { han, type Line, type Piece, plainWidth, type Style, setInPieces, wide } from './lines'
import { embed, type Paper } from './render'

export type Align = 'left' | 'center' | 'right' | 'justify'

/** Draws one line with its baseline at y, within `width` from x. */
export function drawLine(
  paper: Paper,
  line: Line,
  x: number,
  y: number,
  width: number,
  align: Align = 'left',
) {
  const spare = width - line.width
  let at = x
  if (align === 'right') at += spare
  if (align === 'center') at += spare / 2
  const pieces =
    align === 'justify' && !line.last && spare < 0.12 * width ? stretched(line.pieces, spare) : line.pieces
  drawRules(paper, pieces, at, y)
  show(paper, pieces, at, y)
}

/** Draws lines below each other, the first with its baseline at y. */
export function drawLines(paper: Paper, lines: Line[], x: number, y: number, width: number, leading: number) {
  lines.forEach((line, i) => {
    drawLine(paper, line, x, y + i * leading, width)
  })
}

/** Spreads what is left of a line over the gaps that may grow: spaces, and beside Chinese characters. */
function stretched(pieces: Piece[], spare: number) {
  const grows = pieces.map((piece, i) => {
    const next = pieces[i + 1]
    if (!next || piece.glue || piece.after < 0) return false
    return next.glue || han.test(piece.text) || han.test(next.text)
  })
  const gaps = grows.filter(Boolean).length
  return pieces.map((piece, i) => (grows[i] ? { ...piece, after: piece.after + spare / gaps } : piece))
}

/** Draws a text on one line with its baseline at y. */
export function drawText(
  paper: Paper,
  style: Style,
  text: string,
  x: number,
  y: number,
  options: { width?: number; align?: Align; spacing?: number } = {},
) {
  const pieces = setInPieces([{ text, style }])
  if (!pieces.length) return
  const spacing = options.spacing ?? 0
  const chars = spacing ? pieces.flatMap((piece) => spreadOut(piece, spacing)) : pieces
  chars.at(-1)!.after = 0
  const width = wide(chars)
  drawLine(paper, { pieces: chars, width, last: true }, x, y, options.width ?? width, options.align)
}

function spreadOut(piece: Piece, spacing: number) {
  return [...piece.text].map((text) => ({
    ...piece,
    text,
    width: plainWidth(piece.style, text),
    after: spacing,
  }))
}

/** Draws one glyph turned about the middle of its baseline, for the arc of a seal. */
export function drawTurned(
  paper: Paper,
  style: Style,
  char: string,
  x: number,
  y: number,
  angle: number,
  squeeze = 1,
) {
  const glyph = glyphFor(style.face, char.codePointAt(0)!)
  const { font, number } = embed(paper, glyph)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const half = (glyph.em * style.size * squeeze) / 2
  const matrix = [cos * squeeze, sin * squeeze, sin, -cos, x - half * cos, y - half * sin]
    .map(short)
    .join(' ')
  paper.doc.fillColor(style.color)
  write(paper, `BT /${font} ${short(style.size)} Tf ${matrix} Tm <${hex(number)}> Tj ET`)
}

function drawRules(paper: Paper, pieces: Piece[], x: number, y: number) {
  let at = x
  let from: number | null = null
  pieces.forEach((piece, i) => {
    const { rule } = piece.run
    const beyond = piece.style.size * 0.1
    if (rule && from === null) from = at - beyond
    if (rule && from !== null && pieces[i + 1]?.run !== piece.run) {
      const below = y + piece.style.size * 0.24
      const until = at + piece.width + beyond
      paper.doc.moveTo(from, below).lineTo(until, below).lineWidth(0.75).stroke(rule)
      from = null
    }
    at += piece.width + piece.after
  })
}

type Stretch = { key: string; style: Style; font: string; x: number; shown: string }

/** Writes pieces from x on: one operator for each stretch of one font, size and colour, so that text can be copied whole. */
function show(paper: Paper, pieces: Piece[], x: number, y: number) {
  const stretches: Stretch[] = []
  let at = x
  for (const piece of pieces) {
    const { face, size, color } = piece.style
    for (const char of piece.text) {
      const glyph = glyphFor(face, char.codePointAt(0)!)
      const { font, number } = embed(paper, glyph)
      const key = `${font} ${size} ${color}`
      if (stretches.at(-1)?.key !== key) stretches.push({ key, style: piece.style, font, x: at, shown: '' })
      stretches.at(-1)!.shown += hex(number)
      at += glyph.em * size
    }
    if (piece.after) stretches.at(-1)!.shown += `> ${short((-piece.after / size) * 1000)} <`
    at += piece.after
  }
  for (const { style, font, x, shown } of stretches) {
    paper.doc.fillColor(style.color)
    write(paper, `BT /${font} ${short(style.size)} Tf 1 0 0 -1 ${short(x)} ${short(y)} Tm [<${shown}>] TJ ET`)
  }
}

function write(paper: Paper, operators: string) {
  ;(paper.doc as unknown as { addContent(operators: string): void }).addContent(operators)
}

function hex(number: number) {
  return number.toString(16).padStart(4, '0')
}

function short(n: number) {
  return String(Math.round(n * 1000) / 1000)
}
