/** What a file is, by its first bytes; where those leave it open (a zip, plain text) by its name's ending as well. */
export type FileKind =
  | 'jpeg'
  | 'png'
  | 'webp'
  | 'gif'
  | 'heic'
  | 'pdf'
  | 'xlsx'
  | 'docx'
  | 'pptx'
  | 'doc'
  | 'zip'
  | 'csv'
  | 'text'
  | 'mp4'
  | 'webm'

export const sniffLength = 512

export const photoKinds = ['jpeg', 'png', 'webp', 'heic'] as const satisfies readonly FileKind[]
export const documentKinds = [
  'pdf',
  'docx',
  'doc',
  'pptx',
  'xlsx',
  'text',
] as const satisfies readonly FileKind[]
export const sheetKinds = ['xlsx', 'csv'] as const satisfies readonly FileKind[]

/** Null for what is none of the kinds that we take: programs, scripts, pages of HTML and SVG among them. */
export function kindOf(head: Uint8Array, name: string): FileKind | null {
  const ending = name.toLowerCase().split('.').pop() ?? ''
  if (starts(head, [0xff, 0xd8, 0xff])) return 'jpeg'
  if (starts(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  if (starts(head, ascii('GIF8'))) return 'gif'
  if (starts(head, ascii('RIFF')) && starts(head.subarray(8), ascii('WEBP'))) return 'webp'
  if (starts(head, ascii('%PDF-'))) return 'pdf'
  if (starts(head, [0x1a, 0x45, 0xdf, 0xa3])) return 'webm'
  if (starts(head.subarray(4), ascii('ftyp'))) return isHeic(head) ? 'heic' : 'mp4'
  if (starts(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'doc'
  if (starts(head, [0x50, 0x4b, 0x03, 0x04])) {
    return ending === 'xlsx' || ending === 'docx' || ending === 'pptx' ? ending : 'zip'
  }
  if (!isText(head)) return null
  if (ending === 'csv') return 'csv'
  return ending === 'txt' || ending === 'md' ? 'text' : null
}

function isHeic(head: Uint8Array) {
  const brand = String.fromCharCode(...head.subarray(8, 12))
  return ['heic', 'heix', 'hevc', 'mif1', 'msf1', 'avif'].includes(brand)
}

/** No control signs but tab and line ends; any encoding of Chinese passes. */
function isText(head: Uint8Array) {
  return head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)
}

function starts(head: Uint8Array, signs: number[]) {
  return signs.every((sign, index) => head[index] === sign)
}

function ascii(text: string) {
  return [...text].map((sign) => sign.charCodeAt(0))
}
