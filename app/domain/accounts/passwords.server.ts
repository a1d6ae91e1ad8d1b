import { hash, verify } from '@node-rs/argon2'
import { random } from '~/domain/random.server'
import { longestPassword } from './password'

// Argon2id (RFC 9106) as OWASP's password storage sheet sets it: 19 MiB, two passes, one lane.
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// Each hash takes 19 MiB and a thread. A crowd waits its turn; a flood is turned away before it fills the memory.
const together = 4
const longestQueue = 500

const waiting: (() => void)[] = []
let running = 0

/** Many are signing in just now, and this one has to try again in a moment. */
export class TooBusy extends Error {
  override name = 'TooBusy'
}

/** Takes some tens of milliseconds: computed before a transaction, never inside. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(clean(password), { ...options, salt: random(16) }))
}

/** Whether a password is the one that was hashed. Where there is none it takes as long, and says no. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  const same = await inTurn(async () => verify(kept ?? (await dummy()), clean(password)))
  return same && kept !== null
}

let made: Promise<string> | undefined

function dummy() {
  made ??= hash('nobody has this password', options)
  return made
}

/** Full-width and composed forms are the same password; what is too long to be one is cut before it costs. */
function clean(password: string) {
  return password.slice(0, longestPassword * 4).normalize('NFKC')
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= together) {
    if (waiting.length >= longestQueue) throw new TooBusy()
    await new Promise<void>((resolve) => waiting.push(resolve))
  }
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}
