import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { endSessionOfToken } from '~/domain/accounts/sessions.server'
import { browserOf, signedOut } from '~/http/browser.server'
import { paths } from '~/paths'

export async function action({ request, context }: ActionFunctionArgs) {
  const { sessionToken } = browserOf(request, context)
  if (sessionToken) await endSessionOfToken(sessionToken)
  return redirect(paths.signIn(), { headers: signedOut() })
}

export function loader() {
  return redirect(paths.home())
}
