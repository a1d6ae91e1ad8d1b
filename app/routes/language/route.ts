import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { readFields } from '~/http/forms.server'
import { localPath } from '~/http/local-path'
import { isLocale } from '~/i18n'
import { paths } from '~/paths'

/** Keeps the language that somebody chose for a year, on their device, and goes back to where they were. */
export async function action({ request }: ActionFunctionArgs) {
  const fields = await readFields(request)
  const lang = fields.get('lang')
  const headers = new Headers()
  if (isLocale(lang)) headers.set('Set-Cookie', `lang=${lang}; Path=/; Max-Age=31536000; SameSite=Lax`)
  return redirect(localPath(fields.get('to'), paths.home()), { headers })
}

export function loader() {
  return redirect(paths.home())
}
