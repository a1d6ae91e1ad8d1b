// The process of a running server, found by the file that it keeps in its data folder.
import { readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** Its process and port; null where no server has said that it runs. */
export function readPidFile(dataDir: string) {
  try {
    const [pid, , , port] = readFileSync(`${dataDir}/postmaster.pid`, 'utf8').split('\n')
    return { pid: Number(pid), port: Number(port) || null }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** PostgreSQL's server works in its data folder. Where /proc cannot tell, a living process is believed. */
export function standsIn(pid: number, dataDir: string) {
  if (!pid || !lives(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir)
  } catch {
    return false
  }
}

export function lives(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Ends it. Fast shutdown first: it ends connections and writes a checkpoint. Then the harder ways. */
export async function end(dataDir: string) {
  const file = readPidFile(dataDir)
  if (!file || !standsIn(file.pid, dataDir)) return
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    process.kill(file.pid, signal)
    for (let waited = 0; waited < 10_000; waited += 25) {
      if (!standsIn(file.pid, dataDir)) return
      await pause(25)
    }
  }
}
