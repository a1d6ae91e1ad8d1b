// What PostgreSQL's programs are handed. As root they run as a system user and get their folders as open descriptors,
// reached by /proc/self/fd, which asks for no permission on the folders above: the clone may lie where only root may
// enter.
import { closeSync, openSync } from 'node:fs'
import type { Program } from './program'

/** Paths for the program, and the descriptors 3, 4, … behind them for root on Linux; plain paths for everybody else. */
export function reach(paths: string[], program: Program) {
  if (!program.user || process.platform !== 'linux') {
    return { paths, descriptors: [], close: () => undefined }
  }
  const descriptors = paths.map((path) => openSync(path, 'r'))
  return {
    paths: paths.map((_, index) => `/proc/self/fd/${index + 3}`),
    descriptors,
    close: () => {
      for (const descriptor of descriptors) closeSync(descriptor)
    },
  }
}

/** Its messages in English, because problems.ts reads them; nothing of ours is its business. */
export function environment() {
  const { PATH, TMPDIR, TZ } = process.env
  return { PATH, TMPDIR, TZ, LC_ALL: 'C' } as unknown as NodeJS.ProcessEnv
}
