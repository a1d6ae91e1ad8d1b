import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { renderDocument } from '~/http/document.server'

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { nonce }: AppLoadContext,
) {
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(await renderDocument({ request, nonce, context }), { status, headers })
}
