import { create } from 'qrcode'
import { colour } from './page'
import type { Paper } from './render'

export type Qr = { content: string; modules: { size: number; get(row: number, column: number): number } }

/** Works out a QR code, once for all the places where it is drawn. */
export function qrFor(content: string): Qr {
  return { content, modules: create(content, { errorCorrectionLevel: 'M' }).modules }
}

/** Draws a QR code as one path, dark runs of each row joined, the quiet zone left to the caller's margin. */
export function drawQr(paper: Paper, { modules }: Qr, x: number, y: number, size: number) {
  const unit = size / modules.size
  for (let row = 0; row < modules.size; row++) {
    for (let from = 0; from < modules.size; from++) {
      if (!modules.get(row, from)) continue
      let until = from
      while (until < modules.size && modules.get(row, until)) until++
      paper.doc.rect(x + from * unit, y + row * unit, (until - from) * unit, unit)
      from = until
    }
  }
  paper.doc.fill(colour.ink)
}
