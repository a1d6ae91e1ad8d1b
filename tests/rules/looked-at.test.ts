// Every page is looked at in a browser: opened until its client runs, read through by axe, and held to a phone's width.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AgnosticRouteObject, matchRoutes } from '@remix-run/router'
import { expect, test } from 'vitest'
import { paths } from '~/paths'
import routes from '~/routes'

type Configured = { file: string; path?: string; index?: boolean; children?: Configured[] }

test('each route that is a page is opened by a walk over the pages', () => {
  const walks = readdirSync('tests/e2e').filter((name) => name.startsWith('looks'))
  const text = walks.map((name) => readFileSync(join('tests/e2e', name), 'utf8')).join('\n')
  const named = new Set([...text.matchAll(/\bpaths\.(\w+)\(/g)].map(([, name]) => name!))
  const opened = new Set([...named].flatMap((name) => filesAt(addressOf(name))))
  // The page of each kind of activity is opened by the kind's name, which stands in the walk's list of kinds.
  const kindOf = (file: string) => /^activities\/([\w-]+)\//.exec(file)?.[1]
  const missing = pagesAmong(routes as Configured[]).filter((file) => {
    const kind = kindOf(file)
    return kind ? !text.includes(`  '${kind}',\n`) : !opened.has(file)
  })
  expect(missing).toEqual([])
})

/** Any address of that name; a number and an id are as good as each other to a route. */
function addressOf(name: string) {
  const make = paths[name as keyof typeof paths] as (...args: string[]) => string
  return make('1', '1', '1').split(/[?#]/)[0]!
}

function filesAt(address: string) {
  const matched = matchRoutes(configured(routes as Configured[]), address) ?? []
  return matched.map(({ route }) => route.id!)
}

function configured(all: Configured[]): AgnosticRouteObject[] {
  return all.map(({ file, path, index, children }) =>
    index ? { id: file, path, index: true } : { id: file, path, children: configured(children ?? []) },
  )
}

/** The files that draw something of their own. */
function pagesAmong(all: Configured[]): string[] {
  return all.flatMap(({ file, children = [] }) => [
    ...(children.length === 0 && /export default function/.test(readFileSync(join('app', file), 'utf8'))
      ? [file]
      : []),
    ...pagesAmong(children),
  ])
}
