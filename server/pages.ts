import { createRemixRequest, sendRemixResponse } from '@remix-run/express/dist/server.js'
import { type AppLoadContext, createRequestHandler } from '@remix-run/node'
import type { Response as Answer, Request as Asked, RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { CurrentBuild } from './bridge'
import { isLocal } from './origin'
import { NOWHERE } from './unaskable'

type Options = { current: CurrentBuild; mode: 'development' | 'production'; logger: Logger }

/**
 * Answers by the application. A file that somebody may not have, or that is none, is answered with a page when a
 * person opened its address, as any page would be; programs get its bare answer.
 */
export function answerPages({ current, mode, logger }: Options): RequestHandler {
  const answer = createRequestHandler(async () => withOurLog(await current(), logger), mode)
  return async (request, response, next) => {
    try {
      const asked = createRemixRequest(request, response)
      const context = contextOf(request, response)
      const given = await answer(asked, context)
      const { status } = given
      // What somebody saw is not shown again to the next person on a shared device; files say what they allow.
      if (!given.headers.has('Cache-Control')) response.setHeader('Cache-Control', 'no-store')
      const bare = status >= 400 && isOpening(asked) && !isPage(given)
      await sendRemixResponse(response, bare ? await answer(nowhere(asked), { ...context, status }) : given)
    } catch (error) {
      next(error)
    }
  }
}

function contextOf(request: Asked, response: Answer): AppLoadContext {
  return {
    nonce: response.nonce,
    clientAddress: request.ip ?? '',
    isLocal: isLocal(request),
    requestId: request.requestId,
    status: 404,
  }
}

function isOpening({ method, headers, url }: Request) {
  const opens = (headers.get('Sec-Fetch-Dest') ?? 'document') === 'document'
  const readsPages = headers.get('Accept')?.includes('text/html') ?? false
  return method === 'GET' && opens && readsPages && !new URL(url).pathname.endsWith('.data')
}

function isPage(answer: Response) {
  return answer.headers.get('Content-Type')?.includes('text/html') ?? false
}

function nowhere({ url, headers, signal }: Request) {
  return new Request(new URL(NOWHERE, url), { headers, signal })
}

// What a loader throws is logged in our form; Remix would print it with the values that it was about. That there is no
// such page, or no such method, is an answer and no failure.
function withOurLog(build: Awaited<ReturnType<CurrentBuild>>, logger: Logger) {
  const handleError = (error: unknown, { request, context }: HandlerDetails) => {
    if (!request.signal.aborted && !isAnswer(error))
      logger.error({ error, requestId: context.requestId }, 'a page failed')
  }
  return { ...build, entry: { module: { ...build.entry.module, handleError } } }
}

function isAnswer(error: unknown) {
  return typeof error === 'object' && error !== null && 'status' in error && Number(error.status) < 500
}

type HandlerDetails = { request: Request; context: { requestId?: string } }
