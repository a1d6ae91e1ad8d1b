// A PostgreSQL of our own, for whoever has no DATABASE_URL.
//
//   none     → made      make.ts, once: UTF8, ICU, a random password that lies beside the data
//   made     → running   launch.ts: on a free port of the loopback, apart from Node's life
//   running  → running   adopt(): the app was killed and left it running, or another start shares it
//   running  → made      stop(): no other program is connected
//
// Invariants:
// 1. At most one server runs on a data folder: postmaster.pid names it, and is believed only where that
//    process lives and stands in this folder.
// 2. Only who can read data/postgres.password can connect: scram, loopback, no Unix socket.
import { readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { writableFolder } from '../folders'
import { Problem } from '../words.mjs'
import { addressOf, answers, type Door, shared } from './connections'
import { launch } from './launch'
import { isMade, make } from './make'
import { end, readPidFile, standsIn } from './postmaster'
import { problemIn } from './problems'
import { findProgram } from './program'

export type Embedded = {
  url(database: string): string
  /** What its log says went wrong, where that is something that a person can mend. */
  problem(): Problem | null
  /** Stops the server, unless another program is connected to it and that counts. */
  stop(options?: { evenIfShared?: boolean }): Promise<void>
}

export type EmbeddedOptions = {
  /** The folder of the data itself; password and log lie beside it. */
  dataDir: string
  /** Further settings, such as { fsync: 'off' } for tests. */
  settings?: Record<string, string>
  tell?: (step: 'initialising' | 'startingDatabase') => void
  /** Takes what undoes a step that whoever starts it does not wait for: see server/stopping.ts. */
  undo?: (step: () => unknown) => void
}

/** Starts the server on a data folder, or takes over the one that runs there; makes the folder at first. */
export async function startEmbedded({
  dataDir,
  settings = {},
  tell,
  undo = () => undefined,
}: EmbeddedOptions): Promise<Embedded> {
  writableFolder(dirname(dataDir))
  const program = findProgram(dataDir)
  if (!isMade(dataDir)) {
    tell?.('initialising')
    await make(dataDir, program, undo)
  }
  const made = readFileSync(`${dataDir}/PG_VERSION`, 'utf8').trim()
  if (made !== program.major) throw new Problem('databaseVersion', dataDir, made, program.major)
  const password = readFileSync(`${dataDir}.password`, 'utf8').trim()
  const adopted = await adopt(dataDir, password)
  if (adopted) return handle(dataDir, { port: adopted, password })
  tell?.('startingDatabase')
  const port = await launch({ dataDir, program, password, settings, undo })
  return handle(dataDir, { port, password })
}

/** The port of a server that already runs on this folder and lets us in; null where none does. */
async function adopt(dataDir: string, password: string): Promise<number | null> {
  for (let tried = 0; tried < 300; tried += 1) {
    const file = readPidFile(dataDir)
    if (!file) return null
    if (!standsIn(file.pid, dataDir)) {
      // Its process is gone (kill -9, a restart of the machine), or its number is somebody else's by now.
      rmSync(`${dataDir}/postmaster.pid`, { force: true })
      return null
    }
    if (file.port && (await answers({ port: file.port, password }))) return file.port
    await pause(100)
  }
  await end(dataDir)
  return null
}

function handle(dataDir: string, door: Door): Embedded {
  return {
    url: (database) => addressOf(door, database),
    problem: () => problemIn(dataDir),
    async stop({ evenIfShared = false } = {}) {
      if (!evenIfShared && (await shared(door))) return
      await end(dataDir)
    },
  }
}
