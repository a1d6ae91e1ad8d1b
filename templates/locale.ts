export type Locale = 'zh-CN' | 'en'

const digits = '〇一二三四五六七八九'
const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

type Day = { year: number; month: number; day: number }

/** The parts of a day written as 2017-07-15; anything after it (a time) is left out. */
export function dayOf(date: string): Day {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number)
  return { year: year!, month: month!, day: day! }
}

/** 2017年7月15日, 15 July 2017 */
export function longDate(locale: Locale, date: string) {
  const { year, month, day } = dayOf(date)
  return locale === 'en' ? `${day} ${months[month - 1]} ${year}` : `${year}年${month}月${day}日`
}

/** 二〇一七年七月十五日, as certificates are dated. */
export function ceremonialDate(locale: Locale, date: string) {
  if (locale === 'en') return longDate(locale, date)
  const { year, month, day } = dayOf(date)
  const yearInDigits = [...String(year)].map((digit) => digits[Number(digit)]).join('')
  return `${yearInDigits}年${chineseNumber(month)}月${chineseNumber(day)}日`
}

/** 2017年3月至7月, March to July 2017; one month alone is named once. */
export function monthsBetween(locale: Locale, from: string, until: string) {
  const a = dayOf(from)
  const b = dayOf(until)
  const sameYear = a.year === b.year
  const first = months[a.month - 1]
  const last = months[b.month - 1]
  if (sameYear && a.month === b.month)
    return locale === 'en' ? `in ${first} ${a.year}` : `${a.year}年${a.month}月`
  if (locale === 'en') return `from ${first}${sameYear ? '' : ` ${a.year}`} to ${last} ${b.year}`
  return `${a.year}年${a.month}月至${b.year}年${b.month}月`
}

/** 四, 十, 二十三: whole numbers below a hundred. */
export function chineseNumber(n: number) {
  if (n < 10) return digits[n]!
  const tens = Math.floor(n / 10)
  return `${tens > 1 ? digits[tens] : ''}十${n % 10 ? digits[n % 10] : ''}`
}

/** One decimal at most, rounded down: 89.96 is 89.9, never 90. */
export function roundedDown(n: number) {
  return String(Math.floor(Number((n * 10).toFixed(6))) / 10)
}

/** One decimal always, rounded down, so that columns align. */
export function oneDecimal(n: number) {
  return (Math.floor(Number((n * 10).toFixed(6))) / 10).toFixed(1)
}

/** A mean with one decimal, to the nearest tenth: it decides nothing, so nobody loses by it. */
export function meanOf(n: number) {
  return (Math.round(Number((n * 10).toFixed(6))) / 10).toFixed(1)
}

/** A share of one as 90.3%, to the nearest tenth, though only a whole is 100.0% and only nothing is 0.0%. */
export function percent(share: number) {
  const tenths = Math.round(Number((share * 1000).toFixed(6)))
  const kept = share < 1 ? Math.min(tenths, 999) : tenths
  return `${((share > 0 ? Math.max(kept, 1) : kept) / 10).toFixed(1)}%`
}
