import { data } from '@remix-run/node'
import { changePassword, doubtDetails } from '~/domain/accounts/own-account.server'
import { endSession } from '~/domain/accounts/sessions.server'
import type { Browser } from '~/domain/accounts/sign-in.server'
import type { SignedIn } from '~/http/actor.server'
import { signedIn } from '~/http/browser.server'
import { redirectWith } from '~/http/flash.server'
import { parseFields } from '~/http/forms.server'
import { refused } from '~/http/found.server'
import { wordsFor } from '~/i18n'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { DoubtForm, PasswordForm, SessionForm } from './account.schema'
import { words } from './words'

export async function answerSession(request: Request, fields: URLSearchParams, actor: SignedIn) {
  const locale = localeFor(request)
  const t = wordsFor(locale, words)
  const form = parseFields(fields, SessionForm, locale)
  if (form.errors) return data({ ...form, of: 'session' }, { status: 400 })
  const done = await endSession(actor, form.values.session)
  return redirectWith(paths.account(), { text: 'refused' in done ? t.absent : t.ended })
}

export async function answerDoubt(request: Request, fields: URLSearchParams, actor: SignedIn) {
  const locale = localeFor(request)
  const form = parseFields(fields, DoubtForm, locale)
  if (form.errors) return data({ ...form, of: 'doubt' }, { status: 400 })
  await doubtDetails(actor, form.values.message)
  return redirectWith(paths.account(), { text: wordsFor(locale, words).sent })
}

export async function answerPassword(
  request: Request,
  fields: URLSearchParams,
  actor: SignedIn,
  browser: Browser,
) {
  const locale = localeFor(request)
  const t = wordsFor(locale, words)
  const form = parseFields(fields, PasswordForm, locale, words)
  if (form.errors) return data({ ...form, of: 'password' }, { status: 400 })
  const { oldPassword: old, password } = form.values
  const changed = await changePassword(actor, { old, password }, browser)
  if (!('refused' in changed)) {
    return redirectWith(paths.account(), { text: t.changed }, signedIn(changed))
  }
  if (changed.refused === 'too-many') return refused(t.tooMany(changed.minutes), { status: 429 })
  if (changed.refused === 'too-busy') return refused(t.tooBusy, { status: 503 })
  const errors: Record<string, string[]> =
    changed.refused === 'wrong-old' || changed.refused === 'absent'
      ? { oldPassword: [t.wrongOld] }
      : { password: [t[changed.refused]] }
  return data({ values: null, errors, typed: {}, of: 'password' }, { status: 400 })
}
