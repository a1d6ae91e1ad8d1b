-- A roster has several sheets, and each of them has a row of the same number.
ALTER TABLE "WaitingRow" ADD COLUMN "sheet" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "WaitingRow" ALTER COLUMN "sheet" DROP DEFAULT;
DROP INDEX "WaitingRow_importId_row_key";
CREATE UNIQUE INDEX "WaitingRow_importId_sheet_row_key" ON "WaitingRow"("importId", "sheet", "row");
