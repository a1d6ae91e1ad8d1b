import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { Card, EmptyState } from '~/components/card'
import { Notice } from '~/components/notice'
import { refusalAt } from '~/domain/learning/deadlines'
import { openActivity } from '~/http/activity.server'
import { useWords } from '~/i18n'
import { formatBytes, formatPosition } from '~/i18n/format'
import { frontier, watchedShare } from './played-intervals'
import { Player } from './player'
import { positionIn } from './position.server'
import { filmShown } from './video.films.server'
import { videoServer } from './video.server'
import { words } from './words'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, activity } = await openActivity(request, params, 'video')
  const { config } = activity.activity
  const [film, work, position] = await Promise.all([
    filmShown(config.film),
    videoServer.work(activity),
    positionIn(activity),
  ])
  return {
    film,
    position,
    share: watchedShare(work.watched, film?.seconds ?? 0),
    frontier: frontier(work.watched),
    needed: config.minWatched,
    noSkip: config.noSkip,
    counted: refusalAt(activity.deadline, actor.at) === null,
    done: activity.outcome?.confirmedAt !== null && activity.outcome !== null,
  }
}

export default function VideoPage() {
  const t = useWords(words)
  const { film, ...watching } = useLoaderData<typeof loader>()
  const { enrolmentId = '', activityId = '' } = useParams()
  if (!film) return <EmptyState title={t.notReady}>{t.notReadyMore}</EmptyState>
  const bytes = film.mp4Bytes ?? film.webmBytes
  return (
    <>
      <noscript>
        <Notice tone="amber">{t.needsScript}</Notice>
      </noscript>
      <Card>
        <Player
          key={activityId}
          film={film}
          enrolmentId={enrolmentId}
          activityId={activityId}
          {...watching}
        />
        <p className="muted mt-2">
          {t.length(formatPosition(film.seconds), bytes === null ? '–' : formatBytes(bytes))}
        </p>
        {watching.noSkip && <p className="muted">{t.noSkip}</p>}
      </Card>
    </>
  )
}
