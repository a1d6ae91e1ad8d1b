import { expect, test } from 'vitest'
import { maskKey, readSignInName } from './sign-in-name'

test('somebody may sign in by telephone, identity number or e-mail, however they space it', () => {
  expect(readSignInName(' 199 0000-1234 ')).toEqual({ kind: 'telephone', value: '19900001234' })
  expect(readSignInName('11010519491231002x')).toEqual({
    kind: 'identity-number',
    value: '11010519491231002X',
  })
  expect(readSignInName('Zhou@Example.CN')).toEqual({ kind: 'email', value: 'zhou@example.cn' })
  expect(readSignInName('１９９００００１２３４')?.value).toBe('19900001234')
})

test('what is none of the three is nothing', () => {
  for (const typed of ['', 'zhang', '123', '@', 'a@b']) expect(readSignInName(typed)).toBeNull()
})

test('a name to sign in is shown masked', () => {
  expect(maskKey({ kind: 'telephone', value: '19900001007' })).toBe('1990****007')
  expect(maskKey({ kind: 'email', value: 'zhou@example.cn' })).toBe('zh***@example.cn')
  expect(maskKey({ kind: 'email', value: 'z@example.cn' })).toBe('***@example.cn')
})
