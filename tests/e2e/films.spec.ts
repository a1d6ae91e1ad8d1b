// The demonstration's long films, as the pages serve them: their true length, their ranges, and how they begin.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { systemActor } from '~/domain/actor'
import { paths } from '~/paths'
import { layFilms } from '../../prisma/seed/programmes'
import { expect, open } from '../support/browser'
import { monday, organisation, someoneAs } from '../support/world'
import { entersAs } from './entering'
import { inside } from './inside'
import { test } from './site'

type Film = { slug: string; title: string; seconds: number } & Record<
  'mp4' | 'webm',
  { bytes: number; sha256: string }
>
const films: Film[] = JSON.parse(readFileSync('prisma/seed/films/films.json', 'utf8'))
const forms = ['mp4', 'webm'] as const

test.use({ alone: 'films' })

test.beforeEach(async ({ site, page }) => {
  const manager = await inside(site, async () => {
    const system = systemActor(monday, 'command')
    await layFilms(system)
    const university = await organisation(system, '北京开放大学', 'unit')
    return someoneAs(system, '周敏', 'manager', university.id)
  })
  await site.setClock(monday)
  await entersAs(page, site, manager.person, monday)
})

test('the long films last as long as their programmes say, come in ranges, and begin with their title', async ({
  page,
}) => {
  test.setTimeout(240_000)
  expect(films.length).toBeGreaterThanOrEqual(7)
  for (const film of films) {
    expect(film.seconds, film.title).toBe((minutesOf(film) ?? film.seconds / 60) * 60)
    for (const form of forms) await expectServed(page, film, form)
  }
  await open(page, paths.account())
  for (const film of films) {
    for (const form of forms) {
      const seen = await watchFirstSeconds(page, paths.film(film.slug, form))
      expect(Math.abs(seen.duration - film.seconds), `${film.slug}.${form}`).toBeLessThan(2)
      expect(seen.played, `${film.slug}.${form}`).toBeGreaterThan(1)
      expect(seen.colours, `${film.slug}.${form}`).toBeGreaterThan(8)
    }
  }
})

/** What the programmes of the demonstration say of a film's length. */
function minutesOf({ slug, title }: Film): number | undefined {
  const programmes = ['daming', 'farmers', 'safety', 'guides'].map((name) =>
    JSON.parse(readFileSync(join('prisma/seed/content', `${name}-programme.json`), 'utf8')),
  )
  const activities: { title: string; film?: string; minutes?: number }[] = programmes.flatMap(({ modules }) =>
    modules.flatMap((module: { activities: unknown[] }) => module.activities),
  )
  return activities.find((one) => one.film === slug || one.title === title)?.minutes
}

/** Whole, the file is the one that was drawn; a part of it is that part; beyond its end there is nothing. */
async function expectServed(page: Page, { slug, ...film }: Film, form: 'mp4' | 'webm') {
  const { bytes, sha256 } = film[form]
  const address = paths.film(slug, form)
  const whole = await page.request.get(address)
  expect(whole.status(), address).toBe(200)
  expect(whole.headers()).toMatchObject({ 'accept-ranges': 'bytes', 'content-type': `video/${form}` })
  const body = await whole.body()
  expect(createHash('sha256').update(body).digest('hex'), address).toBe(sha256)
  expect(bytes, address).toBeLessThan(2 * 1024 * 1024)
  const middle = await page.request.get(address, { headers: { Range: 'bytes=1000-1999' } })
  expect(middle.status(), address).toBe(206)
  expect(middle.headers()['content-range']).toBe(`bytes 1000-1999/${bytes}`)
  expect((await middle.body()).equals(body.subarray(1000, 2000)), address).toBe(true)
  const end = await page.request.get(address, { headers: { Range: 'bytes=-500' } })
  expect((await end.body()).equals(body.subarray(-500)), address).toBe(true)
  const beyond = await page.request.get(address, { headers: { Range: `bytes=${bytes}-` } })
  expect(beyond.status(), address).toBe(416)
}

/** Plays the beginning; `colours` are how many different ones a frame of it has. */
function watchFirstSeconds(page: Page, address: string) {
  return page.evaluate(async (src) => {
    const video = document.createElement('video')
    video.muted = true
    video.playbackRate = 2
    video.src = src
    await video.play()
    while (video.currentTime < 1.2) await new Promise((resolve) => setTimeout(resolve, 50))
    const canvas = document.createElement('canvas')
    canvas.width = 160
    canvas.height = 90
    const context = canvas.getContext('2d')!
    context.drawImage(video, 0, 0, canvas.width, canvas.height)
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    const colours = new Set<number>()
    for (let at = 0; at < data.length; at += 4) {
      colours.add((data[at]! >> 3) * 1024 + (data[at + 1]! >> 3) * 32 + (data[at + 2]! >> 3))
    }
    const seen = { duration: video.duration, played: video.currentTime, colours: colours.size }
    video.removeAttribute('src')
    video.load()
    return seen
  }, address)
}
