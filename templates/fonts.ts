import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { create, type Font } from 'fontkit'

export type Face = 'serif' | 'serif-bold' | 'sans' | 'sans-bold'
export type Glyph = { face: Face; id: number; codePoint: number; em: number }

// The server's bundle moves files about, so fonts are found from the project's root.
const fromRoot = createRequire(join(process.cwd(), 'package.json'))

const files: Record<Face, string> = {
  serif: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'serif-bold': '@expo-google-fonts/noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf',
  sans: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'sans-bold': '@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf',
}

// A face that lacks a character borrows it from the other family before giving up.
const borrowsFrom: Record<Face, Face> = {
  serif: 'sans',
  'serif-bold': 'sans-bold',
  sans: 'serif',
  'sans-bold': 'serif-bold',
}

// The printers' mark for a sort that is not in the case. Better than an empty box, and never silent:
// whoever issues asks `unprintable` first.
const geta = '〓'.codePointAt(0)!

const parsed = new Map<Face, Font>()
const glyphs = new Map<string, Glyph>()

/** The parsed font, read once and kept for the life of the process. */
export function fontOf(face: Face) {
  let font = parsed.get(face)
  if (!font) {
    font = create(readFileSync(fromRoot.resolve(files[face])))
    parsed.set(face, font)
  }
  return font
}

/** The glyph that shows a character in a face, its width in em. */
export function glyphFor(face: Face, codePoint: number): Glyph {
  const key = `${face} ${codePoint}`
  let glyph = glyphs.get(key)
  if (!glyph) {
    glyph = lookUp(face, codePoint) ?? lookUp(borrowsFrom[face], codePoint) ?? lookUp(face, geta)!
    glyphs.set(key, glyph)
  }
  return glyph
}

function lookUp(face: Face, codePoint: number): Glyph | null {
  const font = fontOf(face)
  if (!font.hasGlyphForCodePoint(codePoint)) return null
  const { id, advanceWidth } = font.glyphForCodePoint(codePoint)
  return { face, id, codePoint, em: advanceWidth / font.unitsPerEm }
}

/** The characters of a text that no font here can print, each once. */
export function unprintable(text: string) {
  return [...new Set(printable(text))].filter((char) => {
    const codePoint = char.codePointAt(0)!
    return !lookUp('serif', codePoint) && !lookUp('sans', codePoint)
  })
}

/** What of a text goes on paper: composed characters, control and direction marks turned into spaces. */
export function printable(text: string) {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\u00a0/g, ' ')
}
