/** A film as its page shows it. */
export type FilmShown = {
  slug: string
  seconds: number
  mp4Bytes: number | null
  webmBytes: number | null
  poster: boolean
}
