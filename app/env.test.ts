import { expect, test } from 'vitest'
import { readEnv } from './env.server'

test('proxies are a number, or addresses and ranges of them', () => {
  const read = (TRUST_PROXY: string) => readEnv({ TRUST_PROXY }).trustProxy
  expect(read('0')).toBe(false)
  expect(read('2')).toBe(2)
  expect(read('loopback, 10.0.0.0/8, fd00::/8, 192.0.2.7')).toEqual([
    'loopback',
    '10.0.0.0/8',
    'fd00::/8',
    '192.0.2.7',
  ])
})

test('what Express would not take for a proxy is refused at the start', () => {
  for (const TRUST_PROXY of [
    'abc',
    '10.0.0.0/33',
    '10.0.0.0/0',
    'fd00::/129',
    '10.0.0.1/8/8',
    '1,,2',
    'localhost',
  ]) {
    expect(() => readEnv({ TRUST_PROXY }), TRUST_PROXY).toThrow()
  }
})
