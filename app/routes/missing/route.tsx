import { data, type LoaderFunctionArgs } from '@remix-run/node'

/** Any address that no page has. A page of its own, so that the root's loader runs and the answer knows its reader. */
export function loader({ context }: LoaderFunctionArgs) {
  throw data(null, { status: context.status })
}

export const action = loader

export default function Missing() {
  return null
}
