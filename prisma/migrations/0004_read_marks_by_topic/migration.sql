-- What somebody has read is kept by topic: reading one leaves the others unread.
DELETE FROM "ReadMark";
ALTER TABLE "ReadMark" DROP CONSTRAINT "ReadMark_pkey";
ALTER TABLE "ReadMark" ADD COLUMN "topicId" UUID NOT NULL;
ALTER TABLE "ReadMark" ADD CONSTRAINT "ReadMark_pkey" PRIMARY KEY ("personId", "topicId");
ALTER TABLE "ReadMark" ADD CONSTRAINT "ReadMark_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
