import { expect, test } from 'vitest'
import { type Answer, drop, dropAll, flush, put, type Waiting, waitingIn } from './outbox'

function device() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size
    },
  }
}

function entry(n: number, some: Partial<Waiting> = {}): Waiting {
  const claimedAt = new Date(n * 1000).toISOString()
  return {
    clientId: `c${n}`,
    groupId: 'g',
    topicId: 't',
    text: `第 ${n} 句`,
    replyToId: null,
    claimedAt,
    refused: null,
    ...some,
  }
}

const quiet = () => undefined

test('posts go in the order in which they were written, and go from the device when acknowledged', async () => {
  const storage = device()
  for (const n of [3, 1, 2]) put(storage, 'li', entry(n))
  const sent: string[] = []
  const send = async ({ text }: Waiting): Promise<Answer> => {
    sent.push(text)
    return { post: {} }
  }
  expect(await flush(storage, 'li', send, quiet)).toBe('empty')
  expect(sent).toEqual(['第 1 句', '第 2 句', '第 3 句'])
  expect(waitingIn(storage, 'li')).toEqual([])
})

test('a post without an answer stays, and so do those behind it', async () => {
  const storage = device()
  for (const n of [1, 2]) put(storage, 'li', entry(n))
  expect(await flush(storage, 'li', async () => null, quiet)).toBe('later')
  expect(await flush(storage, 'li', async () => ({ refused: 'too-fast' }), quiet)).toBe('later')
  expect(waitingIn(storage, 'li')).toEqual([entry(1), entry(2)])
})

test('a refused post keeps its words and its reason, and lets the next one pass', async () => {
  const storage = device()
  for (const n of [1, 2]) put(storage, 'li', entry(n))
  const send = async ({ clientId }: Waiting) => (clientId === 'c1' ? { refused: 'moved' } : { post: {} })
  expect(await flush(storage, 'li', send, quiet)).toBe('empty')
  expect(waitingIn(storage, 'li')).toEqual([entry(1, { refused: 'moved' })])
  drop(storage, 'li', 'c1')
  expect(waitingIn(storage, 'li')).toEqual([])
})

test('nobody sees what another account left waiting on the same device, and what cannot be read is left alone', () => {
  const storage = device()
  put(storage, 'li', entry(1))
  storage.setItem('outbox:wang:x', 'not JSON')
  expect(waitingIn(storage, 'wang')).toEqual([])
  expect(waitingIn(storage, 'li')).toEqual([entry(1)])
})

test('who signs out takes their own words from the device, and nobody else’s', () => {
  const storage = device()
  for (const n of [1, 2]) put(storage, 'li', entry(n, { refused: n === 2 ? 'moved' : null }))
  put(storage, 'wang', entry(3))
  dropAll(storage, 'li')
  expect(waitingIn(storage, 'li')).toEqual([])
  expect(waitingIn(storage, 'wang')).toEqual([entry(3)])
})

test('a device that keeps nothing says so', () => {
  const full = {
    ...device(),
    length: 0,
    setItem: () => {
      throw new Error('full')
    },
  }
  expect(put(full, 'li', entry(1))).toBe(false)
})
