// npm test: everything, in a fresh clone, beside a running npm start. npm run check (--fast): what needs neither a
// build nor a browser. npm run screenshots: the pictures in the README.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, checkNode, generate, install, root } from '../server/prepare.mjs'
import { Problem } from '../server/words.mjs'

const fast = process.argv.includes('--fast')
const screenshots = process.argv.includes('--screenshots')
const chosen = process.argv.slice(2).filter((word) => !word.startsWith('--'))

const CHROMIUMS = [process.env.CHROMIUM_PATH, '/usr/bin/chromium']
const reports = mkdtempSync(join(tmpdir(), 'gongxue-report-'))
const summary = []
const counts = { passed: 0, failed: 0 }

process.chdir(root)
try {
  checkNode()
  await install()
  await generate()
  if (screenshots) await pictures()
  else await everything()
} catch (error) {
  process.stderr.write(`${error instanceof Problem ? error.message : (error.stack ?? error)}\n`)
  summary.push({ what: 'run', ok: false, seconds: 0 })
} finally {
  rmSync(reports, { recursive: true, force: true })
}
conclude()

async function everything() {
  await step('types', () => program('node_modules/typescript/bin/tsc', ['--noEmit', '-p', '.']))
  await step('lint', () => program('node_modules/@biomejs/biome/bin/biome', ['check', '.']))
  if (fast) return vitest(['unit', 'domain'])
  await vitest(['unit', 'domain'])
  await step('build', () => build().then(() => true))
  await vitest(['server', 'boot'])
  await browser()
}

async function vitest(projects) {
  const name = projects.join(' and ')
  const report = join(reports, `${projects[0]}.json`)
  await step(`tests: ${name}`, () => {
    const ok = program(
      'node_modules/vitest/vitest.mjs',
      ['run', '--passWithNoTests', ...projects.flatMap((project) => ['--project', project]), ...chosen],
      { GONGXUE_TEST_REPORT: report },
    )
    const { numPassedTests = 0, numFailedTests = 0 } = read(report)
    counts.passed += numPassedTests
    counts.failed += numFailedTests
    return ok
  })
}

async function browser() {
  if (!hasBrowserTests()) return
  const report = join(reports, 'browser.json')
  await step('tests: browser', () => {
    if (!findChromium()) return false
    const ok = program(
      'node_modules/@playwright/test/cli.js',
      ['test', '--grep-invert', '@pictures', ...chosen],
      {
        GONGXUE_BROWSER_REPORT: report,
      },
    )
    const { stats = {} } = read(report)
    counts.passed += (stats.expected ?? 0) + (stats.flaky ?? 0)
    counts.failed += stats.unexpected ?? 0
    return ok
  })
}

async function pictures() {
  await step('build', () => build().then(() => true))
  mkdirSync('docs/pictures', { recursive: true })
  await step(
    'pictures',
    () => findChromium() && program('node_modules/@playwright/test/cli.js', ['test', '--grep', '@pictures']),
  )
}

function hasBrowserTests() {
  return (
    existsSync('tests/e2e') &&
    readdirSync('tests/e2e', { recursive: true }).some((name) => /\.(spec|test)\.ts$/.test(name))
  )
}

/** Chromium by CHROMIUM_PATH, Debian's, or Playwright's own; on Debian as root it is installed. */
function findChromium() {
  if (CHROMIUMS.some((path) => path && existsSync(path)) || ownChromium()) return true
  const debian = existsSync('/etc/debian_version')
  if (debian && process.getuid?.() === 0) {
    const apt = (...args) =>
      spawnSync('apt-get', args, {
        stdio: 'inherit',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0
    apt('update')
    if (apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')) return true
  }
  const command = debian
    ? 'sudo apt-get install chromium fonts-noto-cjk'
    : 'npx playwright install chromium   (or CHROMIUM_PATH=/path/to/chromium npm test)'
  process.stderr.write(
    `浏览器测试需要 Chromium，请先安装：\nThe browser tests need Chromium; install it by:\n  ${command}\n`,
  )
  return false
}

function ownChromium() {
  try {
    const path = execFileSync(
      process.execPath,
      ['-e', "process.stdout.write(require('@playwright/test').chromium.executablePath())"],
      { encoding: 'utf8' },
    )
    return existsSync(path)
  } catch {
    return false
  }
}

async function step(what, work) {
  process.stdout.write(`\n── ${what} ──\n`)
  const began = performance.now()
  let ok = false
  try {
    ok = await work()
  } catch (error) {
    process.stderr.write(`${error instanceof Problem ? error.message : (error.stack ?? error)}\n`)
  }
  summary.push({ what, ok, seconds: Math.round((performance.now() - began) / 1000) })
}

function program(path, args, env = {}) {
  const { status } = spawnSync(process.execPath, [path, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return status === 0
}

function read(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {}
}

function conclude() {
  process.stdout.write('\n')
  for (const { what, ok, seconds } of summary) {
    process.stdout.write(`${ok ? '✓' : '✗'} ${what} (${seconds} s)\n`)
  }
  const wrong = summary.filter(({ ok }) => !ok).length
  // A step that failed without a test of its own (types, lint, a build) counts as one.
  const failed = Math.max(counts.failed, wrong)
  process.stdout.write(`${counts.passed} passed, ${failed} failed\n`)
  process.exitCode = failed === 0 ? 0 : 1
}
