import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writableFolder } from './folders'

/** A secret of this folder's own, made once, for whoever runs it outside of production without SECRET. */
export function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'secret')
  writableFolder(dataDir)
  try {
    writeFileSync(path, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(path, 'utf8').trim()
}
