/** What a post must have to count, without spaces and quotations. */
export const SUBSTANTIAL_CHARACTERS = 30

export type CountedPost = { text: string; deletedAt: Date | null; hiddenAt: Date | null }

/** Characters as people count them on a page: no spaces, and no lines quoted from somebody else ("> …"). */
export function ownCharacters(text: string): number {
  const own = text.split(/\r?\n/).filter((line) => !/^\s*[>＞]/u.test(line))
  return [...own.join('').replace(/\s+/gu, '')].length
}

/** Whether a post counts at the cut-off: long enough, and neither deleted nor hidden by then. */
export function isSubstantial(post: CountedPost, cutOff: Date): boolean {
  if (post.deletedAt && post.deletedAt <= cutOff) return false
  if (post.hiddenAt && post.hiddenAt <= cutOff) return false
  return ownCharacters(post.text) >= SUBSTANTIAL_CHARACTERS
}
