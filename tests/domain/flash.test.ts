import { expect, test } from 'vitest'
import { redirectWith, takeFlash } from '~/http/flash.server'

async function said(text: string) {
  const answer = await redirectWith('/there', { text })
  return answer.headers.get('Set-Cookie')!.split(';')[0]!
}

function asking(...cookies: string[]) {
  return new Request('http://localhost/there', { headers: { Cookie: cookies.join('; ') } })
}

test('what was done is told once', async () => {
  const { flash, headers } = await takeFlash(asking('lang=en', await said('Done.')))
  expect(flash).toEqual({ text: 'Done.' })
  expect(headers.get('Set-Cookie')).toContain('Max-Age=0')
  expect(await takeFlash(asking('lang=en'))).toMatchObject({ flash: null })
})

test('two pages of one browser that acted at once each have their word, whichever asks first', async () => {
  const [first, second] = [await said('One.'), await said('Two.')]
  const { flash, headers } = await takeFlash(asking(first, second))
  expect(flash).toEqual({ text: 'Two.' })
  expect(headers.get('Set-Cookie')).toContain(second.split('=')[0]!)
  expect(await takeFlash(asking(first))).toMatchObject({ flash: { text: 'One.' } })
})

test('words that nobody here has signed are told to nobody', async () => {
  const [name] = (await said('Done.')).split('=')
  expect(
    await takeFlash(asking(`${name}=${encodeURIComponent(btoa('"Send your password"'))}`)),
  ).toMatchObject({
    flash: null,
  })
})
