// What proposed groups are called.

/** 金滩镇组, or 金滩镇一组 where there are several. */
export function pureName(township: { name: string }, number: number, count: number) {
  return count === 1 ? `${township.name}组` : `${township.name}${chineseNumber(number)}组`
}

/** 金滩镇·束馆镇组, the home first; of more than three only two are named. */
export function mixedName(townships: { name: string }[]) {
  const names = townships.map(({ name }) => name)
  return names.length <= 3 ? `${names.join('·')}组` : `${names[0]}·${names[1]}等${names.length}地组`
}

/** 1 to 999, as groups are counted: 一, 十, 十二, 二十, 一百零五. */
export function chineseNumber(number: number): string {
  const digits = '零一二三四五六七八九'
  if (number < 10) return digits[number]!
  if (number < 20) return `十${number === 10 ? '' : digits[number - 10]}`
  if (number < 100) return `${digits[Math.floor(number / 10)]}十${number % 10 ? digits[number % 10] : ''}`
  const rest = number % 100
  const hundreds = `${digits[Math.floor(number / 100)]}百`
  if (rest === 0) return hundreds
  if (rest < 10) return `${hundreds}零${digits[rest]}`
  return hundreds + (rest < 20 ? '一' : '') + chineseNumber(rest)
}
