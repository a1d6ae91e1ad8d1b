import { useRef } from 'react'
import { Button } from '~/components/button'
import { Notice } from '~/components/notice'
import { ProgressBar } from '~/components/tag'
import { useWords } from '~/i18n'
import { formatPosition } from '~/i18n/format'
import { paths } from '~/paths'
import type { FilmShown } from './film'
import { SEAM_SECONDS } from './played-intervals'
import { useLoading } from './use-loading'
import { usePlaying, type Watching } from './use-playing'
import { words } from './words'

const SPEEDS = [1, 1.25, 1.5, 2]

/** The film with the browser's own controls, and how much of it has been counted. */
export function Player({
  film,
  enrolmentId,
  activityId,
  ...watching
}: { film: FilmShown; enrolmentId: string; activityId: string } & Watching) {
  const t = useWords(words)
  const video = useRef<HTMLVideoElement>(null)
  const playing = usePlaying(video, paths.playing(enrolmentId, activityId), film.seconds, watching)
  const loading = useLoading(video)
  const percent = (share: number) => `${Math.floor(share * 100 + 1e-6)}%`
  const label = playing.done
    ? t.enough(percent(playing.share))
    : t.watched(percent(playing.share), percent(watching.needed))
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: programmes' films come without a track of captions */}
      <video
        ref={video}
        controls
        preload="none"
        playsInline
        controlsList="nodownload"
        poster={film.poster ? paths.film(film.slug, 'jpg') : undefined}
        className="aspect-video w-full rounded-xl bg-black"
      >
        {film.mp4Bytes !== null && <source src={paths.film(film.slug, 'mp4')} type="video/mp4" />}
        {film.webmBytes !== null && <source src={paths.film(film.slug, 'webm')} type="video/webm" />}
        {t.cannotPlay}
      </video>
      <p aria-live="polite" className="mt-3 mb-1.5">
        {label}
      </p>
      <ProgressBar share={playing.share} label={label} />
      <div className="mt-2 flex flex-wrap items-center justify-between gap-x-4">
        <p className="muted">
          {watching.position > SEAM_SECONDS && playing.state === 'still'
            ? t.resume(formatPosition(watching.position))
            : ''}
        </p>
        <label className="flex min-h-11 items-center gap-2 text-sm">
          {t.speed}
          <select
            className="min-h-11 rounded-btn border border-edge bg-surface px-2"
            value={String(playing.speed)}
            onChange={(event) => playing.setSpeed(Number(event.currentTarget.value))}
          >
            {SPEEDS.map((speed) => (
              <option key={speed} value={speed}>
                {t.times(speed)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div aria-live="polite" className="mt-2 flex flex-col gap-2">
        {!watching.counted && <Notice>{t.notCounted}</Notice>}
        {loading.failed && (
          <Notice
            tone="amber"
            action={
              <Button look="ghost" size="small" onClick={loading.tryAgain}>
                {t.tryAgain}
              </Button>
            }
          >
            {t.failed}
          </Notice>
        )}
        {playing.state === 'unopened' && <Notice tone="amber">{t.unopened}</Notice>}
        {playing.state === 'lost' && <Notice tone="amber">{t.lost}</Notice>}
        {playing.state === 'elsewhere' && <Notice tone="amber">{t.elsewhere}</Notice>}
      </div>
    </>
  )
}
