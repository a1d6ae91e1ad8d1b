import { db } from '~/db.server'
import type { TraineeActivity } from './learning.access.server'
import type { SubmittedKind } from './submissions.server'

const standing = { kind: { not: 'undone' }, undoneBy: null }

/** All versions that a trainee has handed in, the newest first, each with the grading that stands. */
export function versionsOf({ enrolmentId, activity }: TraineeActivity<SubmittedKind>) {
  return readVersions({ enrolmentId, activityId: activity.id })
}

async function readVersions(where: { enrolmentId: string; activityId: string }) {
  const rows = await db.submission.findMany({
    where,
    orderBy: { version: 'desc' },
    include: {
      files: { orderBy: { position: 'asc' }, include: { file: true } },
      grades: { where: standing, orderBy: { recordedAt: 'desc' }, take: 1, include: { by: true } },
    },
  })
  return rows.map(({ id, version, text, late, occurredAt, files, grades: [grade] }) => ({
    id,
    version,
    text,
    late,
    at: occurredAt.getTime(),
    files: files.map(({ file }) => ({
      id: file.id,
      name: file.name,
      bytes: file.bytes,
      mediaType: file.mediaType,
    })),
    judgement: grade
      ? {
          kind: grade.kind as 'graded' | 'returned',
          points: grade.marks as number[] | null,
          score: grade.score === null ? null : Number(grade.score),
          comment: grade.comment,
          by: grade.by.name,
          at: grade.occurredAt.getTime(),
        }
      : null,
  }))
}
