import { expect, test } from 'vitest'
import { redirectWith, takeFlash } from '~/http/flash.server'

async function said(text: string) {
  return (await toldAt(text)).cookie
}

async function toldAt(text: string) {
  const { headers } = await redirectWith('/there?a=1#b', { text })
  return { cookie: headers.get('Set-Cookie')!.split(';')[0]!, address: headers.get('Location')! }
}

function asking(...cookies: string[]) {
  return at('/there', ...cookies)
}

function at(address: string, ...cookies: string[]) {
  return new Request(new URL(address, 'http://localhost'), { headers: { Cookie: cookies.join('; ') } })
}

test('what was done is told once', async () => {
  const { flash, headers } = await takeFlash(asking('lang=en', await said('Done.')))
  expect(flash).toEqual({ text: 'Done.' })
  expect(headers.get('Set-Cookie')).toContain('Max-Age=0')
  expect(await takeFlash(asking('lang=en'))).toMatchObject({ flash: null })
})

test('two pages of one browser that acted at once are each told what they did, whichever asks first', async () => {
  const [first, second] = [await toldAt('One.'), await toldAt('Two.')]
  expect(first.address).toMatch(/^\/there\?a=1&said=[0-9a-f]{8}#b$/)
  const { flash, headers } = await takeFlash(at(first.address, first.cookie, second.cookie))
  expect(flash).toEqual({ text: 'One.' })
  expect(headers.get('Set-Cookie')).toContain(first.cookie.split('=')[0]!)
  expect(await takeFlash(at(second.address, second.cookie))).toMatchObject({ flash: { text: 'Two.' } })
  expect(await takeFlash(at(first.address, second.cookie))).toMatchObject({ flash: null })
})

test('a message whose name a redirect on the way has lost is told all the same', async () => {
  expect(await takeFlash(asking(await said('One.'), await said('Two.')))).toMatchObject({
    flash: { text: 'Two.' },
  })
})

test('words that nobody here has signed are told to nobody', async () => {
  const [name] = (await said('Done.')).split('=')
  expect(
    await takeFlash(asking(`${name}=${encodeURIComponent(btoa('"Send your password"'))}`)),
  ).toMatchObject({
    flash: null,
  })
})
