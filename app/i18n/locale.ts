export type Locale = 'zh-CN' | 'en'

export const locales = ['zh-CN', 'en'] as const satisfies readonly Locale[]
export const defaultLocale: Locale = 'zh-CN'

export function isLocale(value: unknown): value is Locale {
  return value === 'zh-CN' || value === 'en'
}

/**
 * The language of a request: what the person chose (cookie `lang`), else the first language that their
 * browser asks for and we have, else Chinese.
 */
export function localeOf(headers: { cookie: string | null; acceptLanguage: string | null }): Locale {
  const chosen = /(?:^|;\s*)lang=([^;]+)/.exec(headers.cookie ?? '')?.[1]
  if (isLocale(chosen)) return chosen

  for (const range of byPreference(headers.acceptLanguage ?? '')) {
    if (range.startsWith('zh')) return 'zh-CN'
    if (range.startsWith('en')) return 'en'
  }
  return defaultLocale
}

function byPreference(acceptLanguage: string) {
  return acceptLanguage
    .split(',')
    .map((part) => {
      const [range = '', ...params] = part.trim().toLowerCase().split(';')
      const quality = params.map((param) => /^\s*q=([\d.]+)/.exec(param)?.[1]).find(Boolean)
      return { range, quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ range, quality }) => range !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ range }) => range)
}
