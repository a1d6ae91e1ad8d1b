// A film whose file could not be had, or broke off: the browser itself gives up for good.
//
//   fine → failed    no file could be read, or reading on broke off
//   failed → fine    the network is back, or somebody asks for another try: it loads again from where it stood
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

export function useLoading(ref: RefObject<HTMLVideoElement>) {
  const [failed, setFailed] = useState(false)
  const stood = useRef(0)

  const tryAgain = useCallback(() => {
    const video = ref.current
    if (!video) return
    setFailed(false)
    const at = stood.current
    if (at > 0) video.addEventListener('loadedmetadata', () => (video.currentTime = at), { once: true })
    video.load()
    // Refused where the browser plays nothing unasked; its own button is there.
    video.play().catch(() => undefined)
  }, [ref])

  useEffect(() => {
    const video = ref.current
    const last = video?.querySelector('source:last-of-type')
    if (!video || !last) return
    let broken = false
    function fail() {
      if (!video) return
      broken = true
      stood.current = Math.max(stood.current, video.currentTime)
      setFailed(true)
    }
    function back() {
      if (broken) tryAgain()
      broken = false
    }
    video.addEventListener('error', fail)
    last.addEventListener('error', fail)
    window.addEventListener('online', back)
    return () => {
      video.removeEventListener('error', fail)
      last.removeEventListener('error', fail)
      window.removeEventListener('online', back)
    }
  }, [ref, tryAgain])

  return { failed, tryAgain }
}
