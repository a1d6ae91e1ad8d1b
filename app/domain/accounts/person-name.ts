// Names as rosters carry them: Chinese, Chinese with a middle dot (古丽·买买提), Latin (Anna Müller).

export type NameChange = 'spaces' | 'apostrophe' | 'middle-dot' | 'invisible'

export type NameReading =
  | { name: string; changes: NameChange[]; wrong?: undefined }
  | { name?: undefined; changes: NameChange[]; wrong: WrongName }

export type WrongName =
  | { word: 'missing' }
  | { word: 'too-long'; length: number; limit: number }
  /** Nothing but digits and marks. */
  | { word: 'no-letters' }

export const longestName = 50

const han = '\\p{Script=Han}'

/**
 * Cleans a name: spaces around it, spaces between Chinese characters (two characters are often set apart to
 * fill a column), marks that nobody sees, an apostrophe that forced text, dots of another kind.
 */
export function readName(raw: string): NameReading {
  const { text, changes } = cleaned(raw)
  const length = [...text].length
  if (text === '') return { changes, wrong: { word: 'missing' } }
  if (length > longestName) return { changes, wrong: { word: 'too-long', length, limit: longestName } }
  if (!/\p{L}/u.test(text)) return { changes, wrong: { word: 'no-letters' } }
  return { name: text, changes }
}

/**
 * 张*丽, 李*, 古**·**提, A*** *****r: the first and the last character stay, and so do the marks between
 * the parts. A single character is hidden.
 */
export function maskName(name: string) {
  const characters = [...name]
  if (characters.length === 1) return '*'
  const last = characters.length > 2 ? characters.length - 1 : characters.length
  return characters
    .map((character, place) =>
      place === 0 || place === last || /[\s·\-'’]/.test(character) ? character : '*',
    )
    .join('')
}

/** Whether two spellings are one name: spaces, case and the kind of dot apart. */
export function sameName(one: string, other: string) {
  return keyOf(one) === keyOf(other)
}

function keyOf(name: string) {
  return cleaned(name).text.normalize('NFKC').toLowerCase()
}

function cleaned(raw: string) {
  const changes: NameChange[] = []
  const step = (text: string, change: NameChange, next: string) => {
    if (next !== text) changes.push(change)
    return next
  }
  let text = step(raw, 'invisible', raw.replace(/(?![\t\n\r])\p{Cc}|\p{Cf}/gu, ''))
  text = step(text, 'spaces', text.trim().replace(/\s+/g, ' '))
  text = step(text, 'apostrophe', text.replace(/^['‘’`＇]+\s*/, ''))
  const dots = new RegExp(`(?<=${han})\\s*[•‧・･．.⋅]\\s*(?=${han})`, 'gu')
  text = step(text, 'middle-dot', text.replace(dots, '·'))
  const inner = new RegExp(`(?<=${han}|·) (?=${han}|·)`, 'gu')
  const closed = text.replace(inner, '')
  if (closed !== text && !changes.includes('spaces')) changes.push('spaces')
  return { text: closed, changes }
}
