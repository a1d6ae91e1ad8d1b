import { timingSafeEqual } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { RequestHandler } from 'express'
import { isLocal } from './origin'

/** A number that is read when somebody asks, such as how many sockets are open. */
export type Gauge = { name: string; help: string; read(): number | Promise<number> }

const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Counts requests, and tells Prometheus: to this machine itself, or to whoever knows the token. */
export function makeMetrics(token: string | null, gauges: Gauge[]) {
  const requests = new Map<string, number>()
  const within = BUCKETS.map(() => 0)
  let seconds = 0
  let answered = 0
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()

  const count: RequestHandler = (request, response, next) => {
    const began = performance.now()
    response.on('finish', () => {
      const took = (performance.now() - began) / 1000
      const key = `method="${request.method}",status="${Math.floor(response.statusCode / 100)}xx"`
      requests.set(key, (requests.get(key) ?? 0) + 1)
      seconds += took
      answered += 1
      BUCKETS.forEach((limit, index) => {
        if (took <= limit) within[index]! += 1
      })
    })
    next()
  }

  const show: RequestHandler = async (request, response, next) => {
    try {
      if (!isLocal(request) && !hasToken(request.headers.authorization, token)) {
        response.status(404).type('text/plain').send('Not found')
        return
      }
      const lines = [
        ...family('gongxue_requests_total', 'counter', 'Requests answered.', requests),
        ...histogram(within, seconds, answered),
        ...one('gongxue_uptime_seconds', 'Seconds since the start.', process.uptime()),
        ...one('gongxue_resident_bytes', 'Memory in use.', process.memoryUsage.rss()),
        ...one('gongxue_event_loop_p99_seconds', 'Delay of the event loop.', delay.percentile(99) / 1e9),
      ]
      for (const gauge of gauges) lines.push(...one(gauge.name, gauge.help, await gauge.read()))
      response.type('text/plain; version=0.0.4; charset=utf-8').send(`${lines.join('\n')}\n`)
    } catch (error) {
      next(error)
    }
  }

  return { count, show }
}

function hasToken(header: string | undefined, token: string | null) {
  const given = Buffer.from(header?.replace(/^Bearer /, '') ?? '')
  const wanted = Buffer.from(token ?? '')
  return wanted.length > 0 && given.length === wanted.length && timingSafeEqual(given, wanted)
}

function one(name: string, help: string, value: number) {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${value}`]
}

function family(name: string, type: string, help: string, values: Map<string, number>) {
  const rows = [...values].map(([labels, value]) => `${name}{${labels}} ${value}`)
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...rows]
}

function histogram(within: number[], seconds: number, answered: number) {
  const name = 'gongxue_request_seconds'
  return [
    `# HELP ${name} How long requests took.`,
    `# TYPE ${name} histogram`,
    ...BUCKETS.map((limit, index) => `${name}_bucket{le="${limit}"} ${within[index]}`),
    `${name}_bucket{le="+Inf"} ${answered}`,
    `${name}_sum ${seconds}`,
    `${name}_count ${answered}`,
  ]
}
