CREATE TABLE "diagnose_exposures" (
	"exam" text NOT NULL,
	"edition" text NOT NULL,
	"band" smallint NOT NULL,
	"question_id" text NOT NULL,
	"times" integer NOT NULL,
	CONSTRAINT "diagnose_exposures_exam_edition_band_question_id_pk" PRIMARY KEY("exam","edition","band","question_id")
);
--> statement-breakpoint
CREATE TABLE "diagnoses" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "diagnoses_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"member_id" text NOT NULL,
	"server_id" text NOT NULL,
	"press_id" text NOT NULL,
	"exam" text NOT NULL,
	"edition" text NOT NULL,
	"question_ids" text[] NOT NULL,
	"question_versions" integer[] NOT NULL,
	"option_orders" text[] NOT NULL,
	"domains" text[] NOT NULL,
	"picks" text[] NOT NULL,
	"rights" smallint[] NOT NULL,
	"seconds" integer[] NOT NULL,
	"answered_after" integer[] NOT NULL,
	"shown_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"recorded" smallint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "estimates" (
	"member_id" text NOT NULL,
	"exam" text NOT NULL,
	"edition" text NOT NULL,
	"day" date NOT NULL,
	"median" smallint NOT NULL,
	"low" smallint NOT NULL,
	"high" smallint NOT NULL,
	"chance" smallint NOT NULL,
	"domains" jsonb NOT NULL,
	"answers" smallint NOT NULL,
	CONSTRAINT "estimates_member_id_exam_edition_day_pk" PRIMARY KEY("member_id","exam","edition","day")
);
--> statement-breakpoint
CREATE TABLE "item_alarms" (
	"exam" text NOT NULL,
	"question_id" text NOT NULL,
	"question_version" integer NOT NULL,
	"alarm" jsonb NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	CONSTRAINT "item_alarms_exam_question_id_question_version_pk" PRIMARY KEY("exam","question_id","question_version")
);
--> statement-breakpoint
CREATE TABLE "learning" (
	"name" text PRIMARY KEY NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	"post_id" bigint NOT NULL,
	"pages" integer NOT NULL,
	"lease_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "member_growth" (
	"exam" text PRIMARY KEY NOT NULL,
	"slope" double precision NOT NULL,
	"information" double precision NOT NULL
);
--> statement-breakpoint
CREATE TABLE "question_difficulties" (
	"exam" text NOT NULL,
	"question_id" text NOT NULL,
	"question_version" integer NOT NULL,
	"mean" double precision NOT NULL,
	"variance" double precision NOT NULL,
	"answers" integer NOT NULL,
	"tally" jsonb NOT NULL,
	CONSTRAINT "question_difficulties_exam_question_id_question_version_pk" PRIMARY KEY("exam","question_id","question_version")
);
--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "seconds" integer;--> statement-breakpoint
CREATE UNIQUE INDEX "diagnoses_one_running" ON "diagnoses" USING btree ("member_id","exam","edition") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "diagnoses_one_per_press" ON "diagnoses" USING btree ("press_id");--> statement-breakpoint
CREATE INDEX "diagnoses_to_record" ON "diagnoses" USING btree ("id") WHERE recorded < cardinality(picks);--> statement-breakpoint
CREATE INDEX "diagnoses_of_member" ON "diagnoses" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "diagnoses_by_server" ON "diagnoses" USING btree ("server_id");--> statement-breakpoint
CREATE INDEX "estimates_by_day" ON "estimates" USING btree ("day");--> statement-breakpoint
CREATE INDEX "answers_in_time" ON "answers" USING brin ("answered_at") WITH (autosummarize=true);