// Files on disk, named by what they hold: the first two hex digits of the SHA-256 are the folder. A file is whole and
// synced before the row that names it commits; one whose transaction failed lies there unnamed and does no harm.
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { StoredFile } from '#generated/client/client'
import type { Tx } from '~/db.server'
import { env } from '~/env.server'
import type { Actor } from '../actor'
import { newId } from '../ids.server'

export type NewFile = { bytes: Uint8Array; name: string; mediaType: string }

/** Keeps a file for whoever acts; who may open it is decided by the row that will name it. */
export async function storeFile(tx: Tx, actor: Actor, file: NewFile): Promise<StoredFile> {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const key = join(sha256.slice(0, 2), sha256)
  await writeOnce(join(env().filesDir, key), file.bytes)
  return tx.storedFile.create({
    data: {
      id: newId(),
      sha256,
      bytes: file.bytes.byteLength,
      mediaType: file.mediaType,
      name: file.name.slice(0, 200),
      key,
      byId: actor.person?.id ?? null,
      recordedAt: actor.at,
    },
  })
}

export function pathOfFile(file: { key: string }) {
  return join(env().filesDir, file.key)
}

/** The bytes as they were stored; null where the disk has lost them or holds something else under their name. */
export async function bytesOfFile(file: { key: string; sha256: string }): Promise<Buffer | null> {
  const bytes = await readFile(pathOfFile(file)).catch(() => null)
  if (!bytes) return null
  return createHash('sha256').update(bytes).digest('hex') === file.sha256 ? bytes : null
}

async function writeOnce(path: string, bytes: Uint8Array) {
  const there = await stat(path).catch(() => null)
  if (there?.size === bytes.byteLength) return
  await mkdir(dirname(path), { recursive: true })
  const unfinished = `${path}.${randomUUID()}`
  const handle = await open(unfinished, 'w', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(unfinished, path)
}
