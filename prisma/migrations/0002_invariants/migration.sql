-- What schema.prisma cannot say: checks, exclusions, partial unique indexes and refusing triggers.
-- Each has a test row that it refuses.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Words
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_kind_word" CHECK ("kind" IN ('city', 'county', 'township', 'unit', 'agency'));
ALTER TABLE "SignInKey" ADD CONSTRAINT "SignInKey_kind_word" CHECK ("kind" IN ('telephone', 'identity-number', 'email'));
ALTER TABLE "AccessCode" ADD CONSTRAINT "AccessCode_kind_word" CHECK ("kind" IN ('slip', 'reset'));
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_role_word" CHECK ("role" IN ('administrator', 'manager', 'bureau-officer'));
ALTER TABLE "Programme" ADD CONSTRAINT "Programme_track_word" CHECK ("track" IN ('teacher', 'farmer', 'safety-officer', 'open'));
ALTER TABLE "WaitingRow" ADD CONSTRAINT "WaitingRow_reason_word" CHECK ("reason" IN ('other-name', 'no-number'));
ALTER TABLE "Arrival" ADD CONSTRAINT "Arrival_via_word" CHECK ("via" IN ('first-sign-in', 'workshop', 'manager'));
ALTER TABLE "Concession" ADD CONSTRAINT "Concession_kind_word" CHECK ("kind" IN ('attempt', 'later', 'exemption'));
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_hourType_word" CHECK ("hourType" IN ('online', 'discussion', 'practice', 'workshop'));
ALTER TABLE "GradeEntry" ADD CONSTRAINT "GradeEntry_kind_word" CHECK ("kind" IN ('graded', 'returned', 'undone'));
ALTER TABLE "SignOffEntry" ADD CONSTRAINT "SignOffEntry_kind_word" CHECK ("kind" IN ('signed', 'returned', 'undone'));
ALTER TABLE "LivePresence" ADD CONSTRAINT "LivePresence_kind_word" CHECK ("kind" IN ('joined', 'marked'));
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_kind_word" CHECK ("kind" IN ('stream', 'activity', 'mentor'));
ALTER TABLE "PostRemoval" ADD CONSTRAINT "PostRemoval_kind_word" CHECK ("kind" IN ('deleted', 'hidden', 'restored'));
ALTER TABLE "GroupEvent" ADD CONSTRAINT "GroupEvent_kind_word" CHECK ("kind" IN ('topic', 'post', 'removal', 'restored', 'joined', 'left'));
ALTER TABLE "AttendanceEntry" ADD CONSTRAINT "AttendanceEntry_mark_word" CHECK ("mark" IN ('present', 'late', 'left-early', 'excused', 'absent', 'made-up'));
ALTER TABLE "AttendanceEntry" ADD CONSTRAINT "AttendanceEntry_authority_word" CHECK ("authority" IN ('self', 'mentor', 'manager'));
ALTER TABLE "AttendanceEntry" ADD CONSTRAINT "AttendanceEntry_via_word" CHECK ("via" IN ('code', 'roll', 'sheet'));
ALTER TABLE "FrozenFacts" ADD CONSTRAINT "FrozenFacts_kind_word" CHECK ("kind" IN ('decision', 'certificate', 'report', 'report-person'));
ALTER TABLE "CompletionDecision" ADD CONSTRAINT "CompletionDecision_verdict_word" CHECK ("verdict" IN ('completed', 'not-completed'));
ALTER TABLE "NumberSeries" ADD CONSTRAINT "NumberSeries_kind_word" CHECK ("kind" IN ('certificate', 'report'));
ALTER TABLE "Drawing" ADD CONSTRAINT "Drawing_kind_word" CHECK ("kind" IN ('certificate', 'report-pdf', 'report-xlsx'));
ALTER TABLE "Drawing" ADD CONSTRAINT "Drawing_language_word" CHECK ("language" IN ('zh-CN', 'en'));
ALTER TABLE "LongTask" ADD CONSTRAINT "LongTask_state_word" CHECK ("state" IN ('waiting', 'running', 'finished', 'failed', 'cancelled'));
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_through_word" CHECK ("through" IN ('page', 'socket', 'job', 'seed', 'command'));

