// Setting Chinese and Latin text in lines. Terms: a cluster is what is never cut (one Chinese character,
// one Latin word); a piece is a cluster with its style and the space after it; a line is its pieces.
// Punctuation that may not begin a line stays with what stands before it, brackets that open with what follows.

import { type Face, glyphFor, printable } from './fonts'

export type Style = { face: Face; size: number; color: string }
/** A stretch of text in one style. `keep` holds it on one line where it fits; `rule` draws a line below it. */
export type Run = { text: string; style: Style; keep?: boolean; rule?: string }
export type Piece = { text: string; style: Style; width: number; after: number; run: Run; glue: boolean }
export type Line = { pieces: Piece[]; width: number; last: boolean }

const noStart = /^[，。、；：？！）》」』】〕〉”’％…—·,.;:!?)\]}%]/u
const noEnd = /[（《「『【〔〈“‘([{]$/u
const closing = /[，。、；：）》」』】〕〉”’]$/u
const opening = /^[（《「『【〔〈“‘]/u
export const han = /\p{Script=Han}|〇/u
const latin = /[\p{Script=Latin}\p{Nd}]/u
const cluster = /\s+|[\p{Script=Latin}\p{Nd}\p{M}*'’._@/:#&?=%+-]+|./gsu

/** The width of a text on one line, in points. */
export function widthOf(style: Style, text: string) {
  return setInPieces([{ text, style }]).reduce((sum, piece) => sum + piece.width + piece.after, 0)
}

export function plainWidth(style: Style, text: string) {
  let em = 0
  for (const char of text) em += glyphFor(style.face, char.codePointAt(0)!).em
  return em * style.size
}

/** Cuts runs into pieces, with the spaces that Chinese typesetting puts between scripts and takes from brackets. */
export function setInPieces(runs: Run[]): Piece[] {
  const pieces: Piece[] = []
  for (const run of runs) {
    for (const [text] of printable(run.text).matchAll(cluster)) {
      const glue = /^\s/.test(text)
      const shown = glue ? ' ' : text
      pieces.push({ text: shown, style: run.style, width: plainWidth(run.style, shown), after: 0, run, glue })
    }
  }
  pieces.forEach((piece, i) => {
    const next = pieces[i + 1]
    if (next) piece.after = spaceBetween(piece, next)
  })
  return pieces
}

function spaceBetween(a: Piece, b: Piece) {
  const size = Math.min(a.style.size, b.style.size)
  const last = a.text.at(-1)!
  const first = b.text[0]!
  if ((han.test(last) && latin.test(first)) || (latin.test(last) && han.test(first))) return 0.22 * size
  const halfEmpty =
    (closing.test(last) && (opening.test(first) || closing.test(first))) ||
    (opening.test(last) && opening.test(first))
  return halfEmpty && isFullWidth(a) && isFullWidth(b) ? -0.5 * size : 0
}

function isFullWidth(piece: Piece) {
  return piece.width > 0.9 * piece.style.size
}

/** Breaks runs into lines of a width, the first of them shorter by `indent`. */
export function breakLines(runs: Run[], width: number, indent = 0): Line[] {
  const boxes = boxesOf(setInPieces(runs), width)
  const lines: Line[] = []
  let pieces: Piece[] = []
  let used = 0
  for (const box of boxes) {
    const room = width - (lines.length ? 0 : indent)
    const needed = box.reduce((sum, p) => sum + p.width + p.after, 0) - box.at(-1)!.after
    if (pieces.length && used + needed - overhang(box) > room + 0.01 && !box.every((p) => p.glue)) {
      lines.push(lineOf(pieces, false))
      pieces = []
      used = 0
    }
    if (!pieces.length && box.every((p) => p.glue)) continue
    pieces.push(...box)
    used += needed + box.at(-1)!.after
  }
  if (pieces.length) lines.push(lineOf(pieces, true))
  return lines
}

/** Full-width punctuation at the end of a line may hang over by its empty half. */
function overhang(box: Piece[]) {
  const last = box.at(-1)!
  return closing.test(last.text) && isFullWidth(last) ? 0.5 * last.style.size : 0
}

function lineOf(all: Piece[], last: boolean): Line {
  const pieces = all.map((piece) => ({ ...piece }))
  while (pieces.length > 1 && pieces.at(-1)!.glue) pieces.pop()
  const end = pieces.at(-1)!
  end.after = -overhang(pieces)
  return { pieces, width: pieces.reduce((sum, p) => sum + p.width + p.after, 0), last }
}

function boxesOf(pieces: Piece[], width: number) {
  const boxes: Piece[][] = []
  for (const piece of pieces) {
    const before = boxes.at(-1)?.at(-1)
    const kept = piece.run.keep && piece.run === before?.run && keepable(pieces, piece.run, width)
    const sticks =
      before && !piece.glue && !before.glue && (noStart.test(piece.text) || noEnd.test(before.text))
    if (kept || sticks) boxes.at(-1)!.push(piece)
    else boxes.push([piece])
  }
  return boxes.flatMap((box) => (wide(box) > width ? box.flatMap((piece) => cutDown(piece, width)) : [box]))
}

/** What fills more than half a line would tear a hole into the one before: it is broken like any other text. */
function keepable(pieces: Piece[], run: Run, width: number) {
  return wide(pieces.filter((piece) => piece.run === run)) < 0.6 * width
}

export function wide(box: Piece[]) {
  return box.reduce((sum, p) => sum + p.width + p.after, 0)
}

/** A word longer than a line is cut between any two characters. */
function cutDown(piece: Piece, width: number): Piece[][] {
  if (piece.width <= width) return [[piece]]
  const chars = [...piece.text].map((text) => ({
    ...piece,
    text,
    width: plainWidth(piece.style, text),
    after: 0,
  }))
  chars.at(-1)!.after = piece.after
  return chars.map((char) => [char])
}

/** Lines of one style, cut to a number of lines; what is cut ends in an ellipsis. */
export function wrap(style: Style, text: string, width: number, most = Number.POSITIVE_INFINITY): Line[] {
  const lines = breakLines([{ text, style }], width)
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  const dots = setInPieces([{ text: '…', style }])[0]!
  const pieces = kept.at(-1)!.pieces.map((p) => ({ ...p }))
  while (pieces.length && wide(pieces) + dots.width > width) pieces.pop()
  kept[most - 1] = lineOf([...pieces, dots], true)
  return kept
}

/** The largest size, from the style's own down to `least`, at which the text takes at most `lines` lines. */
export function shrink(
  style: Style,
  text: string,
  width: number,
  lines = 1,
  least = style.size * 0.6,
): Style {
  for (let size = style.size; size > least; size -= 0.5) {
    const smaller = { ...style, size }
    const fits = lines === 1 ? widthOf(smaller, text) <= width : wrap(smaller, text, width).length <= lines
    if (fits) return smaller
  }
  return { ...style, size: least }
}
