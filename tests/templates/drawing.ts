import sharp from 'sharp'
import { openPdf } from './reading'

type Drawing = { canvas: unknown; context: CanvasRenderingContext2D }
type Canvases = { create(width: number, height: number): Drawing }

/** The first page of a PDF as a picture (PNG), so many pixels wide. */
export async function drawnPage(bytes: Uint8Array, width: number): Promise<Buffer> {
  const pdf = await openPdf(bytes)
  const sheet = await pdf.getPage(1)
  const viewport = sheet.getViewport({ scale: width / sheet.getViewport({ scale: 1 }).width })
  const size = { width: Math.round(viewport.width), height: Math.round(viewport.height) }
  const { canvas, context } = (pdf.canvasFactory as Canvases).create(size.width, size.height)
  await sheet.render({ canvas: canvas as HTMLCanvasElement, canvasContext: context, viewport }).promise
  const { data } = context.getImageData(0, 0, size.width, size.height)
  return sharp(data, { raw: { ...size, channels: 4 } })
    .png({ palette: true })
    .toBuffer()
}