-- Bounds
ALTER TABLE "OrganisationPlace" ADD CONSTRAINT "OrganisationPlace_ordered" CHECK ("until" IS NULL OR "from" < "until");
ALTER TABLE "PersonName" ADD CONSTRAINT "PersonName_ordered" CHECK ("until" IS NULL OR "from" < "until");
ALTER TABLE "IdentityNumber" ADD CONSTRAINT "IdentityNumber_ordered" CHECK ("until" IS NULL OR "from" < "until");
ALTER TABLE "SignInKey" ADD CONSTRAINT "SignInKey_ordered" CHECK ("until" IS NULL OR "from" < "until");
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_ordered" CHECK ("until" IS NULL OR "from" < "until");
ALTER TABLE "AdministratorAccess" ADD CONSTRAINT "AdministratorAccess_ordered" CHECK ("until" IS NULL OR "from" < "until");
ALTER TABLE "CohortVersion" ADD CONSTRAINT "CohortVersion_ordered" CHECK ("until" IS NULL OR "from" < "until");
ALTER TABLE "GroupMembership" ADD CONSTRAINT "GroupMembership_ordered" CHECK ("until" IS NULL OR "from" < "until");
ALTER TABLE "MentorAssignment" ADD CONSTRAINT "MentorAssignment_ordered" CHECK ("until" IS NULL OR "from" < "until");
ALTER TABLE "InstructorAssignment" ADD CONSTRAINT "InstructorAssignment_ordered" CHECK ("until" IS NULL OR "from" < "until");
ALTER TABLE "ExpectedPlace" ADD CONSTRAINT "ExpectedPlace_ordered" CHECK ("until" IS NULL OR "from" < "until");
ALTER TABLE "OrganisationPlace" ADD CONSTRAINT "OrganisationPlace_not_itself" CHECK ("parentId" IS DISTINCT FROM "organisationId");
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_scope" CHECK (("role" = 'administrator') = ("organisationId" IS NULL));
ALTER TABLE "Cohort" ADD CONSTRAINT "Cohort_ordered" CHECK ("startsOn" <= "endsOn");
ALTER TABLE "Cohort" ADD CONSTRAINT "Cohort_group_size" CHECK (0 < "groupSizeMin" AND "groupSizeMin" <= "groupSizeMax");
ALTER TABLE "ProgrammeVersion" ADD CONSTRAINT "ProgrammeVersion_group_size" CHECK (0 < "groupSizeMin" AND "groupSizeMin" <= "groupSizeMax");
ALTER TABLE "ModuleVersion" ADD CONSTRAINT "ModuleVersion_ordered" CHECK (1 <= "opensWeek" AND "opensWeek" <= "closesWeek");
ALTER TABLE "ActivityVersion" ADD CONSTRAINT "ActivityVersion_hours" CHECK ("hours" >= 0);
ALTER TABLE "Quota" ADD CONSTRAINT "Quota_seats" CHECK ("seats" >= 0);
ALTER TABLE "Film" ADD CONSTRAINT "Film_seconds" CHECK ("seconds" > 0);
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_score" CHECK ("score" BETWEEN 0 AND 100);
ALTER TABLE "OutcomeEntry" ADD CONSTRAINT "OutcomeEntry_score" CHECK ("score" BETWEEN 0 AND 100);
ALTER TABLE "OutcomeEntry" ADD CONSTRAINT "OutcomeEntry_handed_in_first" CHECK ("confirmedAt" IS NULL OR "handedInAt" IS NOT NULL OR "exempt");
ALTER TABLE "QuizAttempt" ADD CONSTRAINT "QuizAttempt_score" CHECK ("score" BETWEEN 0 AND 100);
ALTER TABLE "QuizAttempt" ADD CONSTRAINT "QuizAttempt_scored_when_submitted" CHECK (("submittedAt" IS NULL) = ("score" IS NULL));
ALTER TABLE "GradeEntry" ADD CONSTRAINT "GradeEntry_score" CHECK (("kind" = 'graded') = ("score" IS NOT NULL) AND ("score" IS NULL OR "score" BETWEEN 0 AND 100));
ALTER TABLE "GradeEntry" ADD CONSTRAINT "GradeEntry_undoes" CHECK (("kind" = 'undone') = ("undoesId" IS NOT NULL));
ALTER TABLE "SignOffEntry" ADD CONSTRAINT "SignOffEntry_mark" CHECK (("kind" = 'signed') = ("mark" IS NOT NULL) AND ("mark" IS NULL OR "mark" BETWEEN 0 AND 100));
ALTER TABLE "SignOffEntry" ADD CONSTRAINT "SignOffEntry_undoes" CHECK (("kind" = 'undone') = ("undoesId" IS NOT NULL));
ALTER TABLE "PostRemoval" ADD CONSTRAINT "PostRemoval_undoes" CHECK (("kind" = 'restored') = ("undoesId" IS NOT NULL));
ALTER TABLE "AttendanceEntry" ADD CONSTRAINT "AttendanceEntry_undoes" CHECK (("mark" IS NULL) = ("undoesId" IS NOT NULL));
ALTER TABLE "AttendanceEntry" ADD CONSTRAINT "AttendanceEntry_minutes" CHECK ("minutes" IS NULL OR "minutes" >= 0);
ALTER TABLE "LivePresence" ADD CONSTRAINT "LivePresence_minutes" CHECK (("kind" = 'marked') = ("minutes" IS NOT NULL) AND ("minutes" IS NULL OR "minutes" >= 0));
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_one_source" CHECK (num_nonnulls("outcomeEntryId", "attendanceEntryId", "concessionId") = 1);
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_some" CHECK ("hours" <> 0);
ALTER TABLE "SurveyAnswer" ADD CONSTRAINT "SurveyAnswer_anonymous" CHECK (("enrolmentId" IS NULL) = ("occurredAt" IS NULL));
ALTER TABLE "Concession" ADD CONSTRAINT "Concession_until" CHECK (("kind" = 'later') = ("until" IS NOT NULL));
ALTER TABLE "InstructorAssignment" ADD CONSTRAINT "InstructorAssignment_one_place" CHECK (num_nonnulls("activityId", "workshopId") = 1);
ALTER TABLE "VideoProgress" ADD CONSTRAINT "VideoProgress_watched" CHECK ("watchedSeconds" >= 0 AND "positionSeconds" >= 0);
ALTER TABLE "GroupMembership" ADD CONSTRAINT "GroupMembership_reads" CHECK ("readsAfter" >= 0 AND ("readsUpTo" IS NULL) = ("until" IS NULL));
ALTER TABLE "Post" ADD CONSTRAINT "Post_length" CHECK (char_length("text") BETWEEN 1 AND 5000);
ALTER TABLE "Venue" ADD CONSTRAINT "Venue_capacity" CHECK ("capacity" > 0);
ALTER TABLE "WorkshopSession" ADD CONSTRAINT "WorkshopSession_ordered" CHECK ("startsAt" < "endsAt");
ALTER TABLE "WorkshopSession" ADD CONSTRAINT "WorkshopSession_hours" CHECK ("hours" >= 0);
ALTER TABLE "LiveSession" ADD CONSTRAINT "LiveSession_ordered" CHECK ("startsAt" < "endsAt");
ALTER TABLE "CheckInOpening" ADD CONSTRAINT "CheckInOpening_ordered" CHECK ("opensAt" < "closesAt");
ALTER TABLE "LeaveRequest" ADD CONSTRAINT "LeaveRequest_answered" CHECK (num_nonnulls("granted", "answeredAt", "answeredById") IN (0, 3));
ALTER TABLE "FrozenFacts" ADD CONSTRAINT "FrozenFacts_deleted" CHECK (("body" IS NULL) = ("deletedAt" IS NOT NULL));
ALTER TABLE "CompletionDecision" ADD CONSTRAINT "CompletionDecision_distinction" CHECK (NOT "distinction" OR "verdict" = 'completed');
ALTER TABLE "NumberSeries" ADD CONSTRAINT "NumberSeries_last" CHECK ("last" >= 0);
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_sequence" CHECK ("sequence" >= 1);
ALTER TABLE "ReportPackage" ADD CONSTRAINT "ReportPackage_sequence" CHECK ("sequence" >= 1 AND "version" >= 1);
ALTER TABLE "DemoMark" ADD CONSTRAINT "DemoMark_single" CHECK ("id" = 1);
ALTER TABLE "LongTask" ADD CONSTRAINT "LongTask_progress" CHECK ("done" BETWEEN 0 AND "total");

