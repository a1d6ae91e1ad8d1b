import { createWriteStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { data } from '@remix-run/node'
import busboy from 'busboy'
import { type FileKind, kindOf, sniffLength } from '~/domain/files/file-kind'
import { cleanFileName } from '~/domain/files/file-name'

export type Upload = {
  field: string
  /** A file of ours, gone when the request's `remove` is called. */
  path: string
  /** The name that it had on their device; for showing, never for a path. */
  name: string
  bytes: number
  kind: FileKind
}

export type ReceivedForm = {
  fields: URLSearchParams
  files: Upload[]
  /** What was wrong with a file, by its field, and the file's name: nothing of it is kept. */
  faults: Record<string, { word: 'too-large' | 'wrong-kind' | 'too-many'; name: string }>
  /** Takes the temporary files away; call it in `finally`. */
  remove: () => Promise<void>
}

type Limits = { maxBytes: number; accept: readonly FileKind[]; maxFiles?: number }

/**
 * Reads a form with files. Each file goes to the disk as it comes, never whole into memory, is cut off at
 * `maxBytes`, and is what its first bytes say, whatever its name and type claim.
 */
export async function parseUpload(
  request: Request,
  { maxBytes, accept, maxFiles = 1 }: Limits,
): Promise<ReceivedForm> {
  const type = request.headers.get('Content-Type') ?? ''
  if (!type.startsWith('multipart/form-data') || !request.body) throw data(null, { status: 415 })

  const folder = await mkdtemp(join(tmpdir(), 'gongxue-upload-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  const form: ReceivedForm = { fields: new URLSearchParams(), files: [], faults: {}, remove }
  const writing: Promise<void>[] = []
  const parser = busboy({
    headers: { 'content-type': type },
    defParamCharset: 'utf8',
    limits: { fileSize: maxBytes, files: maxFiles, fieldSize: 200_000, fields: 200, parts: 200 + maxFiles },
  })

  parser.on('field', (name, value) => form.fields.append(name, value.replaceAll('\0', '')))
  parser.on('filesLimit', () => {
    form.faults[''] = { word: 'too-many', name: '' }
  })
  parser.on('file', (field, stream, info) => {
    const path = join(folder, String(writing.length))
    writing.push(receive({ form, field, stream, name: info.filename ?? '', path, accept }))
  })

  try {
    await pipeline(Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]), parser)
    await Promise.all(writing)
    return form
  } catch (error) {
    await Promise.allSettled(writing)
    await remove()
    if (request.signal.aborted) throw error
    throw data(null, { status: 400 })
  }
}

type Receiving = {
  form: ReceivedForm
  field: string
  stream: Readable & { truncated?: boolean; bytesRead?: number }
  name: string
  path: string
  accept: readonly FileKind[]
}

async function receive({ form, field, stream, name, path, accept }: Receiving) {
  await pipeline(stream, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  const { head, bytes } = await beginning(path)
  // A file input that was left empty arrives as a file without a name and without a byte.
  if (name === '' && bytes === 0) return
  const kind = kindOf(head, name)
  const clean = cleanFileName(name)
  if (stream.truncated) form.faults[field] = { word: 'too-large', name: clean }
  else if (kind === null || !accept.includes(kind)) form.faults[field] = { word: 'wrong-kind', name: clean }
  else form.files.push({ field, path, name: clean, bytes, kind })
}

async function beginning(path: string) {
  const file = await open(path)
  try {
    const head = Buffer.alloc(sniffLength)
    const { bytesRead } = await file.read(head, 0, sniffLength, 0)
    return { head: head.subarray(0, bytesRead), bytes: (await file.stat()).size }
  } finally {
    await file.close()
  }
}
