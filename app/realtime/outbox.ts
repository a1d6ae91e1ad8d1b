// Posts that the server has not acknowledged yet, kept on the device under the account that wrote them: nobody else
// who signs in here sees or sends them, and they outlive reload, closing and a lost network. They go when their
// author signs out, who is told before (`components/sign-out.tsx`).
//   waiting → gone       acknowledged, now or (the same clientId) the first time it got through
//   waiting → refused    the server said why; the words stay until their author sends or drops them
// One entry a key, so that two tabs never write over one another.

export type Waiting = {
  clientId: string
  groupId: string
  topicId: string
  text: string
  replyToId: string | null
  /** The device's own time; it orders the outbox, and is told to the server as a claim. */
  claimedAt: string
  refused: string | null
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

function prefixOf(personId: string) {
  return `outbox:${personId}:`
}

export function waitingIn(storage: Storage, personId: string): Waiting[] {
  const prefix = prefixOf(personId)
  const found: Waiting[] = []
  for (let index = 0; index < storage.length; index += 1) {
    const key = storage.key(index)
    const entry = key?.startsWith(prefix) ? readEntry(storage.getItem(key)) : null
    if (entry) found.push(entry)
  }
  return found.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

function key({ claimedAt, clientId }: Waiting) {
  return claimedAt + clientId
}

function readEntry(text: string | null): Waiting | null {
  try {
    const entry = JSON.parse(text ?? 'null') as Waiting | null
    return entry && typeof entry.clientId === 'string' && typeof entry.text === 'string' ? entry : null
  } catch {
    return null
  }
}

/** Keeps a post until it is acknowledged; false where the device refuses to keep anything. */
export function put(storage: Storage, personId: string, entry: Waiting): boolean {
  try {
    storage.setItem(prefixOf(personId) + entry.clientId, JSON.stringify(entry))
    return true
  } catch {
    return false
  }
}

export function drop(storage: Storage, personId: string, clientId: string) {
  storage.removeItem(prefixOf(personId) + clientId)
}

/** The end of all that an account has waiting on this device. */
export function dropAll(storage: Storage, personId: string) {
  for (const { clientId } of waitingIn(storage, personId)) drop(storage, personId, clientId)
}

/** Whether anything is to be sent. */
export function isWaiting(personId: string) {
  return waitingIn(window.localStorage, personId).some((one) => one.refused === null)
}

export type Answer = { refused?: string; post?: unknown } | null

type Send = (entry: Waiting) => Promise<Answer>
type Changed = (entry: Waiting, answer: Answer) => void

/** Sends what waits on this device, of several open pages one at a time. */
export function flushAlone(personId: string, send: Send, changed: Changed = () => undefined) {
  const run = () => flush(window.localStorage, personId, send, changed)
  const locks = navigator.locks as LockManager | undefined
  return locks ? locks.request(`outbox:${personId}`, run) : run()
}

/**
 * Sends what waits, in order, until nothing waits, or an answer fails to come. `send` gives null where the network
 * did: the post stays as it is. 'too-fast', 'failed' and 'signed-out' are not about the post: it waits for later.
 */
export async function flush(
  storage: Storage,
  personId: string,
  send: Send,
  changed: Changed,
): Promise<'empty' | 'later'> {
  for (;;) {
    const entry = waitingIn(storage, personId).find((one) => one.refused === null)
    if (!entry) return 'empty'
    const answer = await send(entry)
    if (!answer || passing.has(answer.refused ?? '')) return 'later'
    if (answer.refused) put(storage, personId, { ...entry, refused: answer.refused })
    else drop(storage, personId, entry.clientId)
    changed(entry, answer)
  }
}

const passing = new Set(['too-fast', 'failed', 'signed-out'])
