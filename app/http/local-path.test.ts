import { expect, test } from 'vitest'
import { localPath } from './local-path'

test('somebody is sent back to the page of ours that they came from', () => {
  expect(localPath('/study/1/outline?q=a#b')).toBe('/study/1/outline?q=a#b')
})

test('nobody is sent to another site', () => {
  for (const named of [
    '//evil.example',
    '/\\evil.example',
    '/.//evil.example',
    '/../..//evil.example',
    '/x/..//evil.example/phish',
    '/.\t//evil.example',
    '/%2e//evil.example',
    '/./\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    null,
  ]) {
    expect(localPath(named)).toBe('/')
  }
  expect(localPath('/\t/evil.example', '/x')).toBe('/x')
})
