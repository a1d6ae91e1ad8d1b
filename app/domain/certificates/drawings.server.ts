// A document is drawn once, from frozen facts, and its file kept: every download gives those bytes. Where the file is
// lost it is drawn anew, and that drawing says so.
import { db, inTransaction, type Tx } from '~/db.server'
import type { Actor } from '../actor'
import { bytesOfFile, storeFile } from '../files/stored-file.server'
import { newId } from '../ids.server'

export type DrawingKind = 'certificate' | 'report-pdf' | 'report-xlsx'
export type Language = 'zh-CN' | 'en'
export type DrawingOf = { factsHash: string; kind: DrawingKind; language: Language }
export type Drawn = { bytes: Buffer; sha256: string; redrawn: boolean }

/** The kept drawing, or the first one, made now. Two who ask at once get the same. */
export async function drawnOnce(
  actor: Actor,
  of: DrawingOf,
  file: { name: string; mediaType: string },
  draw: () => Promise<Uint8Array>,
): Promise<Drawn> {
  const kept = await keptDrawing(db, of)
  if (kept) return kept
  return inTransaction(async (tx) => {
    // Frozen facts do not change, so their row is free to be the lock of what is drawn from them.
    await tx.$queryRaw`select hash from "FrozenFacts" where hash = ${of.factsHash} for update`
    const meanwhile = await keptDrawing(tx, of)
    if (meanwhile) return meanwhile
    const redrawn = (await tx.drawing.count({ where: of })) > 0
    const bytes = Buffer.from(await draw())
    const { id: fileId, sha256 } = await storeFile(tx, actor, { bytes, ...file })
    await tx.drawing.create({ data: { id: newId(), ...of, fileId, redrawn, recordedAt: actor.at } })
    return { bytes, sha256, redrawn }
  })
}

async function keptDrawing(reader: Tx | typeof db, of: DrawingOf): Promise<Drawn | null> {
  const drawings = await reader.drawing.findMany({
    where: of,
    include: { file: true },
    orderBy: [{ redrawn: 'asc' }, { recordedAt: 'desc' }],
  })
  for (const { file, redrawn } of drawings) {
    const bytes = await bytesOfFile(file)
    if (bytes) return { bytes, sha256: file.sha256, redrawn }
  }
  return null
}
