CREATE TABLE "server_digests" (
	"server_id" text PRIMARY KEY NOT NULL,
	"channel_id" text NOT NULL,
	"weekday" smallint NOT NULL,
	"hour" smallint NOT NULL,
	"started_on" date NOT NULL,
	"set_by" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"lease_until" timestamp with time zone,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"failure" text,
	"told_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "study_plans" (
	"member_id" text NOT NULL,
	"exam" text NOT NULL,
	"edition" text NOT NULL,
	"exam_date" date NOT NULL,
	"hours" smallint,
	"started_on" date NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"zone" text NOT NULL,
	"is_booked" boolean DEFAULT false NOT NULL,
	"digest_at" timestamp with time zone,
	"digest_lease" timestamp with time zone,
	"digest_refused" boolean DEFAULT false NOT NULL,
	CONSTRAINT "study_plans_member_id_exam_pk" PRIMARY KEY("member_id","exam")
);
--> statement-breakpoint
CREATE TABLE "study_tasks" (
	"member_id" text NOT NULL,
	"exam" text NOT NULL,
	"task" text NOT NULL,
	"done_at" timestamp with time zone NOT NULL,
	CONSTRAINT "study_tasks_member_id_exam_task_pk" PRIMARY KEY("member_id","exam","task")
);
--> statement-breakpoint
CREATE INDEX "server_digests_due" ON "server_digests" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "server_digests_untold" ON "server_digests" USING btree ("server_id") WHERE failure is not null and told_at is null;--> statement-breakpoint
CREATE INDEX "study_plans_to_remind" ON "study_plans" USING btree ("digest_at") WHERE digest_at is not null;