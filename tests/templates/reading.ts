import jsQR from 'jsqr'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

type Drawing = { canvas: unknown; context: CanvasRenderingContext2D }
type Canvases = { create(width: number, height: number): Drawing }

/** Opens a PDF as a reader would. */
export function openPdf(bytes: Uint8Array) {
  return getDocument({ data: new Uint8Array(bytes), verbosity: 0, fontExtraProperties: true }).promise
}

type Pdf = Awaited<ReturnType<typeof openPdf>>

/** The text of each page, without the spaces that justified lines may read as. */
export async function pagesOf(pdf: Pdf) {
  const pages: string[] = []
  for (let i = 1; i <= pdf.numPages; i++) {
    const { items } = await (await pdf.getPage(i)).getTextContent()
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s+/g, ''),
    )
  }
  return pages
}

export async function textOf(bytes: Uint8Array) {
  return (await pagesOf(await openPdf(bytes))).join('')
}

/** What a telephone's camera sees in the codes of a page, drawn large, looking left to right below `from` (0 to 1). */
export async function qrOf(pdf: Pdf, page: number, area = { x: 0, y: 0, width: 1, height: 1 }) {
  const sheet = await pdf.getPage(page)
  const viewport = sheet.getViewport({ scale: 3 })
  const canvases = pdf.canvasFactory as Canvases
  const { canvas, context } = canvases.create(viewport.width, viewport.height)
  await sheet.render({ canvas: canvas as HTMLCanvasElement, canvasContext: context, viewport }).promise
  const [x, y] = [Math.round(area.x * viewport.width), Math.round(area.y * viewport.height)]
  const [width, height] = [Math.round(area.width * viewport.width), Math.round(area.height * viewport.height)]
  const { data } = context.getImageData(x, y, width, height)
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? null
}

type PdfFont = { name: string; missingFile: boolean; data?: Uint8Array; subset?: boolean }

/** The fonts that a page's text is set in, whether their glyphs are in the file, and whether any of them is the empty box. */
export async function fontsOf(pdf: Pdf, page: number) {
  const sheet = await pdf.getPage(page)
  const { fnArray, argsArray } = await sheet.getOperatorList()
  const names = new Set(fnArray.flatMap((fn, i) => (fn === OPS.setFont ? [argsArray[i][0] as string] : [])))
  const glyphs = fnArray.flatMap((fn, i) => (fn === OPS.showText ? (argsArray[i][0] as unknown[]) : []))
  const fonts = [...names].map((name) => sheet.commonObjs.get(name) as PdfFont)
  return {
    names: fonts.map((font) => font.name),
    embedded: fonts.every((font) => !font.missingFile && font.data !== undefined),
    empty: glyphs.filter((glyph) => isEmptyBox(glyph)).length,
  }
}

function isEmptyBox(glyph: unknown) {
  return (
    typeof glyph === 'object' && glyph !== null && 'originalCharCode' in glyph && glyph.originalCharCode === 0
  )
}
