import { type ActionFunctionArgs, data } from '@remix-run/node'
import { useSearchParams } from '@remix-run/react'
import { titled } from '~/components/titled'
import { redirectWith } from '~/http/flash.server'
import { readFields } from '~/http/forms.server'
import { Desk } from './desk'
import { Forms } from './forms'
import { Roll } from './roll'
import { Today } from './today'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

export function loader() {
  return { drawn: true }
}

export async function action({ request }: ActionFunctionArgs) {
  const fields = await readFields(request)
  const typed = Object.fromEntries(fields)
  if (fields.get('phone')) {
    const undo = { action: '/gallery', fields: { name: '', intent: 'undo' } }
    return redirectWith('/gallery?of=forms', { text: '已添加张丽', undo })
  }
  return data({ errors: { phone: ['手机号应为 11 位'], name: ['请填写此项'] }, typed }, { status: 400 })
}

export default function Gallery() {
  const [params] = useSearchParams()
  if (params.get('of') === 'desk') return <Desk />
  if (params.get('of') === 'forms') return <Forms />
  if (params.get('of') === 'roll') return <Roll />
  return <Today />
}
