// The floor of the outline: the build's own routes in a bare Remix on Express, each loader asked once and its answer
// kept; and on a second port the tree alone, by renderToString. Started by outline.ts, which moves its clock.
import { createServer } from 'node:http'
import { createRequestHandler } from '@remix-run/express'
import { RemixServer } from '@remix-run/react'
import express from 'express'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'

const build = await import('../build/server/index.js')
const app = build.entry.module
await app.open({
  env: app.readEnv({ ...process.env, NODE_ENV: 'test' }),
  databaseUrl: process.env.DATABASE_URL,
  secret: app.DEMONSTRATION_SECRET,
  ports: { publish: () => undefined, disconnect: () => undefined, present: async () => [] },
})

let drawn = null

function handleRequest(request, status, headers, context, loadContext) {
  drawn ??= { url: request.url, context: { ...context, serverHandoffStream: undefined } }
  return app.default(request, status, headers, context, loadContext)
}

function fromMemory([id, route]) {
  const { loader } = route.module
  if (!loader) return [id, route]
  let answer
  const kept = (args) => {
    answer ??= loader(args)
    return answer
  }
  return [id, { ...route, module: { ...route.module, loader: kept } }]
}

const remix = express()
  .disable('x-powered-by')
  .all(
    '*',
    createRequestHandler({
      build: {
        ...build,
        routes: Object.fromEntries(Object.entries(build.routes).map(fromMemory)),
        entry: { module: { ...app, default: handleRequest } },
      },
      mode: 'production',
      getLoadContext: () => ({ nonce: 'bench', clientAddress: '', isLocal: true, requestId: 'bench' }),
    }),
  )

const bare = createServer((_request, response) => {
  const html = renderToString(createElement(RemixServer, { ...drawn, nonce: 'bench' }))
  response.setHeader('Content-Type', 'text/html; charset=utf-8').end(`<!DOCTYPE html>${html}`)
})

process.send({ remix: await portOf(createServer(remix)), bare: await portOf(bare) })

function portOf(server) {
  // As ours: on a busy machine a connection is not taken away from a visitor who is slow to come again.
  server.keepAliveTimeout = 75_000
  return new Promise((resolve) => server.listen(0, () => resolve(server.address().port)))
}
