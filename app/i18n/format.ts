import { TZDate } from '@date-fns/tz'
import { differenceInCalendarDays } from 'date-fns'
import type { Locale } from './locale'

// How dates, times and numbers are written, in both languages, everywhere. A time at a place is given that
// place's zone; nothing here knows what time it is.

const weekdays = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const fullMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

type Instant = Date | string | number

function at(instant: Instant, zone: string) {
  return new TZDate(new Date(instant).getTime(), zone)
}

/** 5月12日（周五） · Fri 12 May */
export function formatDay(instant: Instant, zone: string, locale: Locale) {
  const date = at(instant, zone)
  const weekday = weekdays[locale][date.getDay()]
  return locale === 'en'
    ? `${weekday} ${date.getDate()} ${months[date.getMonth()]}`
    : `${date.getMonth() + 1}月${date.getDate()}日（${weekday}）`
}

/** 5月12日（周五）9:00 · Fri 12 May, 9:00 */
export function formatDayTime(instant: Instant, zone: string, locale: Locale) {
  const between = locale === 'en' ? ', ' : ''
  return `${formatDay(instant, zone, locale)}${between}${formatTime(instant, zone)}`
}

/** 2017年7月15日 · 15 July 2017 */
export function formatDate(instant: Instant, zone: string, locale: Locale) {
  const date = at(instant, zone)
  return locale === 'en'
    ? `${date.getDate()} ${fullMonths[date.getMonth()]} ${date.getFullYear()}`
    : `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日`
}

/** 2017年7月15日 9:41 · 15 July 2017, 9:41 */
export function formatDateTime(instant: Instant, zone: string, locale: Locale) {
  const between = locale === 'en' ? ', ' : ' '
  return `${formatDate(instant, zone, locale)}${between}${formatTime(instant, zone)}`
}

/** 9:00 */
export function formatTime(instant: Instant, zone: string) {
  const date = at(instant, zone)
  return `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`
}

/** 9:00—12:00 · 9:00–12:00 */
export function formatTimes(from: Instant, until: Instant, zone: string, locale: Locale) {
  return `${formatTime(from, zone)}${locale === 'en' ? '–' : '—'}${formatTime(until, zone)}`
}

/** 5月20日（周六）9:00—17:00 · Sat 20 May, 9:00–17:00; both days where they differ. */
export function formatRange(from: Instant, until: Instant, zone: string, locale: Locale) {
  const sameDay = differenceInCalendarDays(at(until, zone), at(from, zone)) === 0
  const end = sameDay ? formatTime(until, zone) : formatDayTime(until, zone, locale)
  return `${formatDayTime(from, zone, locale)}${locale === 'en' ? '–' : '—'}${end}`
}

/** 今天, 明天, 8 天后, 昨天, 3 天前 · today, tomorrow, in 8 days, yesterday, 3 days ago, by the days of that zone. */
export function formatRelativeDay(instant: Instant, now: Instant, zone: string, locale: Locale) {
  const days = differenceInCalendarDays(at(instant, zone), at(now, zone))
  if (locale === 'en') {
    if (days === 0) return 'today'
    if (days === 1) return 'tomorrow'
    if (days === -1) return 'yesterday'
    return days > 0 ? `in ${days} days` : `${-days} days ago`
  }
  if (days === 0) return '今天'
  if (days === 1) return '明天'
  if (days === -1) return '昨天'
  return days > 0 ? `${days} 天后` : `${-days} 天前`
}

/** The day of a talk: 今天, 昨天, else 5月12日（周五）. */
export function formatDayOfTalk(instant: Instant, now: Instant, zone: string, locale: Locale) {
  const days = differenceInCalendarDays(at(instant, zone), at(now, zone))
  return days === 0 || days === -1
    ? formatRelativeDay(instant, now, zone, locale)
    : formatDay(instant, zone, locale)
}

/** When something was said: 20:41 today, 昨天 20:41, else its day: 5月12日（周五）20:41. */
export function formatWhen(instant: Instant, now: Instant, zone: string, locale: Locale) {
  const days = differenceInCalendarDays(at(instant, zone), at(now, zone))
  if (days === 0) return formatTime(instant, zone)
  if (days === -1) return `${locale === 'en' ? 'yesterday' : '昨天'} ${formatTime(instant, zone)}`
  return formatDayTime(instant, zone, locale)
}

/** 1 小时 20 分钟 · 1 hour 20 minutes; whole minutes, what is left of one counts as none. */
export function formatMinutes(minutes: number, locale: Locale) {
  const whole = Math.max(0, Math.floor(minutes))
  const hours = Math.floor(whole / 60)
  const rest = whole % 60
  const parts: string[] = []
  if (hours > 0) parts.push(locale === 'en' ? plural(hours, 'hour') : `${hours} 小时`)
  if (rest > 0 || hours === 0) parts.push(locale === 'en' ? plural(rest, 'minute') : `${rest} 分钟`)
  return parts.join(' ')
}

/** 12:40, 1:02:05: a place in a film. */
export function formatPosition(seconds: number) {
  const whole = Math.max(0, Math.floor(seconds))
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  const two = (n: number) => String(n).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}

/** 8,260 */
export function formatCount(count: number) {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

/** Credit hours, as they are: 77, 71.5, 0.25 */
export function formatHours(hours: number | string) {
  return String(Number(Number(hours).toFixed(2)))
}

/** A score or share to one decimal, rounded down, so that 59.99 never reads as the 60 that it is not: 88, 59.9 */
export function formatScore(score: number) {
  return String(Math.floor(score * 10 + 1e-9) / 10)
}

/** 90.3% of a share between 0 and 1, one decimal, rounded down. */
export function formatShare(share: number) {
  return `${formatScore(share * 100)}%`
}

/** 1.4 MB */
export function formatBytes(bytes: number) {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`
  return `${Number((bytes / 1_000_000).toFixed(1))} MB`
}

/** 1 hour, 2 hours: regular English plurals. */
export function plural(count: number, singular: string, many = `${singular}s`) {
  return `${formatCount(count)} ${count === 1 ? singular : many}`
}

/** 张丽、王芳 · Zhang Li, Wang Fang */
export function formatList(items: readonly string[], locale: Locale) {
  return items.join(locale === 'en' ? ', ' : '、')
}
