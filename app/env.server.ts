import { hkdfSync } from 'node:crypto'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'

/** What the demonstration and the tests are sealed with: known to everybody, and refused by production. */
export const DEMONSTRATION_SECRET = 'gongxue-demonstration-secret-known-to-everybody'

const given = (text: string | undefined) => text !== undefined && text.trim() !== ''
const onOff = z.enum(['on', 'off', '1', '0', 'true', 'false', '']).optional()
const isOn = (text: string | undefined) => text === 'on' || text === '1' || text === 'true'

const Environment = z
  .object({
    NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
    HOST: z.string().min(1).default('localhost'),
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//)
      .refine(URL.canParse)
      .optional(),
    DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(20),
    SECRET: z.string().min(32).optional(),
    DEMO: onOff,
    TRUST_PROXY: z.string().refine(namesProxies).optional(),
    METRICS_TOKEN: z.string().min(16).optional(),
    NODES: z.coerce.number().int().min(1).default(1),
    DATA_DIR: z.string().default('data'),
    FILES_DIR: z.string().optional(),
    MAIL_DIR: z.string().optional(),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\//)
      .optional(),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  })
  .superRefine((env, context) => {
    const refuse = (fault: string) => context.addIssue({ code: 'custom', path: [fault] })
    if (env.NODE_ENV !== 'production') return
    if (!env.SECRET) refuse('SECRET missing')
    if (env.SECRET === DEMONSTRATION_SECRET) refuse('SECRET of the demonstration')
    if (isOn(env.DEMO)) refuse('DEMO in production')
  })

export type Env = {
  mode: 'production' | 'development' | 'test'
  host: string
  port: number
  /** The address that people reach the site at, where it is not told by the request: for codes on paper. */
  origin: string | null
  databaseUrl: string | null
  databaseConnections: number
  secret: string | null
  demo: boolean
  /** What Express takes for `trust proxy`: a number of hops, or addresses; false believes no header. */
  trustProxy: number | string[] | false
  metricsToken: string | null
  nodes: number
  dataDir: string
  filesDir: string
  mailDir: string
  smtpUrl: string | null
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

export type KeyPurpose =
  | 'identity-lookup'
  | 'identity-seal'
  | 'slip-code'
  | 'check-in'
  | 'throttle'
  | 'link'
  | 'flash'

type Opened = { env: Env; secret: string; keys: Map<KeyPurpose, Buffer> }

// Kept beside the modules, because a reloaded build is a new instance of this one.
const kept = globalThis as { gongxueEnv?: Opened }

/** An environment that cannot be worked with, by what is wrong: server/environment-words.mjs says it. */
export class EnvironmentProblem extends Error {
  override name = 'EnvironmentProblem'
  constructor(readonly faults: string[]) {
    super(`Wrong in the environment: ${faults.join(', ')}`)
  }
}

/** Checks the environment of the process; throws EnvironmentProblem that names each variable that is wrong. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const parsed = Environment.safeParse(
    Object.fromEntries(Object.entries(source).filter(([, value]) => given(value))),
  )
  if (!parsed.success) {
    throw new EnvironmentProblem([...new Set(parsed.error.issues.map(({ path }) => path.join('.')))])
  }
  const read = parsed.data
  const dataDir = resolve(read.DATA_DIR)
  return {
    mode: read.NODE_ENV,
    host: read.HOST,
    port: read.PORT,
    origin: read.ORIGIN ? new URL(read.ORIGIN).origin : null,
    databaseUrl: read.DATABASE_URL ?? null,
    databaseConnections: read.DATABASE_CONNECTIONS,
    secret: read.SECRET ?? null,
    demo: isOn(read.DEMO),
    trustProxy: proxies(read.TRUST_PROXY),
    metricsToken: read.METRICS_TOKEN ?? null,
    nodes: read.NODES,
    dataDir,
    filesDir: resolve(read.FILES_DIR ?? `${dataDir}/files`),
    mailDir: resolve(read.MAIL_DIR ?? `${dataDir}/mail`),
    smtpUrl: read.SMTP_URL ?? null,
    logLevel: read.LOG_LEVEL,
  }
}

const isCount = (text: string) => /^\d{1,3}$/.test(text)
const places = (text: string) => text.split(',').map((part) => part.trim())

function proxies(text: string | undefined) {
  if (text === undefined || text === '0') return false
  return isCount(text) ? Number(text) : places(text)
}

/** A number of hops, or addresses and ranges of them with commas between, by the names that Express has for some. */
function namesProxies(text: string) {
  return isCount(text) || places(text).every((place) => NAMED_PROXIES.has(place) || isRange(place))
}

const NAMED_PROXIES = new Set(['loopback', 'linklocal', 'uniquelocal'])

function isRange(place: string) {
  const [address = '', bits, ...rest] = place.split('/')
  const version = isIP(address)
  const inRange =
    bits === undefined ||
    (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= (version === 4 ? 32 : 128))
  return version !== 0 && rest.length === 0 && inRange
}

/** Called once by open(), with the secret that this database's people are sealed with. */
export function openEnv(env: Env, secret: string) {
  kept.gongxueEnv = { env, secret, keys: new Map() }
}

/** The checked environment; throws before open(). */
export function env(): Env {
  return opened().env
}

/** A key of 32 bytes for one purpose, derived from the secret (RFC 5869), so that no two uses share one. */
export function keyFor(purpose: KeyPurpose): Buffer {
  const { secret, keys } = opened()
  const known = keys.get(purpose)
  if (known) return known
  const key = Buffer.from(hkdfSync('sha256', secret, 'gongxue', purpose, 32))
  keys.set(purpose, key)
  return key
}

function opened() {
  if (!kept.gongxueEnv) throw new Error('The environment is read before open() was called')
  return kept.gongxueEnv
}
