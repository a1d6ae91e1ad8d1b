import { type ActionFunctionArgs, data } from '@remix-run/node'
import { openActivity } from '~/http/activity.server'
import { readFields } from '~/http/forms.server'
import { PlayingForm } from './playing.schema'
import { openVideo, reportPlayed } from './video.server'

/** What a player tells while it plays, as a form: by fetch, and by a beacon when its page goes away. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, activity } = await openActivity(request, params, 'video')
  const parsed = PlayingForm.safeParse(fieldsOf(await readFields(request)))
  if (!parsed.success) throw data(null, { status: 400 })
  const form = parsed.data
  if (form.intent === 'open') return answer(await openVideo(actor, activity))
  const played = form.played.map(([from, until]) => ({ from, until }))
  return answer(await reportPlayed(actor, activity, { ...form, played }))
}

function fieldsOf(fields: URLSearchParams) {
  return Object.fromEntries(fields)
}

function answer(body: object) {
  return Response.json(body, { headers: { 'Cache-Control': 'no-store' } })
}
