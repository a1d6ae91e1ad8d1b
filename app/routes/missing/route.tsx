import { found } from '~/http/found.server'

/** Any address that no page has. A page of its own, so that the root's loader runs and the answer knows its reader. */
export function loader() {
  return found(null)
}

export const action = loader

export default function Missing() {
  return null
}
