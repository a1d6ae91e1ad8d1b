import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Card } from '~/components/card'
import { OwnWorkshop } from '~/components/workshop/own-workshop'
import { ownWorkshops } from '~/domain/workshops/own-workshops.queries.server'
import { openActivity } from '~/http/activity.server'
import { useWords } from '~/i18n'
import { paths } from '~/paths'
import { words } from './words'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, activity } = await openActivity(request, params, 'workshop')
  const { description, sessions } = activity.activity.config
  const { enrolmentId } = activity
  const workshops = await ownWorkshops(actor, enrolmentId, activity.activity.id)
  return { description, sessions, enrolmentId, workshop: workshops?.[0] ?? null }
}

export default function WorkshopPage() {
  const { description, sessions, enrolmentId, workshop } = useLoaderData<typeof loader>()
  const t = useWords(words)
  return (
    <>
      {description && (
        <Card>
          <p className="whitespace-pre-line">{description}</p>
        </Card>
      )}
      {workshop ? (
        <OwnWorkshop workshop={workshop} to={paths.workshops(enrolmentId)} />
      ) : (
        <Card>
          <p>{t.notSet}</p>
          <ul className="muted">
            {sessions.map(({ number, title, starts, ends }) => (
              <li key={number}>{`${title} ${starts}—${ends}`}</li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
