// The films and programmes of the demonstration, from the files beside this one.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { db, inTransaction } from '~/db.server'
import type { Actor } from '~/domain/actor'
import { storeFile } from '~/domain/files/stored-file.server'
import { newId } from '~/domain/ids.server'
import { createProgramme, publishVersion } from '~/domain/programmes/programme.server'
import { type ProgrammeData, type ProgrammeSources, programmeFrom } from './programme-data'
import { must } from './stage'

const content = join('prisma', 'seed', 'content')

type FilmFile = { slug: string; title: string; seconds: number }

/** Stores the films of a folder; answers each film's slug by its title. */
export async function layFilms(actor: Actor, folder = join('prisma', 'seed', 'films')) {
  const films: FilmFile[] = JSON.parse(await readFile(join(folder, 'films.json'), 'utf8'))
  for (const film of films) {
    const file = async (ending: string) => readFile(join(folder, `${film.slug}.${ending}`)).catch(() => null)
    const [mp4, webm, poster] = await Promise.all([file('mp4'), file('webm'), file('jpg')])
    await inTransaction(async (tx) => {
      const stored = async (bytes: Buffer | null, mediaType: string) =>
        bytes && (await storeFile(tx, actor, { bytes, name: film.slug, mediaType })).id
      await tx.film.create({
        data: {
          id: newId(),
          slug: film.slug,
          title: film.title,
          seconds: film.seconds,
          mp4Id: await stored(mp4, 'video/mp4'),
          webmId: await stored(webm, 'video/webm'),
          posterId: await stored(poster, 'image/jpeg'),
          recordedAt: actor.at,
        },
      })
    })
  }
  return new Map(films.map((film) => [film.title, film.slug]))
}

export type Sources = ProgrammeSources

/** Seconds of each film, by its slug. */
export async function filmLengths(): Promise<Map<string, number>> {
  const films = await db.film.findMany({ select: { slug: true, seconds: true } })
  return new Map(films.map(({ slug, seconds }) => [slug, seconds]))
}

/** What programmes name: films by title or slug, texts to read by title or file name. */
export async function programmeSources(films: ReadonlyMap<string, string>): Promise<ProgrammeSources> {
  const texts = new Map<string, string>()
  for (const file of await readdir(join(content, 'readings'))) {
    const text = await readFile(join(content, 'readings', file), 'utf8')
    texts.set(file.replace(/\.md$/, ''), text)
    texts.set(/^# (.*)$/m.exec(text)?.[1]?.trim() ?? '', text)
  }
  const known = new Set(films.values())
  return {
    film: (name) => films.get(name) ?? (known.has(name) ? name : missing('film', name)),
    reading: (name) => texts.get(name) ?? missing('text', name),
  }
}

function missing(what: string, name: string): never {
  throw new Error(`The demonstration has no ${what} called ${name}`)
}

/** Keeps and publishes one of the programmes. */
export async function layProgramme(actor: Actor, ownerId: string, file: string, sources: ProgrammeSources) {
  const programme: ProgrammeData = programmeFrom(
    JSON.parse(await readFile(join(content, file), 'utf8')),
    sources,
  )
  const made = must(await createProgramme(actor, ownerId, programme))
  await publishVersion(actor, { id: made.versionId, programmeId: made.programmeId })
  return { ...made, programme }
}