-- One at any instant
ALTER TABLE "OrganisationPlace" ADD CONSTRAINT "OrganisationPlace_one_place" EXCLUDE USING gist ("organisationId" WITH =, tstzrange("from", "until") WITH &&);
ALTER TABLE "PersonName" ADD CONSTRAINT "PersonName_one_name" EXCLUDE USING gist ("personId" WITH =, tstzrange("from", "until") WITH &&);
ALTER TABLE "IdentityNumber" ADD CONSTRAINT "IdentityNumber_one_number" EXCLUDE USING gist ("personId" WITH =, tstzrange("from", "until") WITH &&);
ALTER TABLE "IdentityNumber" ADD CONSTRAINT "IdentityNumber_one_person" EXCLUDE USING gist ("hash" WITH =, tstzrange("from", "until") WITH &&);
ALTER TABLE "SignInKey" ADD CONSTRAINT "SignInKey_one_account" EXCLUDE USING gist ("hash" WITH =, tstzrange("from", "until") WITH &&);
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_once" EXCLUDE USING gist ("personId" WITH =, "role" WITH =, (COALESCE("organisationId", '00000000-0000-0000-0000-000000000000'::uuid)) WITH =, tstzrange("from", "until") WITH &&);
ALTER TABLE "CohortVersion" ADD CONSTRAINT "CohortVersion_one_version" EXCLUDE USING gist ("cohortId" WITH =, tstzrange("from", "until") WITH &&);
ALTER TABLE "GroupMembership" ADD CONSTRAINT "GroupMembership_one_group" EXCLUDE USING gist ("enrolmentId" WITH =, tstzrange("from", "until") WITH &&);
ALTER TABLE "MentorAssignment" ADD CONSTRAINT "MentorAssignment_once" EXCLUDE USING gist ("groupId" WITH =, "personId" WITH =, tstzrange("from", "until") WITH &&);
ALTER TABLE "InstructorAssignment" ADD CONSTRAINT "InstructorAssignment_once" EXCLUDE USING gist ("cohortId" WITH =, (COALESCE("activityId", "workshopId")) WITH =, "personId" WITH =, tstzrange("from", "until") WITH &&);
ALTER TABLE "ExpectedPlace" ADD CONSTRAINT "ExpectedPlace_one_turn" EXCLUDE USING gist ("enrolmentId" WITH =, "activityId" WITH =, tstzrange("from", "until") WITH &&);

