import PDFDocument from 'pdfkit'
import { type Face, fontOf, type Glyph } from './fonts'
import type { Locale } from './locale'

/** A document being drawn: pdfkit's, the fonts that it embeds, and the root of its tags. */
export type Paper = {
  doc: PDFKit.PDFDocument
  locale: Locale
  fonts: Map<Face, EmbeddedFont>
  root: PDFKit.PDFStructureElement
}

export type PaperOptions = {
  title: string
  author: string
  locale: Locale
  /** The day that the facts name; it becomes the file's date, so that the same facts give the same bytes. */
  date: string
  layout?: 'portrait' | 'landscape'
}

// What pdfkit keeps of a font that it embeds. We write the text operators ourselves: pdfkit takes the
// characters of a glyph from the parsed font, which lives on and remembers what earlier documents asked
// for, so that the same facts could give other bytes.
type EmbeddedFont = {
  id: string
  subset: { includeGlyph(id: number): number }
  widths: number[]
  unicode: number[][]
  ref(): unknown
}

/** Opens an A4 document without a page. */
export function openPaper(options: PaperOptions): Paper {
  const date = new Date(`${options.date}T00:00:00Z`)
  const doc = new PDFDocument({
    size: 'A4',
    layout: options.layout ?? 'portrait',
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: options.locale,
    // None: otherwise each document reads a font that it never uses.
    font: '',
    info: {
      Title: options.title,
      Author: options.author,
      Creator: 'Gongxue',
      Producer: 'Gongxue',
      CreationDate: date,
      ModDate: date,
    },
  })
  const root = doc.struct('Document')
  doc.addStructure(root)
  return { doc, locale: options.locale, fonts: new Map(), root }
}

/** Ends the document and gives its bytes. */
export function render(paper: Paper): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    paper.doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    paper.doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    paper.doc.on('error', reject)
    paper.root.end()
    paper.doc.end()
  })
}

/** Makes the glyph part of the document's subset; gives the font's name on this page and the glyph's number in it. */
export function embed(paper: Paper, glyph: Glyph) {
  const font = embeddedFont(paper, glyph.face)
  const number = font.subset.includeGlyph(glyph.id)
  font.widths[number] ??= glyph.em * 1000
  font.unicode[number] ??= [glyph.codePoint]
  return { font: font.id, number }
}

function embeddedFont(paper: Paper, face: Face) {
  let font = paper.fonts.get(face)
  if (!font) {
    // pdfkit takes parsed fonts; its types do not say so.
    paper.doc.font(fontOf(face) as unknown as string)
    font = (paper.doc as unknown as { _font: EmbeddedFont })._font
    paper.fonts.set(face, font)
  }
  const { fonts } = paper.doc.page as unknown as { fonts: Record<string, unknown> }
  fonts[font.id] ??= font.ref()
  return font
}
