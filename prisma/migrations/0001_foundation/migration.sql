
-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL DEFAULT 'Asia/Shanghai',
    "contactName" TEXT,
    "contactTelephone" TEXT,
    "contactHours" TEXT,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrganisationName" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OrganisationName_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrganisationPlace" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "parentId" UUID,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "OrganisationPlace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrganisationClosure" (
    "ancestorId" UUID NOT NULL,
    "descendantId" UUID NOT NULL,
    "depth" INTEGER NOT NULL,

    CONSTRAINT "OrganisationClosure_pkey" PRIMARY KEY ("ancestorId","descendantId")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "telephone" TEXT,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PersonName" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "byId" UUID,

    CONSTRAINT "PersonName_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdentityNumber" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "hash" TEXT NOT NULL,
    "masked" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "byId" UUID,

    CONSTRAINT "IdentityNumber_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "passwordHash" TEXT,
    "firstSignedInAt" TIMESTAMPTZ(3),
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInKey" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "masked" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "SignInKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccessCode" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "byId" UUID,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccessCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "device" TEXT NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KnownDevice" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "lastSignedInAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KnownDevice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInAttempt" (
    "id" UUID NOT NULL,
    "keyHash" TEXT NOT NULL,
    "addressHash" TEXT NOT NULL,
    "deviceHash" TEXT,
    "succeeded" BOOLEAN NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignInAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DetailsDoubt" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "message" TEXT NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" UUID,

    CONSTRAINT "DetailsDoubt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleGrant" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "organisationId" UUID,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "byId" UUID,

    CONSTRAINT "RoleGrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AdministratorAccess" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AdministratorAccess_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Programme" (
    "id" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "track" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,

    CONSTRAINT "Programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgrammeVersion" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "weeks" INTEGER NOT NULL,
    "groupSizeMin" INTEGER NOT NULL,
    "groupSizeMax" INTEGER NOT NULL,
    "mentorTitle" TEXT NOT NULL,
    "organiser" TEXT NOT NULL,
    "deliveredBy" TEXT NOT NULL,
    "certificateValidYears" INTEGER,
    "rule" JSONB NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "publishedById" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProgrammeVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Module" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,

    CONSTRAINT "Module_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ModuleVersion" (
    "id" UUID NOT NULL,
    "moduleId" UUID NOT NULL,
    "programmeVersionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "aim" TEXT NOT NULL,
    "opensWeek" INTEGER NOT NULL,
    "closesWeek" INTEGER NOT NULL,
    "release" JSONB NOT NULL,

    CONSTRAINT "ModuleVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Activity" (
    "id" UUID NOT NULL,
    "moduleId" UUID NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActivityVersion" (
    "id" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "moduleVersionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "required" BOOLEAN NOT NULL,
    "hours" DECIMAL(8,2) NOT NULL,
    "config" JSONB NOT NULL,
    "after" JSONB,

    CONSTRAINT "ActivityVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Film" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "seconds" INTEGER NOT NULL,
    "mp4Id" UUID,
    "webmId" UUID,
    "posterId" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Film_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Cohort" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "runById" UUID NOT NULL,
    "heldForId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "timeZone" TEXT NOT NULL,
    "groupSizeMin" INTEGER NOT NULL,
    "groupSizeMax" INTEGER NOT NULL,
    "contactName" TEXT NOT NULL,
    "contactTelephone" TEXT NOT NULL,
    "contactHours" TEXT NOT NULL,
    "acceptsWithoutNumber" BOOLEAN NOT NULL DEFAULT false,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "openedById" UUID,

    CONSTRAINT "Cohort_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CohortVersion" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "programmeVersionId" UUID NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "byId" UUID,

    CONSTRAINT "CohortVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RuleVersion" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "rule" JSONB NOT NULL,
    "byId" UUID,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RuleVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReleaseVersion" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "conditions" JSONB NOT NULL,
    "byId" UUID,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReleaseVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ModuleClosing" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "moduleId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ModuleClosing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CohortClosing" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "byId" UUID,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CohortClosing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Quota" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "seats" INTEGER NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Quota_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RosterImport" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "mapping" JSONB,
    "byId" UUID NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL,
    "agreedAt" TIMESTAMPTZ(3),
    "summary" JSONB,

    CONSTRAINT "RosterImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WaitingRow" (
    "id" UUID NOT NULL,
    "importId" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "sealedNumber" BYTEA,
    "numberHash" TEXT,
    "reason" TEXT NOT NULL,
    "sentById" UUID,
    "data" JSONB NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),
    "settledById" UUID,
    "enrolmentId" UUID,

    CONSTRAINT "WaitingRow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Enrolment" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "sentById" UUID NOT NULL,
    "quotaId" UUID,
    "importId" UUID,
    "position" TEXT,
    "details" JSONB,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,

    CONSTRAINT "Enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SendingChange" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SendingChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Arrival" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "via" TEXT NOT NULL,
    "byId" UUID,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Arrival_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Withdrawal" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Withdrawal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reinstatement" (
    "id" UUID NOT NULL,
    "withdrawalId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Reinstatement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Concession" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "activityId" UUID,
    "kind" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Concession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Release" (
    "enrolmentId" UUID NOT NULL,
    "moduleId" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Release_pkey" PRIMARY KEY ("enrolmentId","moduleId")
);

-- CreateTable
CREATE TABLE "OutcomeEntry" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "activityVersionId" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "handedInAt" TIMESTAMPTZ(3),
    "confirmedAt" TIMESTAMPTZ(3),
    "score" DECIMAL(9,6),
    "late" BOOLEAN NOT NULL DEFAULT false,
    "exempt" BOOLEAN NOT NULL DEFAULT false,
    "byId" UUID,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "claimedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutcomeEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outcome" (
    "enrolmentId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "handedInAt" TIMESTAMPTZ(3),
    "confirmedAt" TIMESTAMPTZ(3),
    "score" DECIMAL(9,6),
    "late" BOOLEAN NOT NULL DEFAULT false,
    "exempt" BOOLEAN NOT NULL DEFAULT false,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Outcome_pkey" PRIMARY KEY ("enrolmentId","activityId")
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "sessionId" UUID,
    "hours" DECIMAL(8,2) NOT NULL,
    "hourType" TEXT NOT NULL,
    "outcomeEntryId" UUID,
    "attendanceEntryId" UUID,
    "concessionId" UUID,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FormReceipt" (
    "key" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FormReceipt_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "VideoProgress" (
    "enrolmentId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "intervals" JSONB NOT NULL,
    "watchedSeconds" INTEGER NOT NULL,
    "positionSeconds" INTEGER NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "VideoProgress_pkey" PRIMARY KEY ("enrolmentId","activityId")
);

-- CreateTable
CREATE TABLE "VideoOpening" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "lastReportAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "VideoOpening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuizAttempt" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "activityVersionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "drawn" JSONB NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "submittedAt" TIMESTAMPTZ(3),
    "timedOut" BOOLEAN NOT NULL DEFAULT false,
    "score" DECIMAL(9,6),

    CONSTRAINT "QuizAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuizAnswer" (
    "attemptId" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "claimedAt" TIMESTAMPTZ(3),

    CONSTRAINT "QuizAnswer_pkey" PRIMARY KEY ("attemptId","question")
);

-- CreateTable
CREATE TABLE "Submission" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "activityVersionId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "late" BOOLEAN NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "claimedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SubmissionFile" (
    "submissionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "fileId" UUID NOT NULL,

    CONSTRAINT "SubmissionFile_pkey" PRIMARY KEY ("submissionId","position")
);

-- CreateTable
CREATE TABLE "GradeEntry" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "marks" JSONB,
    "score" DECIMAL(9,6),
    "comment" TEXT NOT NULL,
    "undoesId" UUID,
    "byId" UUID NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GradeEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PracticeNote" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "activityVersionId" UUID NOT NULL,
    "item" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "late" BOOLEAN NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "claimedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PracticeNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PracticeEvidence" (
    "noteId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "fileId" UUID NOT NULL,

    CONSTRAINT "PracticeEvidence_pkey" PRIMARY KEY ("noteId","position")
);

-- CreateTable
CREATE TABLE "SignOffEntry" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "mark" INTEGER,
    "comment" TEXT NOT NULL,
    "undoesId" UUID,
    "byId" UUID NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignOffEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SurveyAnswer" (
    "id" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "enrolmentId" UUID,
    "answers" JSONB NOT NULL,
    "occurredAt" TIMESTAMPTZ(3),

    CONSTRAINT "SurveyAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LiveSession" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "link" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,

    CONSTRAINT "LiveSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LivePresence" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "minutes" INTEGER,
    "byId" UUID,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LivePresence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroupPlan" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "draft" JSONB NOT NULL,
    "byId" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "confirmedById" UUID,

    CONSTRAINT "GroupPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MentorGroup" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "lastNumber" INTEGER NOT NULL DEFAULT 0,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MentorGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroupMembership" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "readsAfter" INTEGER NOT NULL,
    "readsUpTo" INTEGER,
    "byId" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GroupMembership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MentorAssignment" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "byId" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MentorAssignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InstructorAssignment" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "activityId" UUID,
    "workshopId" UUID,
    "personId" UUID NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "byId" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InstructorAssignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Topic" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "activityId" UUID,
    "title" TEXT NOT NULL,
    "prompt" TEXT NOT NULL,
    "lastNumber" INTEGER NOT NULL DEFAULT 0,
    "openedById" UUID,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Post" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "topicId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "eventNumber" INTEGER NOT NULL,
    "authorId" UUID NOT NULL,
    "enrolmentId" UUID,
    "clientId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "replyToId" UUID,
    "substantialCharacters" INTEGER NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "claimedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostFile" (
    "postId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "fileId" UUID NOT NULL,

    CONSTRAINT "PostFile_pkey" PRIMARY KEY ("postId","position")
);

-- CreateTable
CREATE TABLE "PostRemoval" (
    "id" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "undoesId" UUID,
    "byId" UUID NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PostRemoval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroupEvent" (
    "groupId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "topicId" UUID,
    "postId" UUID,
    "personId" UUID,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GroupEvent_pkey" PRIMARY KEY ("groupId","number")
);

-- CreateTable
CREATE TABLE "ReadMark" (
    "personId" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReadMark_pkey" PRIMARY KEY ("personId","groupId")
);

-- CreateTable
CREATE TABLE "Venue" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "longitude" DOUBLE PRECISION,
    "latitude" DOUBLE PRECISION,
    "capacity" INTEGER NOT NULL,
    "timeZone" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Venue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Workshop" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "turn" INTEGER NOT NULL,
    "venueId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "byId" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Workshop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkshopSession" (
    "id" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "hours" DECIMAL(8,2) NOT NULL,

    CONSTRAINT "WorkshopSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExpectedPlace" (
    "id" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "byId" UUID,

    CONSTRAINT "ExpectedPlace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CheckInOpening" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "codeHash" TEXT NOT NULL,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CheckInOpening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RollCall" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RollCall_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttendanceEntry" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "groupId" UUID,
    "mark" TEXT,
    "minutes" INTEGER,
    "authority" TEXT NOT NULL,
    "via" TEXT NOT NULL,
    "note" TEXT,
    "undoesId" UUID,
    "byId" UUID NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "claimedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AttendanceEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LeaveRequest" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "granted" BOOLEAN,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" UUID,

    CONSTRAINT "LeaveRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FrozenFacts" (
    "hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "body" JSONB,
    "frozenAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "FrozenFacts_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "CompletionDecision" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "ruleVersionId" UUID NOT NULL,
    "factsHash" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "distinction" BOOLEAN NOT NULL,
    "cutOff" TIMESTAMPTZ(3) NOT NULL,
    "supersedesId" UUID,
    "byId" UUID NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CompletionDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NumberSeries" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "last" INTEGER NOT NULL DEFAULT 0,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NumberSeries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Certificate" (
    "id" UUID NOT NULL,
    "seriesId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "decisionId" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "factsHash" TEXT NOT NULL,
    "supersedesId" UUID,
    "expiresOn" DATE,
    "byId" UUID NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Revocation" (
    "id" UUID NOT NULL,
    "certificateId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Revocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Drawing" (
    "id" UUID NOT NULL,
    "factsHash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "fileId" UUID NOT NULL,
    "redrawn" BOOLEAN NOT NULL DEFAULT false,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Drawing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportPackage" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "seriesId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "factsHash" TEXT NOT NULL,
    "cutOff" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReportPackage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportPackagePerson" (
    "packageId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "factsHash" TEXT NOT NULL,

    CONSTRAINT "ReportPackagePerson_pkey" PRIMARY KEY ("packageId","position")
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "mediaType" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "byId" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL,
    "personId" UUID,
    "through" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" UUID,
    "organisationId" UUID,
    "cohortId" UUID,
    "reason" TEXT,
    "details" JSONB NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LongTask" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "cohortId" UUID,
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "result" JSONB,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LongTask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DemoMark" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "anchor" DATE NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "people" JSONB NOT NULL,

    CONSTRAINT "DemoMark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_code_key" ON "Organisation"("code");

-- CreateIndex
CREATE UNIQUE INDEX "OrganisationName_organisationId_name_key" ON "OrganisationName"("organisationId", "name");

-- CreateIndex
CREATE INDEX "OrganisationClosure_descendantId_ancestorId_idx" ON "OrganisationClosure"("descendantId", "ancestorId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_personId_key" ON "Account"("personId");

-- CreateIndex
CREATE INDEX "SignInKey_accountId_idx" ON "SignInKey"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "AccessCode_hash_key" ON "AccessCode"("hash");

-- CreateIndex
CREATE INDEX "AccessCode_accountId_idx" ON "AccessCode"("accountId");

-- CreateIndex
CREATE INDEX "Session_accountId_idx" ON "Session"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "KnownDevice_accountId_tokenHash_key" ON "KnownDevice"("accountId", "tokenHash");

-- CreateIndex
CREATE INDEX "SignInAttempt_keyHash_occurredAt_idx" ON "SignInAttempt"("keyHash", "occurredAt");

-- CreateIndex
CREATE INDEX "SignInAttempt_addressHash_occurredAt_idx" ON "SignInAttempt"("addressHash", "occurredAt");

-- CreateIndex
CREATE UNIQUE INDEX "Consent_accountId_version_key" ON "Consent"("accountId", "version");

-- CreateIndex
CREATE INDEX "DetailsDoubt_personId_idx" ON "DetailsDoubt"("personId");

-- CreateIndex
CREATE INDEX "RoleGrant_personId_idx" ON "RoleGrant"("personId");

-- CreateIndex
CREATE INDEX "AdministratorAccess_personId_cohortId_idx" ON "AdministratorAccess"("personId", "cohortId");

-- CreateIndex
CREATE UNIQUE INDEX "ProgrammeVersion_programmeId_number_key" ON "ProgrammeVersion"("programmeId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ModuleVersion_programmeVersionId_position_key" ON "ModuleVersion"("programmeVersionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "ModuleVersion_programmeVersionId_moduleId_key" ON "ModuleVersion"("programmeVersionId", "moduleId");

-- CreateIndex
CREATE UNIQUE INDEX "ActivityVersion_moduleVersionId_position_key" ON "ActivityVersion"("moduleVersionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "ActivityVersion_moduleVersionId_activityId_key" ON "ActivityVersion"("moduleVersionId", "activityId");

-- CreateIndex
CREATE UNIQUE INDEX "Film_slug_key" ON "Film"("slug");

-- CreateIndex
CREATE INDEX "Cohort_runById_idx" ON "Cohort"("runById");

-- CreateIndex
CREATE UNIQUE INDEX "RuleVersion_cohortId_number_key" ON "RuleVersion"("cohortId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ReleaseVersion_cohortId_number_key" ON "ReleaseVersion"("cohortId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ModuleClosing_cohortId_moduleId_key" ON "ModuleClosing"("cohortId", "moduleId");

-- CreateIndex
CREATE UNIQUE INDEX "CohortClosing_cohortId_key" ON "CohortClosing"("cohortId");

-- CreateIndex
CREATE UNIQUE INDEX "Quota_cohortId_organisationId_key" ON "Quota"("cohortId", "organisationId");

-- CreateIndex
CREATE INDEX "RosterImport_cohortId_uploadedAt_idx" ON "RosterImport"("cohortId", "uploadedAt");

-- CreateIndex
CREATE UNIQUE INDEX "WaitingRow_importId_row_key" ON "WaitingRow"("importId", "row");

-- CreateIndex
CREATE INDEX "Enrolment_personId_idx" ON "Enrolment"("personId");

-- CreateIndex
CREATE INDEX "Enrolment_sentById_cohortId_idx" ON "Enrolment"("sentById", "cohortId");

-- CreateIndex
CREATE INDEX "Enrolment_quotaId_idx" ON "Enrolment"("quotaId");

-- CreateIndex
CREATE UNIQUE INDEX "Enrolment_cohortId_personId_key" ON "Enrolment"("cohortId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Arrival_enrolmentId_key" ON "Arrival"("enrolmentId");

-- CreateIndex
CREATE INDEX "Withdrawal_enrolmentId_idx" ON "Withdrawal"("enrolmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Reinstatement_withdrawalId_key" ON "Reinstatement"("withdrawalId");

-- CreateIndex
CREATE INDEX "Concession_enrolmentId_idx" ON "Concession"("enrolmentId");

-- CreateIndex
CREATE INDEX "OutcomeEntry_enrolmentId_activityId_recordedAt_idx" ON "OutcomeEntry"("enrolmentId", "activityId", "recordedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Outcome_entryId_key" ON "Outcome"("entryId");

-- CreateIndex
CREATE INDEX "Outcome_activityId_idx" ON "Outcome"("activityId");

-- CreateIndex
CREATE INDEX "LedgerEntry_enrolmentId_idx" ON "LedgerEntry"("enrolmentId");

-- CreateIndex
CREATE INDEX "VideoOpening_enrolmentId_activityId_idx" ON "VideoOpening"("enrolmentId", "activityId");

-- CreateIndex
CREATE UNIQUE INDEX "QuizAttempt_enrolmentId_activityId_number_key" ON "QuizAttempt"("enrolmentId", "activityId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_enrolmentId_activityId_version_key" ON "Submission"("enrolmentId", "activityId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "GradeEntry_undoesId_key" ON "GradeEntry"("undoesId");

-- CreateIndex
CREATE INDEX "GradeEntry_submissionId_idx" ON "GradeEntry"("submissionId");

-- CreateIndex
CREATE UNIQUE INDEX "PracticeNote_enrolmentId_activityId_item_version_key" ON "PracticeNote"("enrolmentId", "activityId", "item", "version");

-- CreateIndex
CREATE UNIQUE INDEX "SignOffEntry_undoesId_key" ON "SignOffEntry"("undoesId");

-- CreateIndex
CREATE INDEX "SignOffEntry_enrolmentId_activityId_idx" ON "SignOffEntry"("enrolmentId", "activityId");

-- CreateIndex
CREATE INDEX "SurveyAnswer_cohortId_activityId_idx" ON "SurveyAnswer"("cohortId", "activityId");

-- CreateIndex
CREATE UNIQUE INDEX "SurveyAnswer_activityId_enrolmentId_key" ON "SurveyAnswer"("activityId", "enrolmentId");

-- CreateIndex
CREATE UNIQUE INDEX "LiveSession_cohortId_activityId_key" ON "LiveSession"("cohortId", "activityId");

-- CreateIndex
CREATE INDEX "LivePresence_enrolmentId_activityId_idx" ON "LivePresence"("enrolmentId", "activityId");

-- CreateIndex
CREATE INDEX "GroupPlan_cohortId_idx" ON "GroupPlan"("cohortId");

-- CreateIndex
CREATE UNIQUE INDEX "MentorGroup_cohortId_name_key" ON "MentorGroup"("cohortId", "name");

-- CreateIndex
CREATE INDEX "GroupMembership_groupId_idx" ON "GroupMembership"("groupId");

-- CreateIndex
CREATE INDEX "MentorAssignment_personId_idx" ON "MentorAssignment"("personId");

-- CreateIndex
CREATE INDEX "InstructorAssignment_personId_idx" ON "InstructorAssignment"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Topic_groupId_activityId_key" ON "Topic"("groupId", "activityId");

-- CreateIndex
CREATE INDEX "Post_enrolmentId_idx" ON "Post"("enrolmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Post_topicId_number_key" ON "Post"("topicId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Post_groupId_eventNumber_key" ON "Post"("groupId", "eventNumber");

-- CreateIndex
CREATE UNIQUE INDEX "Post_authorId_clientId_key" ON "Post"("authorId", "clientId");

-- CreateIndex
CREATE UNIQUE INDEX "PostRemoval_undoesId_key" ON "PostRemoval"("undoesId");

-- CreateIndex
CREATE INDEX "PostRemoval_postId_idx" ON "PostRemoval"("postId");

-- CreateIndex
CREATE UNIQUE INDEX "Venue_organisationId_name_key" ON "Venue"("organisationId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Workshop_cohortId_activityId_turn_key" ON "Workshop"("cohortId", "activityId", "turn");

-- CreateIndex
CREATE UNIQUE INDEX "WorkshopSession_workshopId_number_key" ON "WorkshopSession"("workshopId", "number");

-- CreateIndex
CREATE INDEX "ExpectedPlace_workshopId_idx" ON "ExpectedPlace"("workshopId");

-- CreateIndex
CREATE INDEX "CheckInOpening_sessionId_idx" ON "CheckInOpening"("sessionId");

-- CreateIndex
CREATE UNIQUE INDEX "RollCall_sessionId_groupId_key" ON "RollCall"("sessionId", "groupId");

-- CreateIndex
CREATE INDEX "AttendanceEntry_enrolmentId_idx" ON "AttendanceEntry"("enrolmentId");

-- CreateIndex
CREATE INDEX "AttendanceEntry_sessionId_groupId_idx" ON "AttendanceEntry"("sessionId", "groupId");

-- CreateIndex
CREATE UNIQUE INDEX "LeaveRequest_sessionId_enrolmentId_key" ON "LeaveRequest"("sessionId", "enrolmentId");

-- CreateIndex
CREATE UNIQUE INDEX "CompletionDecision_supersedesId_key" ON "CompletionDecision"("supersedesId");

-- CreateIndex
CREATE INDEX "CompletionDecision_enrolmentId_idx" ON "CompletionDecision"("enrolmentId");

-- CreateIndex
CREATE UNIQUE INDEX "NumberSeries_organisationId_year_kind_key" ON "NumberSeries"("organisationId", "year", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_token_key" ON "Certificate"("token");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_decisionId_key" ON "Certificate"("decisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_supersedesId_key" ON "Certificate"("supersedesId");

-- CreateIndex
CREATE INDEX "Certificate_enrolmentId_idx" ON "Certificate"("enrolmentId");

-- CreateIndex
CREATE INDEX "Certificate_number_idx" ON "Certificate"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_seriesId_sequence_key" ON "Certificate"("seriesId", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "Revocation_certificateId_key" ON "Revocation"("certificateId");

-- CreateIndex
CREATE INDEX "Drawing_factsHash_idx" ON "Drawing"("factsHash");

-- CreateIndex
CREATE UNIQUE INDEX "ReportPackage_seriesId_sequence_key" ON "ReportPackage"("seriesId", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "ReportPackage_cohortId_organisationId_version_key" ON "ReportPackage"("cohortId", "organisationId", "version");

-- CreateIndex
CREATE INDEX "AuditEntry_recordedAt_idx" ON "AuditEntry"("recordedAt");

-- CreateIndex
CREATE INDEX "AuditEntry_cohortId_recordedAt_idx" ON "AuditEntry"("cohortId", "recordedAt");

-- CreateIndex
CREATE INDEX "LongTask_byId_recordedAt_idx" ON "LongTask"("byId", "recordedAt");

-- AddForeignKey
ALTER TABLE "OrganisationName" ADD CONSTRAINT "OrganisationName_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "OrganisationPlace" ADD CONSTRAINT "OrganisationPlace_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "OrganisationPlace" ADD CONSTRAINT "OrganisationPlace_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "OrganisationClosure" ADD CONSTRAINT "OrganisationClosure_ancestorId_fkey" FOREIGN KEY ("ancestorId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "OrganisationClosure" ADD CONSTRAINT "OrganisationClosure_descendantId_fkey" FOREIGN KEY ("descendantId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PersonName" ADD CONSTRAINT "PersonName_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PersonName" ADD CONSTRAINT "PersonName_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "IdentityNumber" ADD CONSTRAINT "IdentityNumber_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "IdentityNumber" ADD CONSTRAINT "IdentityNumber_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SignInKey" ADD CONSTRAINT "SignInKey_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AccessCode" ADD CONSTRAINT "AccessCode_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AccessCode" ADD CONSTRAINT "AccessCode_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "KnownDevice" ADD CONSTRAINT "KnownDevice_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "DetailsDoubt" ADD CONSTRAINT "DetailsDoubt_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "DetailsDoubt" ADD CONSTRAINT "DetailsDoubt_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AdministratorAccess" ADD CONSTRAINT "AdministratorAccess_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AdministratorAccess" ADD CONSTRAINT "AdministratorAccess_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Programme" ADD CONSTRAINT "Programme_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Programme" ADD CONSTRAINT "Programme_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ProgrammeVersion" ADD CONSTRAINT "ProgrammeVersion_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ProgrammeVersion" ADD CONSTRAINT "ProgrammeVersion_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Module" ADD CONSTRAINT "Module_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ModuleVersion" ADD CONSTRAINT "ModuleVersion_moduleId_fkey" FOREIGN KEY ("moduleId") REFERENCES "Module"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ModuleVersion" ADD CONSTRAINT "ModuleVersion_programmeVersionId_fkey" FOREIGN KEY ("programmeVersionId") REFERENCES "ProgrammeVersion"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_moduleId_fkey" FOREIGN KEY ("moduleId") REFERENCES "Module"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ActivityVersion" ADD CONSTRAINT "ActivityVersion_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ActivityVersion" ADD CONSTRAINT "ActivityVersion_moduleVersionId_fkey" FOREIGN KEY ("moduleVersionId") REFERENCES "ModuleVersion"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Film" ADD CONSTRAINT "Film_mp4Id_fkey" FOREIGN KEY ("mp4Id") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Film" ADD CONSTRAINT "Film_webmId_fkey" FOREIGN KEY ("webmId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Film" ADD CONSTRAINT "Film_posterId_fkey" FOREIGN KEY ("posterId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Cohort" ADD CONSTRAINT "Cohort_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Cohort" ADD CONSTRAINT "Cohort_runById_fkey" FOREIGN KEY ("runById") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Cohort" ADD CONSTRAINT "Cohort_heldForId_fkey" FOREIGN KEY ("heldForId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Cohort" ADD CONSTRAINT "Cohort_openedById_fkey" FOREIGN KEY ("openedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "CohortVersion" ADD CONSTRAINT "CohortVersion_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "CohortVersion" ADD CONSTRAINT "CohortVersion_programmeVersionId_fkey" FOREIGN KEY ("programmeVersionId") REFERENCES "ProgrammeVersion"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "CohortVersion" ADD CONSTRAINT "CohortVersion_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RuleVersion" ADD CONSTRAINT "RuleVersion_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RuleVersion" ADD CONSTRAINT "RuleVersion_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ReleaseVersion" ADD CONSTRAINT "ReleaseVersion_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ReleaseVersion" ADD CONSTRAINT "ReleaseVersion_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ModuleClosing" ADD CONSTRAINT "ModuleClosing_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ModuleClosing" ADD CONSTRAINT "ModuleClosing_moduleId_fkey" FOREIGN KEY ("moduleId") REFERENCES "Module"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ModuleClosing" ADD CONSTRAINT "ModuleClosing_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "CohortClosing" ADD CONSTRAINT "CohortClosing_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "CohortClosing" ADD CONSTRAINT "CohortClosing_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Quota" ADD CONSTRAINT "Quota_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Quota" ADD CONSTRAINT "Quota_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RosterImport" ADD CONSTRAINT "RosterImport_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RosterImport" ADD CONSTRAINT "RosterImport_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RosterImport" ADD CONSTRAINT "RosterImport_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "WaitingRow" ADD CONSTRAINT "WaitingRow_importId_fkey" FOREIGN KEY ("importId") REFERENCES "RosterImport"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "WaitingRow" ADD CONSTRAINT "WaitingRow_sentById_fkey" FOREIGN KEY ("sentById") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "WaitingRow" ADD CONSTRAINT "WaitingRow_settledById_fkey" FOREIGN KEY ("settledById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "WaitingRow" ADD CONSTRAINT "WaitingRow_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_sentById_fkey" FOREIGN KEY ("sentById") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_quotaId_fkey" FOREIGN KEY ("quotaId") REFERENCES "Quota"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_importId_fkey" FOREIGN KEY ("importId") REFERENCES "RosterImport"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SendingChange" ADD CONSTRAINT "SendingChange_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SendingChange" ADD CONSTRAINT "SendingChange_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SendingChange" ADD CONSTRAINT "SendingChange_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SendingChange" ADD CONSTRAINT "SendingChange_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Arrival" ADD CONSTRAINT "Arrival_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Arrival" ADD CONSTRAINT "Arrival_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Withdrawal" ADD CONSTRAINT "Withdrawal_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Withdrawal" ADD CONSTRAINT "Withdrawal_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Reinstatement" ADD CONSTRAINT "Reinstatement_withdrawalId_fkey" FOREIGN KEY ("withdrawalId") REFERENCES "Withdrawal"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Reinstatement" ADD CONSTRAINT "Reinstatement_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Concession" ADD CONSTRAINT "Concession_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Concession" ADD CONSTRAINT "Concession_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Concession" ADD CONSTRAINT "Concession_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_moduleId_fkey" FOREIGN KEY ("moduleId") REFERENCES "Module"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "OutcomeEntry" ADD CONSTRAINT "OutcomeEntry_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "OutcomeEntry" ADD CONSTRAINT "OutcomeEntry_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "OutcomeEntry" ADD CONSTRAINT "OutcomeEntry_activityVersionId_fkey" FOREIGN KEY ("activityVersionId") REFERENCES "ActivityVersion"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "OutcomeEntry" ADD CONSTRAINT "OutcomeEntry_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "OutcomeEntry"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "WorkshopSession"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_outcomeEntryId_fkey" FOREIGN KEY ("outcomeEntryId") REFERENCES "OutcomeEntry"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_attendanceEntryId_fkey" FOREIGN KEY ("attendanceEntryId") REFERENCES "AttendanceEntry"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_concessionId_fkey" FOREIGN KEY ("concessionId") REFERENCES "Concession"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "FormReceipt" ADD CONSTRAINT "FormReceipt_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "VideoProgress" ADD CONSTRAINT "VideoProgress_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "VideoProgress" ADD CONSTRAINT "VideoProgress_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "VideoOpening" ADD CONSTRAINT "VideoOpening_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "VideoOpening" ADD CONSTRAINT "VideoOpening_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "VideoOpening" ADD CONSTRAINT "VideoOpening_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "QuizAttempt" ADD CONSTRAINT "QuizAttempt_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "QuizAttempt" ADD CONSTRAINT "QuizAttempt_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "QuizAttempt" ADD CONSTRAINT "QuizAttempt_activityVersionId_fkey" FOREIGN KEY ("activityVersionId") REFERENCES "ActivityVersion"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "QuizAnswer" ADD CONSTRAINT "QuizAnswer_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "QuizAttempt"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_activityVersionId_fkey" FOREIGN KEY ("activityVersionId") REFERENCES "ActivityVersion"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SubmissionFile" ADD CONSTRAINT "SubmissionFile_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SubmissionFile" ADD CONSTRAINT "SubmissionFile_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "GradeEntry" ADD CONSTRAINT "GradeEntry_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "GradeEntry" ADD CONSTRAINT "GradeEntry_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "GradeEntry"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "GradeEntry" ADD CONSTRAINT "GradeEntry_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PracticeNote" ADD CONSTRAINT "PracticeNote_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PracticeNote" ADD CONSTRAINT "PracticeNote_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PracticeNote" ADD CONSTRAINT "PracticeNote_activityVersionId_fkey" FOREIGN KEY ("activityVersionId") REFERENCES "ActivityVersion"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PracticeEvidence" ADD CONSTRAINT "PracticeEvidence_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "PracticeNote"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PracticeEvidence" ADD CONSTRAINT "PracticeEvidence_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SignOffEntry" ADD CONSTRAINT "SignOffEntry_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SignOffEntry" ADD CONSTRAINT "SignOffEntry_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SignOffEntry" ADD CONSTRAINT "SignOffEntry_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "SignOffEntry"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SignOffEntry" ADD CONSTRAINT "SignOffEntry_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SurveyAnswer" ADD CONSTRAINT "SurveyAnswer_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SurveyAnswer" ADD CONSTRAINT "SurveyAnswer_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SurveyAnswer" ADD CONSTRAINT "SurveyAnswer_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "LiveSession" ADD CONSTRAINT "LiveSession_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "LiveSession" ADD CONSTRAINT "LiveSession_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "LiveSession" ADD CONSTRAINT "LiveSession_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "LivePresence" ADD CONSTRAINT "LivePresence_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "LivePresence" ADD CONSTRAINT "LivePresence_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "LivePresence" ADD CONSTRAINT "LivePresence_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "GroupPlan" ADD CONSTRAINT "GroupPlan_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "GroupPlan" ADD CONSTRAINT "GroupPlan_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "GroupPlan" ADD CONSTRAINT "GroupPlan_confirmedById_fkey" FOREIGN KEY ("confirmedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "MentorGroup" ADD CONSTRAINT "MentorGroup_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "GroupMembership" ADD CONSTRAINT "GroupMembership_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "MentorGroup"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "GroupMembership" ADD CONSTRAINT "GroupMembership_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "GroupMembership" ADD CONSTRAINT "GroupMembership_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "MentorAssignment" ADD CONSTRAINT "MentorAssignment_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "MentorGroup"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "MentorAssignment" ADD CONSTRAINT "MentorAssignment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "MentorAssignment" ADD CONSTRAINT "MentorAssignment_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "InstructorAssignment" ADD CONSTRAINT "InstructorAssignment_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "InstructorAssignment" ADD CONSTRAINT "InstructorAssignment_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "InstructorAssignment" ADD CONSTRAINT "InstructorAssignment_workshopId_fkey" FOREIGN KEY ("workshopId") REFERENCES "Workshop"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "InstructorAssignment" ADD CONSTRAINT "InstructorAssignment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "InstructorAssignment" ADD CONSTRAINT "InstructorAssignment_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "MentorGroup"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_openedById_fkey" FOREIGN KEY ("openedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "MentorGroup"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_replyToId_fkey" FOREIGN KEY ("replyToId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PostFile" ADD CONSTRAINT "PostFile_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PostFile" ADD CONSTRAINT "PostFile_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PostRemoval" ADD CONSTRAINT "PostRemoval_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PostRemoval" ADD CONSTRAINT "PostRemoval_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "PostRemoval"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PostRemoval" ADD CONSTRAINT "PostRemoval_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "GroupEvent" ADD CONSTRAINT "GroupEvent_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "MentorGroup"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "GroupEvent" ADD CONSTRAINT "GroupEvent_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "GroupEvent" ADD CONSTRAINT "GroupEvent_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "GroupEvent" ADD CONSTRAINT "GroupEvent_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ReadMark" ADD CONSTRAINT "ReadMark_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ReadMark" ADD CONSTRAINT "ReadMark_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "MentorGroup"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Venue" ADD CONSTRAINT "Venue_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Workshop" ADD CONSTRAINT "Workshop_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Workshop" ADD CONSTRAINT "Workshop_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Workshop" ADD CONSTRAINT "Workshop_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "Venue"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Workshop" ADD CONSTRAINT "Workshop_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "WorkshopSession" ADD CONSTRAINT "WorkshopSession_workshopId_fkey" FOREIGN KEY ("workshopId") REFERENCES "Workshop"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ExpectedPlace" ADD CONSTRAINT "ExpectedPlace_workshopId_fkey" FOREIGN KEY ("workshopId") REFERENCES "Workshop"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ExpectedPlace" ADD CONSTRAINT "ExpectedPlace_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ExpectedPlace" ADD CONSTRAINT "ExpectedPlace_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ExpectedPlace" ADD CONSTRAINT "ExpectedPlace_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "CheckInOpening" ADD CONSTRAINT "CheckInOpening_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "WorkshopSession"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "CheckInOpening" ADD CONSTRAINT "CheckInOpening_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RollCall" ADD CONSTRAINT "RollCall_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "WorkshopSession"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RollCall" ADD CONSTRAINT "RollCall_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "MentorGroup"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RollCall" ADD CONSTRAINT "RollCall_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AttendanceEntry" ADD CONSTRAINT "AttendanceEntry_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "WorkshopSession"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AttendanceEntry" ADD CONSTRAINT "AttendanceEntry_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AttendanceEntry" ADD CONSTRAINT "AttendanceEntry_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "MentorGroup"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AttendanceEntry" ADD CONSTRAINT "AttendanceEntry_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "AttendanceEntry"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AttendanceEntry" ADD CONSTRAINT "AttendanceEntry_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "LeaveRequest" ADD CONSTRAINT "LeaveRequest_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "WorkshopSession"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "LeaveRequest" ADD CONSTRAINT "LeaveRequest_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "LeaveRequest" ADD CONSTRAINT "LeaveRequest_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "CompletionDecision" ADD CONSTRAINT "CompletionDecision_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "CompletionDecision" ADD CONSTRAINT "CompletionDecision_ruleVersionId_fkey" FOREIGN KEY ("ruleVersionId") REFERENCES "RuleVersion"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "CompletionDecision" ADD CONSTRAINT "CompletionDecision_factsHash_fkey" FOREIGN KEY ("factsHash") REFERENCES "FrozenFacts"("hash") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "CompletionDecision" ADD CONSTRAINT "CompletionDecision_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "CompletionDecision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "CompletionDecision" ADD CONSTRAINT "CompletionDecision_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "NumberSeries" ADD CONSTRAINT "NumberSeries_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "NumberSeries"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "CompletionDecision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_factsHash_fkey" FOREIGN KEY ("factsHash") REFERENCES "FrozenFacts"("hash") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "Certificate"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Revocation" ADD CONSTRAINT "Revocation_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Revocation" ADD CONSTRAINT "Revocation_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Drawing" ADD CONSTRAINT "Drawing_factsHash_fkey" FOREIGN KEY ("factsHash") REFERENCES "FrozenFacts"("hash") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Drawing" ADD CONSTRAINT "Drawing_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ReportPackage" ADD CONSTRAINT "ReportPackage_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ReportPackage" ADD CONSTRAINT "ReportPackage_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ReportPackage" ADD CONSTRAINT "ReportPackage_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "NumberSeries"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ReportPackage" ADD CONSTRAINT "ReportPackage_factsHash_fkey" FOREIGN KEY ("factsHash") REFERENCES "FrozenFacts"("hash") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ReportPackage" ADD CONSTRAINT "ReportPackage_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ReportPackagePerson" ADD CONSTRAINT "ReportPackagePerson_packageId_fkey" FOREIGN KEY ("packageId") REFERENCES "ReportPackage"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ReportPackagePerson" ADD CONSTRAINT "ReportPackagePerson_factsHash_fkey" FOREIGN KEY ("factsHash") REFERENCES "FrozenFacts"("hash") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "LongTask" ADD CONSTRAINT "LongTask_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "LongTask" ADD CONSTRAINT "LongTask_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
