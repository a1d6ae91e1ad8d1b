-- Whose move may still change an outcome. A verdict tells "not yet" (a mentor has still to mark) from "can no
-- longer" (the last attempt is used) by it, without reading a kind's own tables. Null is not known.
ALTER TABLE "OutcomeEntry" ADD COLUMN "awaits" TEXT;
ALTER TABLE "Outcome" ADD COLUMN "awaits" TEXT;
