import { type Locale, localeOf } from './locale'

export function localeFor(request: Request): Locale {
  return localeOf({
    cookie: request.headers.get('Cookie'),
    acceptLanguage: request.headers.get('Accept-Language'),
  })
}
