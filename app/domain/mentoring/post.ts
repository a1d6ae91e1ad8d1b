/** The most that one post may hold, as people count characters. */
export const LONGEST_POST = 5000

/** A talk is quick, a machine is quicker: so many posts of one person within a minute. */
export const POSTS_A_MINUTE = 20

/** What is kept of what was typed: its line breaks, not its margins, and no signs that nobody sees. */
export function wordsOf(typed: string) {
  return (
    typed
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '')
      .replace(/\n{4,}/g, '\n\n\n')
      .trim()
  )
}

const UNSEEN = /[\s\p{Cf}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]/gu

/** Why a text is no post, or null. */
export function refusalOfText(text: string): 'empty' | 'too-long' | null {
  if (text.replace(UNSEEN, '') === '') return 'empty'
  return [...text].length > LONGEST_POST ? 'too-long' : null
}
