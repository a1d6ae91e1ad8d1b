import { type FileKind, kindOf, photoKinds, sniffLength } from './file-kind'
import { cleanFileName, withEnding } from './file-name'
import { cleanPhoto } from './photo.server'
import type { NewFile } from './stored-file.server'

/** A file as somebody's device gave it; its name is a claim. */
export type GivenFile = { bytes: Uint8Array; name: string }

export type FileRefusal = 'empty-file' | 'file-kind' | 'file-too-large' | 'photo-unreadable'

const mediaTypes: Record<FileKind, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  heic: 'image/heic',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  doc: 'application/msword',
  zip: 'application/zip',
  csv: 'text/csv; charset=utf-8',
  text: 'text/plain; charset=utf-8',
  mp4: 'video/mp4',
  webm: 'video/webm',
}

/**
 * Makes given files fit to be kept: their type is what their bytes say, their names are clean, and photos are
 * drawn anew without place and camera. Refuses, naming the file, an empty one, one above `maxBytes`, one of a kind
 * that is not taken, and a photo that cannot be read. Slow: call it before the transaction.
 */
export async function readyFiles(
  files: readonly GivenFile[],
  { accept, maxBytes }: { accept: readonly FileKind[]; maxBytes: number },
): Promise<{ refused: null; files: NewFile[] } | { refused: FileRefusal; name: string }> {
  const ready: NewFile[] = []
  for (const { bytes, name: given } of files) {
    const name = cleanFileName(given)
    if (bytes.byteLength === 0) return { refused: 'empty-file', name }
    if (bytes.byteLength > maxBytes) return { refused: 'file-too-large', name }
    const kind = kindOf(bytes.subarray(0, sniffLength), name)
    if (kind === null || !accept.includes(kind)) return { refused: 'file-kind', name }
    if (!isPhoto(kind)) {
      ready.push({ bytes, name, mediaType: mediaTypes[kind] })
      continue
    }
    const photo = await cleanPhoto(bytes)
    if (!photo) return { refused: 'photo-unreadable', name }
    ready.push({ bytes: photo.bytes, name: withEnding(name, photo.ending), mediaType: photo.mediaType })
  }
  return { refused: null, files: ready }
}

function isPhoto(kind: FileKind) {
  return (photoKinds as readonly FileKind[]).includes(kind)
}
