import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import express, { type ErrorRequestHandler } from 'express'
import type { Logger } from 'pino'
import { clientFiles } from './assets'
import type { Bridge, CurrentBuild } from './bridge'
import { compressResponses } from './compression'
import { logRequests } from './logs'
import { type Gauge, makeMetrics } from './metrics'
import { refuseForeignWrites, trustOf } from './origin'
import { answerPages } from './pages'
import { answerHeaders, pageHeaders } from './security-headers'
import { answerUnaskable } from './unaskable'

type Env = ReturnType<Bridge['readEnv']>

type Options = {
  env: Env
  root: string
  current: CurrentBuild
  logger: Logger
  gauges: Gauge[]
  /** Whether the database answers and the server is not stopping. */
  isReady(): Promise<boolean>
  /** Vite's own middleware, in development. */
  vite?: express.RequestHandler
}

/** The whole HTTP side, in the order that a request passes it. */
export function makeHttpServer({ env, root, current, logger, gauges, isReady, vite }: Options): Server {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', env.trustProxy)
  const metrics = makeMetrics(env.metricsToken, gauges)

  app.get('/healthz', (_request, response) => {
    response.type('text/plain').send('ok\n')
  })
  app.get('/readyz', async (_request, response) => {
    const ready = await isReady()
    response
      .status(ready ? 200 : 503)
      .type('text/plain')
      .send(ready ? 'ready\n' : 'not ready\n')
  })
  app.get('/metrics', metrics.show)

  app.use(logRequests(logger), metrics.count, answerHeaders(), answerUnaskable())
  // A page's headers, on each of its files, would weigh more than some of the files.
  if (!vite) app.use(clientFiles(join(root, 'build/client')))
  app.use(pageHeaders({ dev: vite !== undefined, origin: env.origin }))
  if (vite) app.use(vite)
  app.use(refuseForeignWrites(env.origin, trustOf(env.trustProxy)), compressResponses())
  app.all('*', answerPages({ current, mode: vite ? 'development' : 'production', logger }))
  app.use(sayFailed(logger))
  const server = createServer(app)
  // Longer than a load balancer keeps its connections, so that it is never us who closes one that it uses.
  server.keepAliveTimeout = 75_000
  return server
}

/** What failed outside of a page: a line in our log, and no more than that to whoever asked. */
function sayFailed(logger: Logger): ErrorRequestHandler {
  return (error, request, response, next) => {
    logger.error({ error, requestId: request.requestId }, 'a request failed')
    if (response.headersSent) return next(error)
    response.status(500).type('text/plain').send('Something went wrong\n')
  }
}
