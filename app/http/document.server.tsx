import type { EntryContext } from '@remix-run/node'
import { Links, Meta, RemixServer, Scripts } from '@remix-run/react'
import { createContext, useContext } from 'react'
import { renderToString } from 'react-dom/server'
import { type Spare, SpareContext } from '~/components/root-data'
import { lastContactOfSite } from '~/domain/access/contact.queries.server'
import { type Locale, localeOf } from '~/i18n/locale'
import { LocaleContext } from '~/i18n/use-words'
import { linksAhead } from './ahead.server'

// How a page leaves the server.
//
// 1. The tree is rendered by `renderToString`, which waits for nothing: about half as dear as a stream.
// 2. Only `#app` is hydrated. React 18 that hydrates the whole document throws the page away when an
//    extension or a messenger's browser has put something of its own into head or body.
// 3. So the head and the scripts are rendered a second time, beside the tree: the same routes with the root's
//    component swapped for one that draws nothing else.
// 4. The loaders' data would be streamed behind a Suspense boundary that `renderToString` never fills: a page
//    that looks right and never starts. It is read to its end here and appended.

const NonceContext = createContext('')

type Rendering = { request: Request; nonce: string; requestId: string; context: EntryContext }

export async function renderDocument({ request, nonce, requestId, context }: Rendering) {
  const handoff = context.serverHandoffStream
  context.serverHandoffStream = undefined
  const locale = localeOf({
    cookie: request.headers.get('Cookie'),
    acceptLanguage: request.headers.get('Accept-Language'),
  })

  const failed = context.staticHandlerContext.statusCode >= 500
  const spare = { requestId, contact: failed ? lastContactOfSite() : null }
  const around = { request, nonce, locale, spare }
  const app = render(context, around)
  const { head, scripts } = renderHead(context, around)
  const data = handoff ? await handoffScripts(handoff, nonce) : ''
  const ahead = request.headers.get('Save-Data') === 'on' ? '' : linksAhead(context)

  return (
    `<!DOCTYPE html><html lang="${locale}" data-spare="${encodeURIComponent(JSON.stringify(spare))}"><head><meta charset="utf-8"/>` +
    '<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover"/>' +
    '<meta name="theme-color" content="#f7f6f2" media="(prefers-color-scheme: light)"/>' +
    '<meta name="theme-color" content="#131614" media="(prefers-color-scheme: dark)"/>' +
    `<meta name="format-detection" content="telephone=no"/>${head}${ahead}` +
    `<script nonce="${nonce}">document.documentElement.className='js'</script></head>` +
    `<body><div id="app">${app}</div>${scripts}${data}</body></html>`
  )
}

type Around = Pick<Rendering, 'request' | 'nonce'> & { locale: Locale; spare: Spare }

function render(context: EntryContext, { request, nonce, locale, spare }: Around) {
  return renderToString(
    <NonceContext.Provider value={nonce}>
      <SpareContext.Provider value={spare}>
        <LocaleContext.Provider value={locale}>
          <RemixServer context={context} url={request.url} nonce={nonce} />
        </LocaleContext.Provider>
      </SpareContext.Provider>
    </NonceContext.Provider>,
  )
}

function renderHead(context: EntryContext, around: Around) {
  const root = { ...context.routeModules.root, default: HeadAndScripts, ErrorBoundary: HeadAndScripts }
  const routeModules = { ...context.routeModules, root } as EntryContext['routeModules']
  const html = render({ ...context, routeModules }, around)

  // Everything up to the first script belongs to the head: the preloads too, so that they start early. Module
  // scripts start as soon as they are there, so they stand behind `#app`.
  const cut = html.indexOf('<script')
  return {
    head: markServed(cut < 0 ? html : html.slice(0, cut)),
    scripts: cut < 0 ? '' : html.slice(cut),
  }
}

function HeadAndScripts() {
  return (
    <>
      <Meta />
      <Links />
      <Scripts nonce={useContext(NonceContext)} />
    </>
  )
}

/** The client takes these elements away once it draws its own: by this mark, whatever else stands in the head. */
function markServed(head: string) {
  return head.replace(/<(title|meta)(?=[ >])/g, '<$1 data-served=""')
}

async function handoffScripts(handoff: ReadableStream<Uint8Array>, nonce: string) {
  const reader = handoff.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    text += decoder.decode(value, { stream: true })
  }
  const enqueue = `window.__remixContext.streamController.enqueue(${inScript(JSON.stringify(text))});`
  return `<script nonce="${nonce}">${enqueue}window.__remixContext.streamController.close();</script>`
}

/** Nothing in a JSON string ends the script that it stands in. */
function inScript(json: string) {
  return json.replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
