import { drawTurned } from './draw'
import { colour } from './page'
import type { Paper } from './render'

/** Draws a round seal: a red ring, a star, the issuer's name along the upper arc. */
export function drawSeal(paper: Paper, name: string, x: number, y: number, radius: number) {
  const { doc } = paper
  doc.save()
  doc.opacity(0.78)
  doc
    .circle(x, y, radius)
    .lineWidth(radius * 0.055)
    .stroke(colour.red)
  star(doc, x, y, radius * 0.3)
  doc.fill(colour.red)
  nameOnArc(paper, name, x, y, radius)
  doc.restore()
}

function star(doc: PDFKit.PDFDocument, x: number, y: number, radius: number) {
  for (let i = 0; i < 10; i++) {
    const reach = i % 2 ? radius * 0.382 : radius
    const angle = (i * Math.PI) / 5
    const [px, py] = [x + reach * Math.sin(angle), y - reach * Math.cos(angle)]
    if (i) doc.lineTo(px, py)
    else doc.moveTo(px, py)
  }
  doc.closePath()
}

/** Few characters stand as far apart as on a cut seal, many are narrowed so that the arc stays open below. */
function nameOnArc(paper: Paper, name: string, x: number, y: number, radius: number) {
  const chars = [...name]
  const latin = chars.every((char) => char.codePointAt(0)! < 0x2e80)
  const size = radius * (latin ? 0.22 : 0.3) * Math.sqrt(Math.min(1, (latin ? 30 : 12) / chars.length))
  const ring = radius * (latin ? 0.74 : 0.66)
  const widest = (250 * Math.PI) / 180
  const step = Math.min((latin ? 0.62 : 1.3) * (size / ring), widest / Math.max(1, chars.length - 1))
  const squeeze = Math.min(1, (step * ring) / (size * (latin ? 0.62 : 1.02)))
  chars.forEach((char, i) => {
    const angle = (i - (chars.length - 1) / 2) * step
    const style = { face: 'serif-bold' as const, size, color: colour.red }
    drawTurned(paper, style, char, x + ring * Math.sin(angle), y - ring * Math.cos(angle), angle, squeeze)
  })
}
