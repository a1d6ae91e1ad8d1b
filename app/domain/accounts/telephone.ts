// Mobile telephone numbers of mainland China: eleven digits, the first 1, the second 3 to 9.

export type TelephoneChange =
  | 'apostrophe'
  | 'full-width'
  | 'separators'
  | 'country-code'
  | 'stored-as-number'
  | 'first-of-several'

export type WrongTelephone =
  | { word: 'missing' }
  | { word: 'too-short'; length: number }
  | { word: 'too-long'; length: number }
  /** Eleven digits that no mobile has, or a number with an area code. */
  | { word: 'not-a-mobile' }
  | { word: 'characters' }

export type TelephoneReading =
  | { telephone: string; changes: TelephoneChange[]; wrong?: undefined }
  | { telephone?: undefined; changes: TelephoneChange[]; wrong: WrongTelephone }

const mobile = /^1[3-9]\d{9}$/

/** Reads a mobile number from a cell; of several in one cell it takes the first that is valid. */
export function readTelephone(raw: string, { storedAsNumber = false } = {}): TelephoneReading {
  const { text, changes } = cleaned(raw)
  const found: TelephoneChange[] = storedAsNumber ? [...changes, 'stored-as-number'] : changes
  if (text === '') return { changes, wrong: { word: 'missing' } }
  if (mobile.test(text)) return { telephone: text, changes: found }
  const several = raw.split(/[/／、，,；;|]|\s{2,}|\s(?=1\d{10})|或/).map((part) => cleaned(part).text)
  const first = several.length > 1 ? several.find((part) => mobile.test(part)) : undefined
  if (first) return { telephone: first, changes: [...found, 'first-of-several'] }
  return { changes: found, wrong: whatIsWrong(text) }
}

/** 1990****007 */
export function maskTelephone(telephone: string) {
  if (telephone.length < 9) return '*'.repeat(telephone.length)
  return telephone.slice(0, 4) + '*'.repeat(telephone.length - 7) + telephone.slice(-3)
}

function whatIsWrong(text: string): WrongTelephone {
  if (!/^\d+$/.test(text)) return { word: 'characters' }
  if (text.startsWith('0') && text.length >= 10) return { word: 'not-a-mobile' }
  if (text.length < 11) return { word: 'too-short', length: text.length }
  if (text.length > 11) return { word: 'too-long', length: text.length }
  return { word: 'not-a-mobile' }
}

function cleaned(raw: string) {
  const changes: TelephoneChange[] = []
  const step = (text: string, change: TelephoneChange, next: string) => {
    if (next !== text) changes.push(change)
    return next
  }
  let text = raw.trim()
  text = step(text, 'apostrophe', text.replace(/^['‘’`＇]+/, ''))
  text = step(
    text,
    'full-width',
    text.replace(/[！-～]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0)),
  )
  text = step(
    text,
    'separators',
    text.replace(/[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\-‐-―().·]/g, ''),
  )
  text = step(text, 'country-code', text.replace(/^(\+86|0086|86)(?=1\d{10}$)/, ''))
  return { text, changes }
}
