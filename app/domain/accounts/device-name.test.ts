import { expect, test } from 'vitest'
import { deviceName } from './device-name'

test('somebody knows their phone and their office computer by name', () => {
  expect(
    deviceName(
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36 Edg/120.0',
    ),
  ).toBe('Edge · Windows')
  expect(
    deviceName(
      'Mozilla/5.0 (Linux; Android 13; V2284A) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0',
    ),
  ).toBe('WeChat · Android')
  expect(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1')).toBe(
    'Safari · iPhone',
  )
})

test('a browser that says nothing has no name', () => {
  expect(deviceName(null)).toBe('')
  expect(deviceName('curl/8')).toBe('')
})
