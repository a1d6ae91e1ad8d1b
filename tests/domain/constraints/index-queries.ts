/** For each index that is not unique: the question that it is there for. */
export const indexQueries: Record<string, string> = {
  OrganisationClosure_descendantId_ancestorId_idx:
    'select "ancestorId" from "OrganisationClosure" where "descendantId" = $1',
  SignInKey_accountId_idx: 'select * from "SignInKey" where "accountId" = $1',
  AccessCode_accountId_idx: 'select * from "AccessCode" where "accountId" = $1',
  Session_accountId_idx: 'select * from "Session" where "accountId" = $1',
  SignInAttempt_keyHash_occurredAt_idx:
    'select count(*) from "SignInAttempt" where "keyHash" = $1 and "occurredAt" > $2',
  SignInAttempt_addressHash_occurredAt_idx:
    'select count(*) from "SignInAttempt" where "addressHash" = $1 and "occurredAt" > $2',
  DetailsDoubt_personId_idx: 'select * from "DetailsDoubt" where "personId" = $1',
  // Of several people at once: for one the exclusion's own index would do.
  RoleGrant_personId_idx: 'select * from "RoleGrant" where "personId" = any($1)',
  AdministratorAccess_personId_cohortId_idx:
    'select * from "AdministratorAccess" where "personId" = $1 and "cohortId" = $2',
  Cohort_runById_idx: 'select * from "Cohort" where "runById" = $1',
  RosterImport_cohortId_uploadedAt_idx:
    'select * from "RosterImport" where "cohortId" = $1 order by "uploadedAt" desc limit 1',
  Enrolment_personId_idx: 'select * from "Enrolment" where "personId" = $1',
  Enrolment_sentById_cohortId_idx: 'select * from "Enrolment" where "sentById" = $1 and "cohortId" = $2',
  Enrolment_quotaId_idx: 'select count(*) from "Enrolment" where "quotaId" = $1',
  Withdrawal_enrolmentId_idx: 'select * from "Withdrawal" where "enrolmentId" = $1',
  Concession_enrolmentId_idx: 'select * from "Concession" where "enrolmentId" = $1',
  OutcomeEntry_enrolmentId_activityId_recordedAt_idx:
    'select * from "OutcomeEntry" where "enrolmentId" = $1 and "activityId" = $2 and "recordedAt" <= $3',
  Outcome_activityId_idx: 'select * from "Outcome" where "activityId" = $1',
  LedgerEntry_enrolmentId_idx: 'select sum("hours") from "LedgerEntry" where "enrolmentId" = $1',
  VideoOpening_enrolmentId_activityId_idx:
    'select * from "VideoOpening" where "enrolmentId" = $1 and "activityId" = $2',
  GradeEntry_submissionId_idx: 'select * from "GradeEntry" where "submissionId" = $1',
  SignOffEntry_enrolmentId_activityId_idx:
    'select * from "SignOffEntry" where "enrolmentId" = $1 and "activityId" = $2',
  SurveyAnswer_cohortId_activityId_idx:
    'select * from "SurveyAnswer" where "cohortId" = $1 and "activityId" = $2',
  LivePresence_enrolmentId_activityId_idx:
    'select * from "LivePresence" where "enrolmentId" = $1 and "activityId" = $2',
  GroupPlan_cohortId_idx: 'select * from "GroupPlan" where "cohortId" = $1',
  GroupMembership_groupId_idx: 'select * from "GroupMembership" where "groupId" = $1',
  MentorAssignment_personId_idx: 'select * from "MentorAssignment" where "personId" = any($1)',
  InstructorAssignment_personId_idx: 'select * from "InstructorAssignment" where "personId" = any($1)',
  Post_enrolmentId_idx: 'select * from "Post" where "enrolmentId" = $1',
  PostRemoval_postId_idx: 'select * from "PostRemoval" where "postId" = $1',
  ExpectedPlace_workshopId_idx: 'select * from "ExpectedPlace" where "workshopId" = $1',
  CheckInOpening_sessionId_idx: 'select * from "CheckInOpening" where "sessionId" = $1',
  AttendanceEntry_enrolmentId_idx: 'select * from "AttendanceEntry" where "enrolmentId" = $1',
  AttendanceEntry_sessionId_groupId_idx:
    'select * from "AttendanceEntry" where "sessionId" = $1 and "groupId" = $2',
  CompletionDecision_enrolmentId_idx: 'select * from "CompletionDecision" where "enrolmentId" = $1',
  Certificate_enrolmentId_idx: 'select * from "Certificate" where "enrolmentId" = $1',
  Certificate_number_idx: 'select * from "Certificate" where "number" = $1',
  Drawing_factsHash_idx: 'select * from "Drawing" where "factsHash" = $1',
  AuditEntry_recordedAt_idx: 'select * from "AuditEntry" order by "recordedAt" desc limit 50',
  AuditEntry_cohortId_recordedAt_idx:
    'select * from "AuditEntry" where "cohortId" = $1 order by "recordedAt" desc limit 50',
  LongTask_byId_recordedAt_idx:
    'select * from "LongTask" where "byId" = $1 order by "recordedAt" desc limit 20',
}
