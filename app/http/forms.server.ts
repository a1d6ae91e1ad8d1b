import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import type { output, ZodType } from 'zod'
import type { $ZodRawIssue } from 'zod/v4/core'
import type { Locale } from '~/i18n'
import { localeFor } from '~/i18n/request.server'
import { type Vocabulary, wordsFor } from '~/i18n/words'
import { words } from './form-words'

export type Parsed<V> =
  | { values: V; errors: null; typed: Record<string, string>; refused?: undefined }
  | { values: null; errors: Record<string, string[]>; typed: Record<string, string>; refused?: undefined }

const maxFormBytes = 1_000_000
const secretFields = /password|code|token/i

/**
 * Reads a form against its schema. Mistakes come back as sentences in the reader's language, under their field's
 * name (under '' for the whole form), with what was typed, secrets apart. A message given in the schema is a word:
 * it is looked up in `vocabulary`, the page's own words.
 */
export async function parseForm<S extends ZodType>(
  request: Request,
  schema: S,
  vocabulary?: Vocabulary<Record<string, unknown>>,
): Promise<Parsed<output<S>>> {
  return parseFields(await readFields(request), schema, localeFor(request), vocabulary)
}

/** The same for fields that were read already, such as those that came with a file. */
export function parseFields<S extends ZodType>(
  fields: URLSearchParams,
  schema: S,
  locale: Locale,
  vocabulary?: Vocabulary<Record<string, unknown>>,
): Parsed<output<S>> {
  const typed = typedIn(fields)
  const submission = parseWithZod(fields, { schema, error: (issue) => sentenceFor(issue, locale) })
  if (submission.status === 'success') return { values: submission.value, errors: null, typed }

  const own = vocabulary ? wordsFor(locale, vocabulary) : {}
  const errors: Record<string, string[]> = {}
  for (const [name, messages] of Object.entries(submission.error ?? {})) {
    if (!messages) continue
    errors[name] = messages.map((message) => {
      const sentence = own[message]
      return typeof sentence === 'string' ? sentence : message
    })
  }
  return { values: null, errors, typed }
}

/**
 * A form's fields, once; a second reading of the same request fails. Without NUL, which no text of a person has and
 * the database refuses.
 */
export async function readFields(request: Request) {
  const type = request.headers.get('Content-Type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) throw data(null, { status: 415 })
  return new URLSearchParams((await readText(request)).replaceAll('%00', ''))
}

async function readText(request: Request) {
  const reader = request.body?.getReader()
  if (!reader) return ''
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    if (bytes > maxFormBytes) throw data(null, { status: 413 })
    text += decoder.decode(value, { stream: true })
  }
}

function typedIn(fields: URLSearchParams) {
  const typed: Record<string, string> = {}
  for (const [name, value] of fields) {
    if (secretFields.test(name) || name === 'formKey') continue
    typed[name] = name in typed ? `${typed[name]}\n${value}` : value
  }
  return typed
}

function sentenceFor(issue: $ZodRawIssue, locale: Locale) {
  const t = wordsFor(locale, words)
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return t.required
      if (issue.expected === 'number') return t.number
      if (issue.expected === 'int') return t.whole
      return issue.expected === 'date' ? t.date : t.invalid
    case 'too_small':
      if (issue.origin === 'string')
        return issue.minimum === 1 ? t.required : t.tooShort(Number(issue.minimum))
      if (issue.origin === 'array' || issue.origin === 'set') return t.atLeastItems(Number(issue.minimum))
      return issue.origin === 'date' ? t.notEarlier : t.atLeast(String(issue.minimum))
    case 'too_big':
      if (issue.origin === 'string') return t.tooLong(Number(issue.maximum))
      if (issue.origin === 'array' || issue.origin === 'set') return t.atMostItems(Number(issue.maximum))
      return issue.origin === 'date' ? t.notLater : t.atMost(String(issue.maximum))
    case 'invalid_format':
      if (issue.format === 'email') return t.email
      return issue.format === 'date' || issue.format === 'datetime' ? t.date : t.invalid
    case 'invalid_value':
      return issue.input === undefined ? t.required : t.choice
    default:
      return t.invalid
  }
}
