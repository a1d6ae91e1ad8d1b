import { data, redirect } from '@remix-run/node'
import { contactFor } from '~/domain/access/contact.queries.server'
import { standingOf } from '~/domain/access/standing.queries.server'
import {
  doubtDetails,
  giveConsent,
  type OpenCode,
  openCode,
  spendCode,
} from '~/domain/accounts/own-account.server'
import type { Browser } from '~/domain/accounts/sign-in.server'
import { requireActor, type SignedIn, visitor } from '~/http/actor.server'
import { signedIn } from '~/http/browser.server'
import { redirectWith } from '~/http/flash.server'
import { parseFields } from '~/http/forms.server'
import type { Contact } from '~/http/page-data'
import { wordsFor } from '~/i18n'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { CodeForm, ConsentForm, DoubtForm, PasswordForm } from './first-sign-in.schema'
import { words } from './words'

// Each step's answer has the same shape, so that the page can show any of them: what was wrong, and from the second
// step on whose code it is. The code travels in the form; no page keeps it.
export type Answer = {
  errors: Record<string, string[]> | null
  typed: Record<string, string>
  refused: string | null
  opened: { code: string; name: string; contact: Contact | null } | null
}

const nothing: Answer = { errors: null, typed: {}, refused: null, opened: null }

/** Whose code it is, and whom they ask from now on. */
async function shown({ code, personId, name }: OpenCode) {
  const actor = { ...visitor(), person: { id: personId, name } }
  return { code, name, contact: await contactFor(actor, await standingOf(actor)) }
}

export async function answerCode(request: Request, fields: URLSearchParams, browser: Browser) {
  const locale = localeFor(request)
  const form = parseFields(fields, CodeForm, locale, words)
  if (form.errors) return data({ ...nothing, errors: form.errors }, { status: 400 })
  const opened = await openCode(visitor(), form.values.code, browser)
  if ('refused' in opened) return refusal(request, opened)
  return data({ ...nothing, opened: await shown(opened) })
}

export async function answerPassword(request: Request, fields: URLSearchParams, browser: Browser) {
  const locale = localeFor(request)
  const code = fields.get('code') ?? ''
  const form = parseFields(fields, PasswordForm, locale, words)
  if (form.errors) {
    const opened = await openCode(visitor(), code, browser)
    if ('refused' in opened) return refusal(request, opened)
    return data({ ...nothing, errors: form.errors, opened: await shown(opened) }, { status: 400 })
  }
  const started = await spendCode(visitor(), { code, password: form.values.password }, browser)
  if (!('refused' in started)) {
    throw redirect(paths.firstSignIn(), { headers: signedIn(started) })
  }
  if (started.refused === 'wrong-code' || started.refused === 'too-many') return refusal(request, started)
  const opened = await openCode(visitor(), code, browser)
  if ('refused' in opened) return refusal(request, opened)
  const t = wordsFor(locale, words)
  const answer = { ...nothing, opened: await shown(opened) }
  if (started.refused === 'too-busy') return data({ ...answer, refused: t.tooBusy }, { status: 503 })
  return data({ ...answer, errors: { password: [t[started.refused]] } }, { status: 400 })
}

export async function answerConsent(request: Request, fields: URLSearchParams, actor: SignedIn) {
  const locale = localeFor(request)
  const form = parseFields(fields, ConsentForm, locale, words)
  if (form.errors) return data({ ...nothing, errors: form.errors, typed: form.typed }, { status: 400 })
  const given = await giveConsent(actor, form.values.version)
  if ('refused' in given) {
    return data({ ...nothing, refused: wordsFor(locale, words).otherVersion }, { status: 409 })
  }
  throw redirect(paths.firstSignIn('details'))
}

export async function answerDoubt(request: Request, fields: URLSearchParams) {
  const actor = await requireActor(request)
  const locale = localeFor(request)
  const form = parseFields(fields, DoubtForm, locale, words)
  if (form.errors) return data({ ...nothing, errors: form.errors, typed: form.typed }, { status: 400 })
  await doubtDetails(actor, form.values.message)
  throw await redirectWith(paths.home(), { text: wordsFor(locale, words).sent })
}

function refusal(request: Request, no: { refused: 'wrong-code' } | { refused: 'too-many'; minutes: number }) {
  const t = wordsFor(localeFor(request), words)
  if (no.refused === 'too-many') {
    return data({ ...nothing, refused: t.tooMany(no.minutes) }, { status: 429 })
  }
  return data({ ...nothing, refused: t.wrongCode }, { status: 400 })
}
