// What a player tells the server, which alone decides what counts.
//
//   still → counting      play: the server opens a playing
//   still → unopened      play, but no answer; opened by itself as soon as there is one
//   counting → counting   a report each ten seconds, and at pause, end and going away: all that was played so far
//   counting → lost       a report got no answer; it is sent again each ten seconds, and when the device is back
//                         in the network, whether the film runs or not
//   counting → elsewhere  another playing was opened; pressing play opens one here again
import { useRevalidator } from '@remix-run/react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { MAX_SPEED, SEAM_SECONDS } from './played-intervals'

export type Watching = {
  /** Where they stopped, in seconds of film. */
  position: number
  share: number
  frontier: number
  needed: number
  noSkip: boolean
  counted: boolean
  done: boolean
}

type State = 'still' | 'unopened' | 'counting' | 'lost' | 'elsewhere'
type Answer = { refused?: string; openingId?: string; share?: number; frontier?: number; done?: boolean }

const EVERY_MILLISECONDS = 10_000

export function usePlaying(
  ref: RefObject<HTMLVideoElement>,
  address: string,
  length: number,
  { position, share: shareBefore, frontier, noSkip, counted, done: doneBefore }: Watching,
) {
  const [state, setState] = useState<State>('still')
  const [share, setShare] = useState(shareBefore)
  const [done, setDone] = useState(doneBefore)
  const [speed, setSpeed] = useState(1)
  const { revalidate } = useRevalidator()
  const fresh = useRef({ revalidate, frontier, doneBefore, position })
  fresh.current.revalidate = revalidate

  useEffect(() => {
    const video = ref.current
    if (!video) return
    let openingId: string | null = null
    let opening = false
    let owed = false
    let wasDone = fresh.current.doneBefore
    let reach = fresh.current.frontier
    let timer: number | undefined

    async function open() {
      if (openingId || opening || !counted) return
      opening = true
      const answer = await tell(address, { intent: 'open' })
      opening = false
      openingId = answer?.openingId ?? null
      setState(openingId ? 'counting' : answer ? 'still' : 'unopened')
    }

    function report(): Record<string, string> | null {
      if (!openingId || !video) return null
      return {
        intent: 'report',
        openingId,
        played: JSON.stringify(rangesOf(video, length)),
        speed: String(video.playbackRate),
        positionSeconds: String(video.ended ? 0 : video.currentTime),
      }
    }

    async function send() {
      if (!openingId) {
        if (video && !video.paused) await open()
        return
      }
      const body = report()
      const answer = body && (await tell(address, body))
      owed = !answer
      if (!answer) return setState('lost')
      if (answer.refused) {
        openingId = null
        if (answer.refused === 'not-playing') {
          setState('elsewhere')
          video?.pause()
        }
        return
      }
      setState('counting')
      if (answer.share !== undefined) setShare(answer.share)
      reach = Math.max(reach, answer.frontier ?? 0)
      if (answer.done && !wasDone) {
        wasDone = true
        setDone(true)
        fresh.current.revalidate()
      }
    }

    function leave() {
      const body = report()
      if (body) navigator.sendBeacon(address, new URLSearchParams(body))
    }

    const on: Partial<Record<keyof HTMLVideoElementEventMap, () => void>> = {
      loadedmetadata: () => {
        const { position: from } = fresh.current
        if (from > SEAM_SECONDS && from < video.duration - 2) video.currentTime = from
      },
      play: () => void open(),
      pause: () => void send(),
      ended: () => void send(),
      ratechange: () => {
        if (video.playbackRate > MAX_SPEED) video.playbackRate = MAX_SPEED
        setSpeed(video.playbackRate)
      },
      seeking: () => {
        if (!noSkip) return
        const edge = Math.max(reach, continued(video, reach))
        if (video.currentTime > edge + SEAM_SECONDS) video.currentTime = edge
      },
    }
    const back = () => void send()
    const hidden = () => document.visibilityState === 'hidden' && leave()
    for (const [name, listener] of Object.entries(on)) video.addEventListener(name, listener)
    window.addEventListener('pagehide', leave)
    window.addEventListener('online', back)
    document.addEventListener('visibilitychange', hidden)
    timer = window.setInterval(() => {
      if (!video.paused || owed || (openingId && video.ended)) void send()
    }, EVERY_MILLISECONDS)
    return () => {
      leave()
      window.clearInterval(timer)
      for (const [name, listener] of Object.entries(on)) video.removeEventListener(name, listener)
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('online', back)
      document.removeEventListener('visibilitychange', hidden)
    }
  }, [ref, address, length, noSkip, counted])

  return {
    state,
    share,
    done,
    speed,
    setSpeed: (to: number) => {
      if (ref.current) ref.current.playbackRate = to
      setSpeed(to)
    },
  }
}

/** Null where there was no answer. */
async function tell(address: string, body: Record<string, string>): Promise<Answer | null> {
  try {
    const response = await fetch(address, { method: 'POST', body: new URLSearchParams(body) })
    return response.ok ? ((await response.json()) as Answer) : null
  } catch {
    return null
  }
}

/** What this element has played; a film's last frame ends a little before its measured length. */
function rangesOf(video: HTMLVideoElement, length: number): [number, number][] {
  return Array.from({ length: video.played.length }, (_, index) => {
    const until = video.played.end(index)
    const atEnd = until > video.duration - SEAM_SECONDS && video.ended
    return [video.played.start(index), atEnd ? Math.max(until, length) : until]
  })
}

/** How far what was played here continues the beginning that was watched before. */
function continued(video: HTMLVideoElement, reach: number): number {
  let edge = reach
  for (let index = 0; index < video.played.length; index += 1) {
    if (video.played.start(index) > edge + SEAM_SECONDS) break
    edge = Math.max(edge, video.played.end(index))
  }
  return edge
}
