// npm run bench: what we do beside the least that the same work could cost, on this machine, now. Only the ratio
// travels from one machine to another.
//   npm run bench                 all cases, a table
//   npm run bench -- NAME …       some of them
//   npm run bench -- --json       one array of { name, unit, ours, floor, ratio, aim, ok }
import { root, run } from '../server/prepare.mjs'

const json = process.argv.includes('--json')
const chosen = process.argv.slice(2).filter((word) => !word.startsWith('--'))

process.chdir(root)
try {
  // Standard output is for the table or the array alone.
  const built = await run(process.execPath, ['server/start.mjs', '--build-only'], { stdio: ['ignore', 2, 2] })
  if (built === 0) await show()
  else process.exitCode = 1
} catch (error) {
  process.stderr.write(`${error.stack ?? error}\n`)
  process.exitCode = 1
}

async function show() {
  const results = await measured()
  process.stdout.write(
    json ? `${JSON.stringify(results.map(withoutBeside), null, 2)}\n` : `${table(results)}\n`,
  )
  process.exitCode = results.every(({ ok }) => ok) ? 0 : 1
}

// The cases are TypeScript with the application's own names for its folders; Vite reads them as the tests' does.
async function measured() {
  process.env.NODE_ENV = 'production'
  const [{ createServer }, { default: tsconfigPaths }] = await Promise.all([
    import('vite'),
    import('vite-tsconfig-paths'),
  ])
  const vite = await createServer({
    configFile: false,
    root,
    mode: 'production',
    logLevel: 'error',
    appType: 'custom',
    plugins: [tsconfigPaths()],
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  })
  try {
    const { measureAll } = await vite.ssrLoadModule('/bench/cases.ts')
    return await measureAll(chosen)
  } finally {
    await vite.close()
  }
}

function withoutBeside({ name, unit, ours, floor, ratio, aim, ok }) {
  return { name, unit, ours, floor, ratio, aim, ok }
}

function table(results) {
  const rows = [
    ['', 'unit', 'ours', 'floor', 'ratio', 'aim', ''],
    ...results.map(({ name, unit, ours, floor, ratio, aim, ok }) => [
      name,
      unit,
      number(ours),
      number(floor),
      ratio.toFixed(2),
      aim?.toFixed(2) ?? '–',
      ok ? 'ok' : 'below',
    ]),
  ]
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
      .join('  '),
  )
  const beside = results.flatMap(({ name, beside }) =>
    beside.what ? [`${name}, beside it: ${beside.what} ${number(beside.value)}`] : [],
  )
  return [...lines, ...(beside.length ? ['', ...beside] : [])].join('\n')
}

function number(value) {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1)
}
