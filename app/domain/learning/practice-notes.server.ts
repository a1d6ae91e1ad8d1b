// Work done at the workplace: notes and evidence item by item, signed as a whole.
// A practice is begun → complete → signed | returned.
//   begun → complete      saveNotes (practice.server.ts): each item has its evidence
//   complete → signed     signOffMany             signed, returned → complete   undoSignOff
//   complete → returned   returnPractice          returned → complete           any newer note
// Invariants:
// 1. Versions of one item's notes are dense from 1; the newest counts.
// 2. A signature stands until it is undone, and nothing can be noted beneath it.
import type { PracticeWork } from '~/activities/practice/practice'
import { db, type Tx } from '~/db.server'

export type PracticeNote = {
  id: string
  item: number
  version: number
  versionId: string
  text: string
  late: boolean
  at: Date
  files: { id: string; name: string; bytes: number; mediaType: string }[]
}

export type StandingSignOff = {
  id: string
  kind: 'signed' | 'returned'
  mark: number | null
  comment: string
  by: { id: string; name: string }
  at: Date
}

export type Practised = {
  work: PracticeWork
  /** The newest of each item, in their order. */
  notes: PracticeNote[]
  /** The last note of all: what a mentor has seen when they sign. */
  newest: PracticeNote | null
  standing: StandingSignOff | null
}

export async function practisedBy(
  pairs: readonly { enrolmentId: string; activityId: string }[],
  reader: Tx | typeof db = db,
): Promise<Practised[]> {
  const enrolments = pairs.map((pair) => pair.enrolmentId)
  const activities = pairs.map((pair) => pair.activityId)
  const rows = await reader.$queryRaw<Row[]>`
    select s.id as "signOffId", s.kind, s.mark, s.comment, s."byId", p.name as "byName", s."occurredAt" as at,
      s."recordedAt",
      (select coalesce(json_agg(json_build_object('id', x.id, 'item', x.item, 'version', x.version,
          'versionId', x."activityVersionId", 'text', x.text, 'late', x.late, 'at', x."occurredAt",
          'recordedAt', x."recordedAt",
          'files', (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'bytes', f.bytes,
              'mediaType', f."mediaType") order by v.position), '[]')
            from "PracticeEvidence" v join "StoredFile" f on f.id = v."fileId" where v."noteId" = x.id))
          order by x.item), '[]')
        from (select distinct on (n.item) * from "PracticeNote" n
          where n."enrolmentId" = i.enrolment and n."activityId" = i.activity
          order by n.item, n.version desc) x) as notes
    from unnest(${enrolments}::uuid[], ${activities}::uuid[]) with ordinality as i(enrolment, activity, n)
    left join lateral (select * from "SignOffEntry" x
      where x."enrolmentId" = i.enrolment and x."activityId" = i.activity and x.kind <> 'undone'
        and not exists(select 1 from "SignOffEntry" u where u."undoesId" = x.id)
      order by x."recordedAt" desc, x.id desc limit 1) s on true
    left join "Person" p on p.id = s."byId"
    order by i.n`
  return rows.map(practisedOf)
}

/** What stands as evidence in one note. */
export function evidenceOf(note: {
  item: number
  text: string
  files: { mediaType: string }[]
}): PracticeWork['evidence'] {
  const { item } = note
  const files = note.files.map(({ mediaType }) => ({
    item,
    kind: mediaType.startsWith('image/') ? ('photo' as const) : ('file' as const),
  }))
  return note.text.trim() === '' ? files : [{ item, kind: 'text' }, ...files]
}

type Row = {
  signOffId: string | null
  kind: 'signed' | 'returned'
  mark: number | null
  comment: string
  byId: string
  byName: string
  at: Date
  recordedAt: Date
  notes: (Omit<PracticeNote, 'at'> & { at: string; recordedAt: string })[]
}

function practisedOf(row: Row): Practised {
  const recorded = row.notes.map((note) => new Date(note.recordedAt).getTime())
  const last = Math.max(...recorded)
  const notes = row.notes.map(({ at, recordedAt, ...note }) => ({ ...note, at: new Date(at) }))
  const { kind, mark, comment, at } = row
  const stands = row.signOffId !== null
  return {
    work: {
      evidence: notes.flatMap(evidenceOf),
      returned: stands && kind === 'returned' && last <= row.recordedAt.getTime(),
      signedOff: stands && kind === 'signed' ? mark : null,
    },
    notes,
    newest: notes[recorded.indexOf(last)] ?? null,
    standing: row.signOffId
      ? { id: row.signOffId, kind, mark, comment, by: { id: row.byId, name: row.byName }, at }
      : null,
  }
}
