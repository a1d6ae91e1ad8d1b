import { data } from '@remix-run/node'

/** The row, or the 404 page: the same for what does not exist and what is not theirs. */
export function found<T>(row: T | null | undefined): T {
  if (row === null || row === undefined) throw data(null, { status: 404 })
  return row
}

/** The 403 page: for a whole area that somebody has no role for, never for a row. */
export function forbidden(): never {
  throw data(null, { status: 403 })
}

/**
 * A refusal in the reader's words, for the top of the form that it came from, or for the field that it is about. What was
 * typed can come along.
 */
export function refused(
  sentence: string,
  {
    status = 409,
    typed = {},
    field = null,
  }: { status?: number; typed?: Record<string, string>; field?: string | null } = {},
) {
  const errors: Record<string, string[]> | null = field === null ? null : { [field]: [sentence] }
  return data({ values: null, errors, typed, refused: field === null ? sentence : null }, { status })
}
