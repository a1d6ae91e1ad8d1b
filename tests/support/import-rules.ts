// Who may import whom, as docs/architecture.md has it: for each kind of file, what it may take from our own
// folders and from packages. `import type` costs nothing at run time and tells nothing to a phone, so it is free
// but where a rule says otherwise.
import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, normalize } from 'node:path'
import ts from 'typescript'

export type Import = { file: string; line: number; target: string; typeOnly: boolean }
export type Breach = { file: string; line: number; rule: string }

type Rule = {
  from: string
  is: (file: string) => boolean
  /** Null where the import is allowed, else the rule that it breaks. */
  refuse: (target: string, file: string) => boolean
  types?: boolean
}

const TESTS = /(^tests\/|^bench\/|\.test\.tsx?$)/
const builtin = new Set(builtinModules)
const isOurs = (target: string) => /^(app|server|templates|prisma|tests|bench)\//.test(target)
const isServer = (target: string) => /\.server($|\/)/.test(target)
const isDatabase = (target: string) =>
  /^(app\/db\.server|prisma\/generated)/.test(target) || ['pg', 'kysely', '@prisma/client'].includes(target)
const isNode = (target: string) => target.startsWith('node:') || builtin.has(target.split('/')[0]!)
const kindOf = (path: string) => /^app\/activities\/([^/]+)\//.exec(path)?.[1] ?? null
const isFace = (path: string) => {
  const kind = kindOf(path)
  return kind !== null && new RegExp(`^app/activities/${kind}/${kind}(\\.server)?(\\.[a-z.]+)?$`).test(path)
}
const isPureFile = (file: string) =>
  /^app\/(domain|activities)\//.test(file) &&
  !isServer(withoutExtension(file)) &&
  !file.endsWith('.tsx') &&
  !/\/words\.ts$/.test(file)
const isSchema = (path: string) => /\.schema(\.ts)?$/.test(path)

const FRAMEWORKS = /^(@remix-run\/|express$|socket\.io|react($|-dom|\/))/

const RULES: Rule[] = [
  {
    from: 'routes and pages take neither the database nor templates',
    is: (file) => /^app\/routes\//.test(file) || (kindOf(file) !== null && file.endsWith('.tsx')),
    refuse: (target) => isDatabase(target) || /^(templates|server|prisma)\//.test(target),
  },
  {
    from: 'components and realtime take nothing of the server',
    is: (file) => /^app\/(components|realtime)\//.test(file),
    refuse: (target) => isServer(target) || isDatabase(target) || /^(server|templates|prisma)\//.test(target),
  },
  {
    from: 'pure files know no framework, no zod, no clock, no environment, no Prisma, nothing that does I/O',
    is: (file) => isPureFile(file) && !isSchema(file),
    refuse: (target) =>
      isOurs(target)
        ? isServer(target) || isSchema(target) || /^(app\/http|server|templates|prisma)\//.test(target)
        : !/^(date-fns($|\/)|@date-fns\/tz)/.test(target),
  },
  {
    from: 'schemas take zod and pure files, nothing else',
    is: (file) => /^app\//.test(file) && isSchema(file),
    refuse: (target) => (isOurs(target) ? isServer(target) : target !== 'zod'),
  },
  {
    from: 'server files of the domain know no Remix, Express, Socket.IO or React, nor the registry of kinds',
    is: (file) => /^app\/(domain|activities)\//.test(file) && isServer(withoutExtension(file)),
    refuse: (target) =>
      FRAMEWORKS.test(target) ||
      target === 'app/activities/kinds.server' ||
      /^(app\/(http|routes|components|realtime)|server|prisma\/seed)\//.test(target),
  },
  {
    from: 'the domain knows of a kind what is pure',
    is: (file) => /^app\/domain\//.test(file),
    refuse: (target) => kindOf(target) !== null && isServer(target),
  },
  {
    from: 'a kind knows no other',
    is: (file) => kindOf(file) !== null,
    refuse: (target, file) => kindOf(target) !== null && kindOf(target) !== kindOf(file),
  },
  {
    from: 'templates take facts and draw: no database, no clock, no network',
    is: (file) => /^templates\//.test(file),
    refuse: (target) =>
      isDatabase(target) ||
      FRAMEWORKS.test(target) ||
      (isOurs(target) &&
        !target.startsWith('templates/') &&
        (isServer(target) || !target.startsWith('app/domain/'))) ||
      /^(node:)?(http|https|net|tls|dgram|dns)$/.test(target),
  },
  {
    from: 'server takes of the application only what the build exports',
    is: (file) => /^server\//.test(file),
    refuse: (target) => /^(app|prisma\/seed|templates)\//.test(target),
  },
  {
    from: 'the application takes nothing of server, tests or bench',
    is: (file) => /^(app|templates|prisma)\//.test(file),
    refuse: (target) => /^(server|tests|bench)\//.test(target),
    types: true,
  },
  {
    from: 'a kind is known to others by its faces',
    is: (file) => /^app\//.test(file) && file !== 'app/routes.ts',
    refuse: (target, file) =>
      kindOf(target) !== null && kindOf(target) !== kindOf(file) && !isFace(target) && !/words$/.test(target),
  },
  {
    from: 'tests of routes speak HTTP',
    is: (file) => /^tests\/routes\//.test(file),
    refuse: (target) => /^(app\/routes|server)\//.test(target),
  },
]

