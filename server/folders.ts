import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Problem } from './words.mjs'

/**
 * Makes a folder, and those above it, for its owner alone, where they are not there; ends with a sentence where
 * nobody may write to it, or where no folder can be. Step by step, because Node's own recursive way never ends in a
 * place such as /proc, where the folder above is there and yet takes none.
 */
export function writableFolder(path: string) {
  made(path)
  accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
}

function made(path: string) {
  const there = statSync(path, { throwIfNoEntry: false })
  if (there?.isDirectory()) return
  if (there) throw new Problem('notAFolder', path)
  if (dirname(path) !== path) made(dirname(path))
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new Problem('noFolderThere', path)
    // Two first starts at once: the other one made it.
    if (code !== 'EEXIST') throw error
  }
}
