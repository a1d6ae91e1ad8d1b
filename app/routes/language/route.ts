import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { speaking } from '~/http/browser.server'
import { readFields } from '~/http/forms.server'
import { localPath } from '~/http/local-path'
import { isLocale } from '~/i18n'
import { paths } from '~/paths'

/**
 * Keeps the language that somebody chose for a year, on their device, and goes back to where they were; a page that
 * stays asks for its data anew.
 */
export async function action({ request }: ActionFunctionArgs) {
  const fields = await readFields(request)
  const lang = fields.get('lang')
  const headers = isLocale(lang) ? speaking(lang) : undefined
  if (fields.has('stay')) return data(null, { headers })
  return redirect(localPath(fields.get('to'), paths.home()), { headers })
}

export function loader() {
  return redirect(paths.home())
}
