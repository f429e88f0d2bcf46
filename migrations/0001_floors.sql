CREATE TABLE "afterwords" (
	"post_id" bigint PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"server_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"round_id" bigint,
	"ending" text,
	"created_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"settled_at" timestamp with time zone,
	"message_id" text
);
--> statement-breakpoint
CREATE TABLE "absences" (
	"member_id" text PRIMARY KEY NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"told_at" timestamp with time zone,
	"lease_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"key" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"secret" text NOT NULL,
	"first_started_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "member_questions" (
	"member_id" text NOT NULL,
	"exam" text NOT NULL,
	"question_id" text NOT NULL,
	"seen" smallint NOT NULL,
	"right" smallint NOT NULL,
	"last_at" timestamp with time zone,
	"last_right" boolean,
	"rated_at" timestamp with time zone,
	"rated_round" smallint,
	"key_seen_at" timestamp with time zone,
	CONSTRAINT "member_questions_member_id_exam_question_id_pk" PRIMARY KEY("member_id","exam","question_id")
);
--> statement-breakpoint
CREATE TABLE "channel_questions" (
	"channel_id" text NOT NULL,
	"exam" text NOT NULL,
	"question_id" text NOT NULL,
	"server_id" text NOT NULL,
	"times" integer NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	CONSTRAINT "channel_questions_channel_id_exam_question_id_pk" PRIMARY KEY("channel_id","exam","question_id")
);
--> statement-breakpoint
CREATE TABLE "question_versions" (
	"exam" text NOT NULL,
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"question" jsonb NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	CONSTRAINT "question_versions_exam_id_version_pk" PRIMARY KEY("exam","id","version")
);
--> statement-breakpoint
CREATE TABLE "stale" (
	"what" text NOT NULL,
	"scope" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"lease_until" timestamp with time zone,
	"attempts" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "stale_what_scope_pk" PRIMARY KEY("what","scope")
);
--> statement-breakpoint
CREATE TABLE "weekly_winners" (
	"server_id" text PRIMARY KEY NOT NULL,
	"channel_id" text NOT NULL,
	"told_in" date NOT NULL
);
--> statement-breakpoint
-- Boards that waited to be counted anew go on waiting, in the one queue.
INSERT INTO "stale" ("what", "scope", "since") SELECT 'leaderboard', 'server:' || "server_id", "since" FROM "stale_boards";
--> statement-breakpoint
DROP TABLE "stale_boards" CASCADE;--> statement-breakpoint
-- What members have seen, from their answers; the rated ones keep their numbers.
INSERT INTO "member_questions" ("member_id", "exam", "question_id", "seen", "right", "last_at", "last_right", "rated_at", "rated_round")
SELECT "member_id", "exam", "question_id", least(count(*), 32767), least(count(*) FILTER (WHERE "is_correct"), 32767),
  max("answered_at"), (array_agg("is_correct" ORDER BY "answered_at" DESC))[1],
  max("answered_at") FILTER (WHERE "is_rated"), max("rated_round") FILTER (WHERE "is_rated")
FROM "answers" GROUP BY "member_id", "exam", "question_id";
--> statement-breakpoint
-- What channels were asked; private questions and tests do not count.
INSERT INTO "channel_questions" ("channel_id", "exam", "question_id", "server_id", "times", "last_at")
SELECT "home_channel_id", "exam", "question_id", max("server_id"), count(*), max("created_at")
FROM "posts" WHERE "kind" NOT IN ('private', 'test') GROUP BY "home_channel_id", "exam", "question_id";
--> statement-breakpoint
DROP INDEX "answers_by_member";--> statement-breakpoint
DROP INDEX "posts_channel_questions";--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "dated_zone" text;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "dated_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cooldowns" ADD COLUMN "press_id" text;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "press_id" text;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "domain" text;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "size" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "wanted" smallint;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "thread_due" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "press_id" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "pace" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "wanted" smallint;--> statement-breakpoint
ALTER TABLE "servers" ADD COLUMN "week_start" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "servers" ADD COLUMN "language" text;--> statement-breakpoint
-- How many questions a round has is now said by each of its posts.
UPDATE "posts" p SET "size" = cardinality(r."question_ids") FROM "rounds" r WHERE r."id" = p."round_id";
--> statement-breakpoint
-- A private question's home carried its member's id.
UPDATE "posts" SET "home_channel_id" = "channel_id" WHERE "kind" = 'private';
--> statement-breakpoint
-- Members without a zone of their own were dated by the server where they answered last.
INSERT INTO "members" ("id", "dated_zone", "dated_since")
SELECT l."member_id", s."zone", l."answered_at" FROM (
  SELECT DISTINCT ON ("member_id") "member_id", "server_id", "answered_at" FROM "answers"
  ORDER BY "member_id", "answered_at" DESC
) l JOIN "servers" s ON s."id" = l."server_id"
ON CONFLICT ("id") DO UPDATE SET "dated_zone" = coalesce("members"."zone", excluded."dated_zone"), "dated_since" = excluded."dated_since";
--> statement-breakpoint
ALTER TABLE "servers" ADD COLUMN "told_ahead" text;--> statement-breakpoint
CREATE UNIQUE INDEX "afterwords_one_per_round" ON "afterwords" USING btree ("round_id") WHERE round_id is not null;--> statement-breakpoint
CREATE INDEX "afterwords_to_send" ON "afterwords" USING btree ("due_at") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "afterwords_by_server" ON "afterwords" USING btree ("server_id");--> statement-breakpoint
CREATE INDEX "channel_questions_by_server" ON "channel_questions" USING btree ("server_id");--> statement-breakpoint
CREATE INDEX "answers_of_member" ON "answers" USING btree ("member_id","answered_at");--> statement-breakpoint
CREATE UNIQUE INDEX "posts_one_per_press" ON "posts" USING btree ("press_id") WHERE press_id is not null;--> statement-breakpoint
CREATE INDEX "posts_open_in_channel" ON "posts" USING btree ("channel_id") WHERE status = 'open' and kind <> 'private';--> statement-breakpoint
CREATE INDEX "posts_thread_due" ON "posts" USING btree ("id") WHERE thread_due;--> statement-breakpoint
CREATE INDEX "posts_history_thread" ON "posts" USING btree ("channel_id","closes_at") WHERE status = 'closed' and channel_id <> home_channel_id;--> statement-breakpoint
CREATE INDEX "posts_by_asker" ON "posts" USING btree ("asked_by") WHERE asked_by is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "rounds_one_per_press" ON "rounds" USING btree ("press_id") WHERE press_id is not null;--> statement-breakpoint
CREATE INDEX "rounds_of_member" ON "rounds" USING btree ("member_id");