import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createReadableStreamFromReadable, data } from '@remix-run/node'

export type ServedFile = { path: string; bytes: number; sha256: string; mediaType: string }

type Range = { from: number; until: number }

/**
 * A file from disk as RFC 9110 has it: a strong ETag by its hash, 304 for who has it already, 206 for a range of a
 * file that is still the one they know (If-Range), 416 for a range that lies outside. Of several ranges asked for at
 * once the whole is sent. What is served is private to who asked.
 */
export async function streamFile(request: Request, file: ServedFile): Promise<Response> {
  const etag = `"${file.sha256.slice(0, 32)}"`
  const headers = new Headers({
    'Content-Type': file.mediaType,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'private, max-age=3600',
    ETag: etag,
    'X-Content-Type-Options': 'nosniff',
  })
  if (known(request.headers.get('If-None-Match'), etag)) return new Response(null, { status: 304, headers })
  const there = await stat(file.path).catch(() => null)
  if (there?.size !== file.bytes) throw data(null, { status: 404 })

  const range = rangeAsked(request, etag, file.bytes)
  if (range === 'outside') {
    headers.set('Content-Range', `bytes */${file.bytes}`)
    return new Response(null, { status: 416, headers })
  }
  const { from, until } = range ?? { from: 0, until: file.bytes }
  headers.set('Content-Length', String(until - from))
  if (range) headers.set('Content-Range', `bytes ${from}-${until - 1}/${file.bytes}`)
  const status = range ? 206 : 200
  if (request.method === 'HEAD') return new Response(null, { status, headers })
  const stream = createReadStream(file.path, { start: from, end: until - 1 })
  request.signal.addEventListener('abort', () => stream.destroy(), { once: true })
  return new Response(createReadableStreamFromReadable(stream), { status, headers })
}

function known(header: string | null, etag: string): boolean {
  if (header === null) return false
  return header.split(',').some((one) => ['*', etag, `W/${etag}`].includes(one.trim()))
}

function rangeAsked(request: Request, etag: string, bytes: number): Range | 'outside' | null {
  const header = request.headers.get('Range')
  const condition = request.headers.get('If-Range')
  if (header === null || (condition !== null && condition !== etag)) return null
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header.trim())
  if (!asked || (asked[1] === '' && asked[2] === '')) return null
  if (asked[1] === '') {
    const last = Number(asked[2])
    return last === 0 ? 'outside' : { from: Math.max(0, bytes - last), until: bytes }
  }
  const from = Number(asked[1])
  const until = asked[2] === '' ? bytes : Math.min(bytes, Number(asked[2]) + 1)
  if (from >= bytes) return 'outside'
  return from < until ? { from, until } : null
}