-- One of a kind
CREATE UNIQUE INDEX "AccessCode_one_open" ON "AccessCode" ("accountId") WHERE "usedAt" IS NULL AND "endedAt" IS NULL;
CREATE UNIQUE INDEX "Topic_one_stream" ON "Topic" ("groupId") WHERE "kind" = 'stream';
CREATE UNIQUE INDEX "QuizAttempt_one_open" ON "QuizAttempt" ("enrolmentId", "activityId") WHERE "submittedAt" IS NULL;
CREATE UNIQUE INDEX "VideoOpening_one_open" ON "VideoOpening" ("personId") WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "GroupPlan_one_draft" ON "GroupPlan" ("cohortId") WHERE "confirmedAt" IS NULL;
CREATE UNIQUE INDEX "CompletionDecision_one_first" ON "CompletionDecision" ("enrolmentId") WHERE "supersedesId" IS NULL;
CREATE UNIQUE INDEX "Certificate_one_first" ON "Certificate" ("enrolmentId") WHERE "supersedesId" IS NULL;
CREATE UNIQUE INDEX "Drawing_one_first" ON "Drawing" ("factsHash", "kind", "language") WHERE NOT "redrawn";
CREATE UNIQUE INDEX "LivePresence_one_joined" ON "LivePresence" ("enrolmentId", "activityId") WHERE "kind" = 'joined';

