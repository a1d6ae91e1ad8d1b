import type { ServerResponse } from 'node:http'
import { type BrotliCompress, constants, createBrotliCompress, createGzip, type Gzip } from 'node:zlib'
import type { RequestHandler } from 'express'

const COMPRESSIBLE = /^(text\/|application\/(json|javascript|manifest\+json)|image\/svg\+xml)/
const SMALL = 1024
const BALANCED = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

/**
 * Compresses what pages and loaders answer, as it is written: a part that is flushed leaves at once. What says
 * its encoding itself, has no body, or is shorter than a packet stays as it is.
 */
export function compressResponses(): RequestHandler {
  return (request, response, next) => {
    const encoding = acceptedEncoding(request.headers['accept-encoding'])
    if (encoding && request.method !== 'HEAD') compressed(response, encoding)
    next()
  }
}

export function acceptedEncoding(header: string | undefined): 'br' | 'gzip' | null {
  const accepted = (header ?? '')
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*/))
    .filter(([, quality]) => quality !== 'q=0')
    .map(([name]) => name)
  return accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : null
}

function compressed(response: ServerResponse, encoding: 'br' | 'gzip') {
  const write = response.write.bind(response) as (chunk: Buffer) => boolean
  const end = response.end.bind(response) as (...rest: unknown[]) => ServerResponse
  let through: BrotliCompress | Gzip | null | undefined

  // Decided once, when the first bytes are there and the headers can still change.
  function begin(whole: number | null) {
    if (through !== undefined) return through
    through = isWorthIt(response, whole) ? open() : null
    return through
  }

  function open() {
    response.removeHeader('Content-Length')
    response.setHeader('Content-Encoding', encoding)
    const stream = encoding === 'br' ? createBrotliCompress(BALANCED) : createGzip()
    stream.on('data', (chunk: Buffer) => {
      if (!write(chunk)) stream.pause()
    })
    stream.on('end', () => end())
    response.on('drain', () => stream.resume())
    response.on('close', () => stream.destroy())
    return stream
  }

  Object.assign(response, {
    write(chunk: Buffer | string, ...rest: unknown[]) {
      const stream = begin(null)
      if (!stream) return (write as (...all: unknown[]) => boolean)(chunk, ...rest)
      return (stream.write as (...all: unknown[]) => boolean)(chunk, ...rest)
    },
    end(chunk?: Buffer | string | (() => void) | null, ...rest: unknown[]) {
      const body = typeof chunk === 'function' ? null : chunk
      const stream = begin(body ? Buffer.byteLength(body) : 0)
      if (!stream) return end(chunk, ...rest)
      if (body) stream.end(body)
      else stream.end()
      return response
    },
    // Remix calls it after each part of a stream.
    flush() {
      through?.flush()
    },
  })
}

function isWorthIt(response: ServerResponse, whole: number | null) {
  if (response.headersSent || response.hasHeader('Content-Encoding')) return false
  const type = response.getHeader('Content-Type')
  if (!COMPRESSIBLE.test(String(type ?? ''))) return false
  response.appendHeader('Vary', 'Accept-Encoding')
  if ([204, 206, 304].includes(response.statusCode)) return false
  const length = whole ?? Number(response.getHeader('Content-Length') ?? SMALL)
  return length >= SMALL
}
