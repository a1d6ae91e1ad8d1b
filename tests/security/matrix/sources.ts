// What there is, as the build and the sources say it: the routes of Remix's manifest with their methods, and the words
// by which the forms of one action are told apart.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import routeConfig from '~/routes'

type Module = { default?: unknown; loader?: unknown; action?: unknown }
type Build = {
  routes: Record<string, { id: string; index?: boolean; module: Module }>
  entry: { module: { sockets: { events: Record<string, unknown> } } }
}

export type Route = { id: string; methods: ('GET' | 'POST')[]; isPage: boolean; file: string }

export async function built() {
  const build: Build = await import(pathToFileURL(resolve('build/server/index.js')).href)
  const files = filesOf(routeConfig as Entry[])
  const routes = Object.values(build.routes).map(
    ({ id, module }): Route => ({
      id,
      methods: [...(module.loader ? (['GET'] as const) : []), ...(module.action ? (['POST'] as const) : [])],
      isPage: module.default !== undefined,
      file: files.get(id) ?? 'app/root.tsx',
    }),
  )
  return { routes, events: Object.keys(build.entry.module.sockets.events) }
}

type Entry = { id?: string; file: string; children?: Entry[] }

function filesOf(entries: Entry[]): Map<string, string> {
  return new Map(
    entries.flatMap(({ id, file, children = [] }): [string, string][] => [
      [id ?? file.replace(/\.tsx?$/, ''), join('app', file)],
      ...filesOf(children),
    ]),
  )
}

/** The intents that a route's own files, and the schemas of the domain that they parse forms with, tell apart. */
export function intentsOf({ file }: Route): string[] {
  const folder = dirname(file)
  const texts = readdirSync(folder)
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  const found = [...texts, ...texts.flatMap(schemasIn)].flatMap(intentsIn)
  return [...new Set(found)].sort()
}

function schemasIn(text: string): string[] {
  const imports = text.matchAll(/import \{ ([^}]+) \} from '~\/(domain\/[^']+\.schema)'/g)
  return [...imports].flatMap(([, names, path]) => {
    const schema = readFileSync(`app/${path}.ts`, 'utf8')
    return names!.split(', ').map((name) => partOf(schema, name))
  })
}

function partOf(schema: string, name: string) {
  const [, part = ''] = schema.split(`export const ${name} =`)
  return part.split('\nexport ')[0]!
}

function intentsIn(text: string): string[] {
  const literals = [...text.matchAll(/intent: z\.literal\('([^']+)'\)/g)].map((match) => match[1]!)
  const lists = [...text.matchAll(/intent: z\.enum\(\[([^\]]+)\]\)/g)].flatMap((match) =>
    [...match[1]!.matchAll(/'([^']+)'/g)].map((one) => one[1]!),
  )
  const asked = [...text.matchAll(/(?:\b(?:intent|step)|^.*fields\.get\('intent'\)) === '([^']+)'/gm)]
  const had = [...text.matchAll(/if \(fields\.has\('([^']+)'\)\)/g)]
  return [...literals, ...lists, ...[...asked, ...had].map((match) => match[1]!)]
}
