// What we use of fontkit, which brings no types of its own.
declare module 'fontkit' {
  export type Glyph = { id: number; advanceWidth: number }
  export type Font = {
    postscriptName: string
    unitsPerEm: number
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): Glyph
    layout(text: string): { glyphs: Glyph[] }
  }
  export function create(buffer: Uint8Array): Font
}
