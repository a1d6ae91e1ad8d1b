// From what PostgreSQL says to a sentence for whoever started the program.
import { existsSync, readFileSync } from 'node:fs'
import { Problem } from '../words.mjs'

export function logOf(dataDir: string) {
  return `${dataDir}.log`
}

/** Why a program of PostgreSQL's ended. */
export function problemOf(output: string, dataDir: string) {
  const told = output.split('\n').filter((line) => /FATAL|PANIC|error:|could not|cannot/.test(line))
  const last = told.at(-1)?.trim() || output.trim().split('\n').at(-1)
  return known(output, dataDir) ?? new Problem('databaseStart', last || 'no reason given')
}

/** What the log of a running or ended server says, where a person can mend it. */
export function problemIn(dataDir: string) {
  const log = logOf(dataDir)
  return existsSync(log) ? known(readFileSync(log, 'utf8'), dataDir) : null
}

function known(output: string, dataDir: string) {
  if (/No space left on device/.test(output)) return new Problem('diskFull', dataDir)
  if (/Permission denied/.test(output)) return new Problem('noPermission', dataDir)
  return null
}
