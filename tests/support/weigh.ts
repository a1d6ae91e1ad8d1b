import type { Page } from '@playwright/test'

export type Weight = { bytes: number; parts: { url: string; bytes: number }[] }

/**
 * The bytes that came over the wire while `visit` ran, headers included, pictures and video apart. Measured by
 * the browser itself; what its cache answered weighs nothing.
 */
export async function weigh(page: Page, visit: () => Promise<unknown>): Promise<Weight> {
  const session = await page.context().newCDPSession(page)
  const urls = new Map<string, string>()
  const parts: Weight['parts'] = []
  await session.send('Network.enable')

  session.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url))
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    const apart =
      type === 'Image' || type === 'Media' || response.fromDiskCache || response.mimeType.startsWith('image/')
    if (apart) urls.delete(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const url = urls.get(requestId)
    if (url?.startsWith('http')) parts.push({ url, bytes: encodedDataLength })
  })

  await visit()
  await page.waitForLoadState('networkidle')
  await session.detach()
  return { bytes: parts.reduce((sum, part) => sum + part.bytes, 0), parts }
}
