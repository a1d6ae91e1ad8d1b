// How a number series writes its numbers: 冀邯大名〔{year}〕教培结字第 {n} 号, or with {n:4} padded to 0123.
// The series itself, a counter locked in the transaction that issues, belongs to an organisation, year and type;
// so its numbers must tell the year and the count, or two certificates could carry the same one.

export type FormatRefusal = 'no-year' | 'no-count' | 'twice' | 'unknown-part' | 'too-long' | 'not-one-line'

const PLACE = /\{[^{}]*\}/g
const KNOWN = /^\{(?:year|n|n:[1-9])\}$/
const MOST_CHARACTERS = 80

/** Why a manager's format cannot be taken; null where it can. */
export function refusalOfFormat(format: string): FormatRefusal | null {
  const places = format.match(PLACE) ?? []
  if (format.length > MOST_CHARACTERS) return 'too-long'
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(format)) return 'not-one-line'
  if (!places.every((place) => KNOWN.test(place)) || /[{}]/.test(format.replace(PLACE, '')))
    return 'unknown-part'
  const years = places.filter((place) => place === '{year}').length
  const counts = places.length - years
  if (years > 1 || counts > 1) return 'twice'
  if (years === 0) return 'no-year'
  return counts === 0 ? 'no-count' : null
}

/** Throws where the format was never checked, or the count is not 1, 2, 3… */
export function writeNumber(format: string, { year, count }: { year: number; count: number }): string {
  const refusal = refusalOfFormat(format)
  if (refusal) throw new Error(`a number format that was never checked: ${refusal}`)
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`no number in a series: ${count}`)
  return format
    .replace('{year}', String(year))
    .replace(/\{n(?::(\d))?\}/, (_, width) => String(count).padStart(Number(width ?? 0), '0'))
}