/** Each import among `files` that breaks a rule. */
export function breaches(imports: Import[]): Breach[] {
  return imports.flatMap(({ file, line, target, typeOnly }) =>
    RULES.filter((rule) => (!typeOnly || rule.types) && applies(rule, file) && rule.refuse(target, file)).map(
      (rule) => ({ file, line, rule: `${rule.from} (${target})` }),
    ),
  )
}

// Tests may import anything; only where they speak is told.
function applies(rule: Rule, file: string) {
  return TESTS.test(file) ? file.startsWith('tests/routes/') && rule.is(file) : rule.is(file)
}

/** All imports of the TypeScript under some folders, `target` from the project's root where it is ours. */
export function importsUnder(folders: string[]): Import[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((name) => /\.(tsx?|mjs)$/.test(name) && !name.startsWith('prisma/generated'))
      .flatMap((name) => importsOf(name, readFileSync(name, 'utf8'))),
  )
}

export function importsOf(file: string, text: string): Import[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, false)
  const found: Import[] = []
  function add(node: ts.Node, specifier: ts.Node | undefined, typeOnly: boolean) {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
    found.push({ file, line, target: resolved(file, specifier.text), typeOnly })
  }
  function visit(node: ts.Node) {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, onlyTypes(node.importClause))
    else if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node, node.argument.literal, true)
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node, node.arguments[0], false)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function onlyTypes(clause: ts.ImportClause | undefined) {
  if (!clause) return false
  if (clause.isTypeOnly) return true
  const { namedBindings, name } = clause
  return !name && namedBindings !== undefined && ts.isNamedImports(namedBindings)
    ? namedBindings.elements.length > 0 && namedBindings.elements.every((element) => element.isTypeOnly)
    : false
}

function resolved(file: string, specifier: string) {
  const path = specifier
    .replace(/^~\//, 'app/')
    .replace(/^#generated\//, 'prisma/generated/')
    .replace(/^#templates\//, 'templates/')
  const ours = path.startsWith('.') ? normalize(join(dirname(file), path)) : path
  if (isNode(ours)) return ours
  return withoutExtension(ours.replace(/\?.*$/, ''))
}

function withoutExtension(path: string) {
  return path.replace(/\.(tsx?|mjs)$/, '')
}

/** Words that no rule of imports can catch: clocks, the environment, transactions besides the one door. */
export function strayWords(file: string, text: string): Breach[] {
  if (!/^(app|templates)\//.test(file) || TESTS.test(file)) return []
  const words: [RegExp, string, (file: string) => boolean][] = [
    [
      /\bnew Date\(\)|\bDate\.now\(\)/,
      'only app/clock.server.ts reads a clock',
      (one) => one === 'app/clock.server.ts',
    ],
    [
      /\bprocess\.env\b/,
      'only app/env.server.ts reads the environment',
      // The list of routes is read by the build, where no environment is checked yet.
      (one) => one === 'app/env.server.ts' || one === 'app/routes.ts',
    ],
    [/\.\$transaction\(/, 'only inTransaction opens a transaction', (one) => one === 'app/db.server.ts'],
    [
      /\bnow\(\)\s*(at time zone|[-+]\s*interval)|\bcurrent_timestamp\b/i,
      'no SQL reads a clock',
      () => false,
    ],
  ]
  // What runs in a browser may look at the browser's own clock, as a claim.
  const browser =
    /^app\/(components|realtime|routes|entry\.client)/.test(file) && !isServer(withoutExtension(file))
  return text.split('\n').flatMap((content, index) =>
    words
      .filter(([pattern, rule, allowed]) => {
        if (browser && rule.endsWith('reads a clock')) return false
        return pattern.test(content) && !allowed(file) && !/^\s*(\/\/|\*)/.test(content)
      })
      .map(([, rule]) => ({ file, line: index + 1, rule })),
  )
}