-- Entries are not edited
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% keeps its entries: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "OutcomeEntry_kept" BEFORE UPDATE OR DELETE ON "OutcomeEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "LedgerEntry_kept" BEFORE UPDATE OR DELETE ON "LedgerEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "GradeEntry_kept" BEFORE UPDATE OR DELETE ON "GradeEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "SignOffEntry_kept" BEFORE UPDATE OR DELETE ON "SignOffEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "PracticeNote_kept" BEFORE UPDATE OR DELETE ON "PracticeNote" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Submission_kept" BEFORE UPDATE OR DELETE ON "Submission" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AttendanceEntry_kept" BEFORE UPDATE OR DELETE ON "AttendanceEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RollCall_kept" BEFORE UPDATE OR DELETE ON "RollCall" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "CompletionDecision_kept" BEFORE UPDATE OR DELETE ON "CompletionDecision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Certificate_kept" BEFORE UPDATE OR DELETE ON "Certificate" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Revocation_kept" BEFORE UPDATE OR DELETE ON "Revocation" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ReportPackage_kept" BEFORE UPDATE OR DELETE ON "ReportPackage" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ReportPackagePerson_kept" BEFORE UPDATE OR DELETE ON "ReportPackagePerson" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Drawing_kept" BEFORE UPDATE OR DELETE ON "Drawing" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AuditEntry_kept" BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Withdrawal_kept" BEFORE UPDATE OR DELETE ON "Withdrawal" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Reinstatement_kept" BEFORE UPDATE OR DELETE ON "Reinstatement" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Concession_kept" BEFORE UPDATE OR DELETE ON "Concession" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Release_kept" BEFORE UPDATE OR DELETE ON "Release" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "PostRemoval_kept" BEFORE UPDATE OR DELETE ON "PostRemoval" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "GroupEvent_kept" BEFORE UPDATE OR DELETE ON "GroupEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Consent_kept" BEFORE UPDATE OR DELETE ON "Consent" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RuleVersion_kept" BEFORE UPDATE OR DELETE ON "RuleVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ReleaseVersion_kept" BEFORE UPDATE OR DELETE ON "ReleaseVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "SendingChange_kept" BEFORE UPDATE OR DELETE ON "SendingChange" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Arrival_kept" BEFORE UPDATE OR DELETE ON "Arrival" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "SurveyAnswer_kept" BEFORE UPDATE OR DELETE ON "SurveyAnswer" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A post's words stay as they were sent.
CREATE TRIGGER "Post_kept" BEFORE UPDATE OR DELETE ON "Post" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Frozen facts: only the deletion of a body after its retention is let through.
CREATE FUNCTION refuse_thaw() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."body" IS NULL AND NEW."hash" = OLD."hash" AND NEW."kind" = OLD."kind" AND NEW."frozenAt" = OLD."frozenAt" THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'FrozenFacts do not change: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "FrozenFacts_kept" BEFORE UPDATE OR DELETE ON "FrozenFacts" FOR EACH ROW EXECUTE FUNCTION refuse_thaw();

-- A published programme version and what hangs on it is immutable.
CREATE FUNCTION refuse_published() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE published timestamptz;
BEGIN
  IF TG_TABLE_NAME = 'ProgrammeVersion' THEN
    published := OLD."publishedAt";
  ELSIF TG_TABLE_NAME = 'ModuleVersion' THEN
    SELECT v."publishedAt" INTO published FROM "ProgrammeVersion" v WHERE v."id" = OLD."programmeVersionId";
  ELSE
    SELECT v."publishedAt" INTO published FROM "ProgrammeVersion" v
      JOIN "ModuleVersion" m ON m."programmeVersionId" = v."id" WHERE m."id" = OLD."moduleVersionId";
  END IF;
  IF published IS NOT NULL THEN
    RAISE EXCEPTION 'A published version does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ProgrammeVersion_kept" BEFORE UPDATE OR DELETE ON "ProgrammeVersion" FOR EACH ROW EXECUTE FUNCTION refuse_published();
CREATE TRIGGER "ModuleVersion_kept" BEFORE UPDATE OR DELETE ON "ModuleVersion" FOR EACH ROW EXECUTE FUNCTION refuse_published();
CREATE TRIGGER "ActivityVersion_kept" BEFORE UPDATE OR DELETE ON "ActivityVersion" FOR EACH ROW EXECUTE FUNCTION refuse_published();
