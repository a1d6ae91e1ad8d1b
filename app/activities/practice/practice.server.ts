import { inTransaction, type Tx } from '~/db.server'
import type { Actor } from '~/domain/actor'
import { documentKinds, type FileKind, photoKinds } from '~/domain/files/file-kind'
import { type GivenFile, readyFiles } from '~/domain/files/given-file.server'
import { type NewFile, storeFile } from '~/domain/files/stored-file.server'
import { once } from '~/domain/form-receipt.server'
import { newId } from '~/domain/ids.server'
import { isLate, refusalAt } from '~/domain/learning/deadlines'
import type { TraineeActivity } from '~/domain/learning/learning.access.server'
import { lockEnrolments, recordOutcome } from '~/domain/learning/outcomes.server'
import { evidenceOf, type Practised, practisedBy } from '~/domain/learning/practice-notes.server'
import type { ServerFace } from '../kind.server'
import { type PracticeConfig, practice } from './practice'

type Practice = TraineeActivity<'practice'>

export const filesPerItem = 6
export const maxEvidenceBytes = 20 * 1024 * 1024
const MOST_CHARACTERS = 10_000

export const practiceServer: ServerFace<'practice'> = {
  kind: 'practice',
  work: async (activity) => (await practisedBy([pairOf(activity)]))[0]!.work,
}

/** What is noted for one item: its text, new files, and which of the last note's files stay, by id. */
export type NoteDraft = { item: number; text: string; files?: GivenFile[]; keep?: string[] }

export function evidenceFileKinds({ evidence }: PracticeConfig): FileKind[] {
  return [
    ...(evidence.includes('photo') ? photoKinds : []),
    ...(evidence.includes('file') ? documentKinds : []),
  ]
}

/**
 * Saves notes of some items, each as its next version; one that says the same as the last is left as it is. With
 * evidence for each item the practice is handed in. Refuses, naming the item: 'absent' where there is no such item,
 * 'nothing', 'too-long', 'too-many-files', evidence of a kind that is not taken ('text-not-taken', 'file-kind'),
 * files that `readyFiles` refuses; and 'signed-off', 'module-closed', 'cohort-closed'.
 */
export async function saveNotes(
  actor: Actor,
  activity: Practice,
  drafts: NoteDraft[],
  { formKey = null, claimedAt = null }: { formKey?: string | null; claimedAt?: Date | null } = {},
) {
  const closed = refusalAt(activity.deadline, actor.at)
  if (closed) return { refused: closed }
  const ready: ReadyNote[] = []
  for (const draft of drafts) {
    const note = await readyNote(activity.activity.config, draft)
    if (note.refused) return note
    ready.push(note.note)
  }
  const form = { key: formKey, action: `note ${activity.activity.id}` }
  return inTransaction((tx) =>
    once(tx, actor, form, async () => {
      await lockEnrolments(tx, [activity])
      const [before] = await practisedBy([pairOf(activity)], tx)
      if (before!.standing?.kind === 'signed') return { refused: 'signed-off' as const }
      return writeNotes(tx, actor, activity, before!, ready, claimedAt)
    }),
  )
}

type ReadyNote = { item: number; text: string; files: NewFile[]; keep: string[] }

async function readyNote(config: PracticeConfig, draft: NoteDraft) {
  const { item, files = [], keep = [] } = draft
  const text = draft.text.trim()
  const refuse = <W extends string>(refused: W, name?: string) => ({ refused, item, name, note: null })
  if (!config.items[item - 1]) return refuse('absent')
  if (!text && !files.length && !keep.length) return refuse('nothing')
  if (text && !config.evidence.includes('text')) return refuse('text-not-taken')
  if (text.length > MOST_CHARACTERS) return refuse('too-long')
  if (files.length + keep.length > filesPerItem) return refuse('too-many-files')
  const ready = await readyFiles(files, { accept: evidenceFileKinds(config), maxBytes: maxEvidenceBytes })
  if (ready.refused) return refuse(ready.refused, ready.name)
  return { refused: null, note: { item, text, files: ready.files, keep } }
}

async function writeNotes(
  tx: Tx,
  actor: Actor,
  activity: Practice,
  before: Practised,
  drafts: ReadyNote[],
  claimedAt: Date | null,
) {
  const late = isLate(activity.deadline, actor.at)
  const standing = new Map(before.notes.map((note) => [note.item, evidenceOf(note)]))
  const written: WrittenNote[] = []
  for (const draft of drafts) {
    const last = before.notes.find((note) => note.item === draft.item)
    const kept = (last?.files ?? []).filter((file) => draft.keep.includes(file.id))
    const same = last?.text === draft.text && kept.length === last.files.length && !draft.files.length
    if (same) continue
    if (!draft.text && !draft.files.length && !kept.length) {
      return { refused: 'nothing' as const, item: draft.item }
    }
    const version = (last?.version ?? 0) + 1
    written.push({ ...draft, version, kept: kept.map(({ id }) => id) })
    standing.set(draft.item, evidenceOf({ ...draft, files: [...kept, ...draft.files] }))
  }
  const saved = written.length
  await writeAll(tx, actor, activity, written, { late, claimedAt })
  const work = {
    evidence: [...standing.values()].flat(),
    returned: before.work.returned && !saved,
    signedOff: null,
  }
  const { handedIn, confirmed, score, awaits } = practice.progress(activity.activity.config, work)
  await recordOutcome(tx, actor, {
    ...pairOf(activity),
    activityVersionId: activity.activity.versionId,
    cause: 'submitted',
    handedIn,
    confirmed,
    score,
    awaits,
    late,
    occurredAt: actor.at,
    claimedAt,
  })
  return { refused: null, saved, handedIn }
}

type WrittenNote = ReadyNote & { version: number; kept: string[] }

async function writeAll(
  tx: Tx,
  actor: Actor,
  { enrolmentId, activity }: Practice,
  notes: WrittenNote[],
  more: { late: boolean; claimedAt: Date | null },
) {
  const rows = notes.map(({ item, version, text }) => ({
    id: newId(),
    enrolmentId,
    activityId: activity.id,
    activityVersionId: activity.versionId,
    item,
    version,
    text,
    ...more,
    occurredAt: actor.at,
    recordedAt: actor.at,
  }))
  await tx.practiceNote.createMany({ data: rows })
  const evidence: { noteId: string; position: number; fileId: string }[] = []
  for (const [index, { kept, files }] of notes.entries()) {
    const ids = [...kept]
    for (const file of files) ids.push((await storeFile(tx, actor, file)).id)
    evidence.push(...ids.map((fileId, position) => ({ noteId: rows[index]!.id, position, fileId })))
  }
  await tx.practiceEvidence.createMany({ data: evidence })
}

function pairOf({ enrolmentId, activity }: Practice) {
  return { enrolmentId, activityId: activity.id }
}
