import { parent, type Row } from '../../support/rows'

const halfDay = { startsAt: '2026-03-07T01:00:00Z', endsAt: '2026-03-07T04:00:00Z' }

/** What a row of a table must say to pass its checks, beyond the types of its columns. */
export const needs: Record<string, Row> = {
  ActivityVersion: { hours: 2 },
  AdministratorAccess: { until: '2026-03-03T01:00:00Z' },
  AttendanceEntry: { mark: 'present' },
  CheckInOpening: { opensAt: '2026-03-07T01:00:00Z', closesAt: '2026-03-07T01:30:00Z' },
  Cohort: { groupSizeMin: 12, groupSizeMax: 18 },
  DemoMark: { id: 1 },
  FrozenFacts: { body: '{}' },
  GradeEntry: { score: 80 },
  InstructorAssignment: { activityId: parent },
  LedgerEntry: { outcomeEntryId: parent },
  LiveSession: halfDay,
  LongTask: { done: 0, total: 10 },
  ModuleVersion: { opensWeek: 1, closesWeek: 4 },
  ProgrammeVersion: { groupSizeMin: 12, groupSizeMax: 18 },
  SignOffEntry: { mark: 80 },
  WorkshopSession: halfDay,
}
