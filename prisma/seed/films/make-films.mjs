// Draws the demonstration's films anew: node prisma/seed/films/make-films.mjs [slug …]
//
// Needs ffmpeg with libx264 and libvpx-vp9, and the Noto Sans CJK fonts. Neither the product nor its tests
// run this: the films lie in the repository, and films.json says how long they were measured to be.
//
// A film is still frames of its true length at one frame a second; its progress mark moves with each key
// frame, every thirty seconds, so that the seconds between cost next to nothing and seeking stays exact.
// Films marked "short" also get a version of ten seconds for the browser journeys, in tests/fixtures/films.

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'

const here = import.meta.dirname
const fixtures = join(here, '../../../tests/fixtures/films')
const films = JSON.parse(readFileSync(join(here, 'slides.json'), 'utf8'))
const wanted = process.argv.slice(2)

for (const film of films.filter(({ slug }) => wanted.length === 0 || wanted.includes(slug))) {
  await make(film, { folder: here, seconds: film.minutes * 60, still: 30, rate: 1 })
  if (film.short) await make(film, { folder: fixtures, seconds: 10, still: 2, rate: 5 })
  await sharp(Buffer.from(slide(film, 0, 0)))
    .jpeg({ quality: 72, mozjpeg: true })
    .toFile(join(here, `${film.slug}.jpg`))
}
writeFileSync(join(here, 'films.json'), list(films, here))
writeFileSync(
  join(fixtures, 'films.json'),
  list(
    films.filter((film) => film.short),
    fixtures,
  ),
)

async function make(film, { folder, seconds, still, rate }) {
  const stills = mkdtempSync(join(tmpdir(), 'film-'))
  const count = seconds / still
  for (let n = 0; n < count; n += 1) {
    const page = Math.floor((n * (film.slides.length + 1)) / count)
    await sharp(Buffer.from(slide(film, page, n / count)))
      .png()
      .toFile(join(stills, `${String(n).padStart(4, '0')}.png`))
  }
  const input = ['-y', '-loglevel', 'error', '-framerate', `1/${still}`, '-i', join(stills, '%04d.png')]
  const frames = [
    '-vf',
    `fps=${rate},format=yuv420p`,
    '-frames:v',
    String(seconds * rate),
    '-g',
    String(still * rate),
  ]
  const h264 = [
    '-c:v',
    'libx264',
    '-profile:v',
    'main',
    '-preset',
    'veryslow',
    '-sc_threshold',
    '0',
    '-crf',
    '37',
  ]
  const vp9 = [
    '-c:v',
    'libvpx-vp9',
    '-b:v',
    '0',
    '-crf',
    '48',
    '-cpu-used',
    '2',
    '-lag-in-frames',
    '0',
    '-auto-alt-ref',
    '0',
  ]
  const mp4 = join(folder, `${film.slug}.mp4`)
  const webm = join(folder, `${film.slug}.webm`)
  const plain = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact']
  execFileSync('ffmpeg', [...input, ...frames, ...h264, ...plain, '-movflags', '+faststart', mp4])
  execFileSync('ffmpeg', [...input, ...frames, ...vp9, ...plain, '-cues_to_front', '1', webm])
  rmSync(stills, { recursive: true })
}

/** The film's title first, then one page for each of its chapters. */
function slide(film, page, progress) {
  const total = film.slides.length
  const body = page === 0 ? titlePage(film) : chapterPage(film.slides[page - 1], page, total)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360" font-family="Noto Sans CJK SC">
    <rect width="640" height="360" fill="#f7f6f2"/>${body}
    <rect x="48" y="326" width="544" height="4" rx="2" fill="#e3e2db"/>
    <rect x="48" y="326" width="${Math.round(544 * progress)}" height="4" rx="2" fill="#1d5c47"/>
  </svg>`
}

function titlePage(film) {
  const [first, second] = film.title.split(/(?<=：)/)
  const lines = second ? [first, second] : [first]
  return `<rect width="640" height="300" fill="#1d5c47"/>
    <text x="48" y="84" font-size="15" fill="#cfe3d8">${film.series}</text>
    ${lines.map((line, n) => `<text x="48" y="${152 + n * 48}" font-size="${line.length > 15 ? 27 : 32}" font-weight="bold" fill="#ffffff">${line}</text>`).join('')}
    <text x="48" y="262" font-size="15" fill="#cfe3d8">${film.slides.length} 节 · ${film.minutes} 分钟</text>`
}

function chapterPage([heading, ...lines], page, total) {
  return `<circle cx="66" cy="78" r="18" fill="#1d5c47"/>
    <text x="66" y="84" font-size="17" font-weight="bold" fill="#ffffff" text-anchor="middle">${page}</text>
    <text x="98" y="88" font-size="28" font-weight="bold" fill="#1d211e">${heading}</text>
    <rect x="48" y="120" width="544" height="150" rx="14" fill="#ffffff" stroke="#e3e2db"/>
    ${lines.map((line, n) => `<text x="76" y="${184 + n * 44}" font-size="22" fill="#1d211e">${line}</text>`).join('')}
    <text x="592" y="306" font-size="13" fill="#5d655f" text-anchor="end">第 ${page} 节，共 ${total} 节</text>`
}

function list(of, folder) {
  const rows = of.map(({ slug, title }) => ({
    slug,
    title,
    seconds: Number(measure(join(folder, `${slug}.mp4`))),
    mp4: file(join(folder, `${slug}.mp4`)),
    webm: file(join(folder, `${slug}.webm`)),
  }))
  return `${JSON.stringify(rows, null, 2)}\n`
}

function measure(path) {
  return execFileSync(
    'ffprobe',
    ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', path],
    {
      encoding: 'utf8',
    },
  )
}

function file(path) {
  return { bytes: statSync(path).size, sha256: createHash('sha256').update(readFileSync(path)).digest('hex') }
}
