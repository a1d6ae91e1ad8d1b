import { isRouteErrorResponse, Link, useLocation, useRouteError } from '@remix-run/react'
import { useEffect } from 'react'
import { useWords } from '~/i18n'
import { defineWords } from '~/i18n/words'
import { paths } from '~/paths'
import { buttonClass } from './button'
import { useRoot } from './root-data'

export const words = defineWords({
  'zh-CN': {
    403: {
      title: '您没有权限打开这个页面',
      text: '它只对负责这项工作的人开放。如果这应该是您的工作，请联系下面的人，为您加上相应的角色。',
    },
    404: {
      title: '没有找到这个页面',
      text: '地址可能不完整，内容可能已经移动，或者它不在您的范围内。请回到首页重新进入，或者向发给您链接的人核对。',
    },
    400: {
      title: '这个请求没有完成',
      text: '浏览器送来的内容不完整，或者这里不接受，所以什么都没有改变。请回到上一页，再试一次。',
    },
    413: {
      title: '送来的内容太大了',
      text: '没有保存任何内容。请回到上一页，缩短文字或换小一些的文件，再试一次。',
    },
    409: {
      title: '这件事刚才已经有人做了',
      text: '页面上的内容已经不是最新的。请重新打开，看看现在的情况。',
    },
    500: {
      title: '系统出了问题',
      text: '不是您的操作有误，您填写的内容仍保存在本机。请稍候再试。',
    },
    again: '再试一次',
    home: '回到首页',
    withNumber: '如果仍然不行，请把下面的编号告诉联系人。',
    withoutNumber: '如果仍然不行，请告诉您的老师或项目管理员。',
    reference: (id: string) => `编号：${id}`,
  },
  en: {
    403: {
      title: 'This page is not open to you',
      text: 'It is for the people who do this work. If that should be you, ask the person below to give you the role.',
    },
    404: {
      title: 'There is no such page',
      text: 'The address may be incomplete, the page may have moved, or it lies outside what you may see. Start again from the front page, or check with whoever sent you the link.',
    },
    400: {
      title: 'This request was not carried out',
      text: 'What the browser sent was incomplete, or is not taken here, so nothing has changed. Go back to the page before and try again.',
    },
    413: {
      title: 'That was too much at once',
      text: 'Nothing was saved. Go back to the page before, shorten the text or choose a smaller file, and try again.',
    },
    409: {
      title: 'Somebody has just done this',
      text: 'What the page shows is out of date. Open it again to see how things stand.',
    },
    500: {
      title: 'Something went wrong on our side',
      text: 'It was not you, and what you typed is still kept on this device. Try again in a moment.',
    },
    again: 'Try again',
    home: 'Go to the front page',
    withNumber: 'If it stays like this, give the number below to the person to ask.',
    withoutNumber: 'If it stays like this, tell your mentor or your manager.',
    reference: (id: string) => `Reference: ${id}`,
  },
})

type Known = 400 | 403 | 404 | 409 | 413 | 500

const KNOWN = new Set<number>([400, 403, 404, 409, 413])

/** What is said of an error; other refusals of the asker's making are said as 400. */
export function statusOf(error: unknown): Known {
  if (!isRouteErrorResponse(error)) return 500
  const { status } = error
  if (KNOWN.has(status)) return status as Known
  return status >= 400 && status < 500 ? 400 : 500
}

/** What stands where a page should be: what happened and what to do now. Each shell's ErrorBoundary shows it, and below it whom to ask. */
export function PageError() {
  const t = useWords(words)
  const error = useRouteError()
  const root = useRoot()
  const { pathname, search } = useLocation()
  const status = statusOf(error)

  useEffect(() => {
    if (!isRouteErrorResponse(error)) console.error(error)
  }, [error])

  return (
    <div className="mx-auto flex w-full max-w-[34em] flex-col gap-4 py-8">
      <div>
        <p className="muted">{status}</p>
        <h1>{t[status].title}</h1>
      </div>
      <p>{t[status].text}</p>
      {status === 500 && <p>{root.requestId ? t.withNumber : t.withoutNumber}</p>}
      <div className="flex flex-wrap gap-3">
        {status !== 404 && status !== 403 && (
          <a href={pathname + search} className={buttonClass('solid')}>
            {t.again}
          </a>
        )}
        <Link
          to={paths.home()}
          reloadDocument
          className={buttonClass(status === 404 || status === 403 ? 'solid' : 'ghost')}
        >
          {t.home}
        </Link>
      </div>
      {root.requestId && <p className="muted">{t.reference(root.requestId)}</p>}
    </div>
  )
}
