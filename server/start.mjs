// npm start, npm run dev, npm run seed, npm run build: from a fresh clone to a running server.
import { build, checkNode, generate, install } from './prepare.mjs'
import { Problem, words } from './words.mjs'

const args = process.argv.slice(2)

endWithNpm()
// Whoever reads what we say may end before us.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
try {
  checkNode()
  const seed = args.includes('--seed') ? (args[args.indexOf('--seed') + 1] ?? '') : null
  if (seed !== null && !['empty', 'daming', 'large'].includes(seed)) throw new Problem('seedVerb')
  const dev = args.includes('--dev')
  await install()
  await generate()
  await build({ bare: dev })
  if (!args.includes('--build-only')) {
    if (!dev) process.env.NODE_ENV ??= 'development'
    const { boot } = await import('../build/boot/index.js')
    await boot({
      dev,
      seed,
      anew: args.includes('--anew'),
      firstAdministrator: args.includes('--first-administrator'),
    })
  }
} catch (error) {
  await tell(error)
  process.exitCode = 1
}

// npm runs a script in a shell. Told to end it tells the shell, and some shells end without telling us, so that what our
// parent was told we have to find out ourselves.
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const watching = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watching)
    process.kill(process.pid, 'SIGTERM')
  }, 250).unref()
}

// A sentence for what a person can mend; for the rest, ours to mend, the whole error.
async function tell(error) {
  if (error instanceof Problem || error.name === 'Problem') {
    process.stderr.write(`${error.message}\n`)
  } else if (error.code === 'ENOSPC') {
    process.stderr.write(`${words('diskFull', error.path)}\n`)
  } else if (error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS') {
    process.stderr.write(`${words('noPermission', error.path)}\n`)
  } else if (error.code === 'ENOTDIR') {
    process.stderr.write(`${words('notAFolder', error.path)}\n`)
  } else {
    process.stderr.write(`${words('unexpected')}\n${error.stack ?? error}\n`)
  }
}
