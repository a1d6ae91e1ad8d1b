import { existsSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import express, { type RequestHandler, Router } from 'express'
import { acceptedEncoding } from './compression'

/**
 * The client's files. Those under /assets carry a hash in their names and never change; they and the others were
 * compressed at build, and go out as they lie.
 */
export function clientFiles(folder: string): RequestHandler {
  const router = Router()
  router.use(precompressed(folder))
  const forGood = { immutable: true, maxAge: '1y', etag: false, lastModified: false }
  router.use('/assets', express.static(join(folder, 'assets'), forGood))
  router.use('/assets', (_request, response) => {
    response.status(404).type('text/plain').send('Not found')
  })
  router.use(besides(folder))
  return router
}

/** The few files beside /assets, by their names: for a page nobody asks the disk. */
function besides(folder: string): RequestHandler {
  const names = new Set(readdirSync(folder).filter((name) => !name.startsWith('.')))
  const files = express.static(folder, { maxAge: '1h', index: false, redirect: false })
  return (request, response, next) =>
    names.has(request.path.slice(1)) ? files(request, response, next) : next()
}

function precompressed(folder: string): RequestHandler {
  const there = new Map<string, boolean>()
  return (request, response, next) => {
    if (!/^\/[\w./-]+\.(js|css|svg|json|txt|webmanifest)$/.test(request.path)) return next()
    if (request.path.includes('..')) return next()
    const encoding = acceptedEncoding(request.headers['accept-encoding'])
    const suffix = encoding === 'br' ? '.br' : encoding === 'gzip' ? '.gz' : ''
    const file = request.path + suffix
    if (!there.has(file)) {
      if (there.size > 5000) return next()
      there.set(file, existsSync(join(folder, file)))
    }
    if (!there.get(file) || !suffix) return next()
    response.type(extname(request.path))
    response.setHeader('Content-Encoding', encoding!)
    response.setHeader('Vary', 'Accept-Encoding')
    request.url = request.url.replace(request.path, file)
    next()
  }
}
