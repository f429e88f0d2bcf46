CREATE TABLE "regraded" (
	"regrade_id" bigint NOT NULL,
	"post_id" bigint NOT NULL,
	"member_id" text NOT NULL,
	"server_id" text,
	"points" smallint NOT NULL,
	CONSTRAINT "regraded_regrade_id_post_id_member_id_pk" PRIMARY KEY("regrade_id","post_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "regrades" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "regrades_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ticket_id" bigint NOT NULL,
	"server_id" text,
	"exam" text NOT NULL,
	"question_id" text NOT NULL,
	"question_version" integer NOT NULL,
	"kind" text NOT NULL,
	"key" text[] NOT NULL,
	"state" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"asked_version" integer,
	"noted_post" bigint DEFAULT 0 NOT NULL,
	"lease_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tickets_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"exam" text NOT NULL,
	"question_id" text NOT NULL,
	"question_version" integer NOT NULL,
	"server_id" text,
	"status" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"posted_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"decided_by" text,
	"reason" text
);
--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "servers" ADD COLUMN "review_role" text;--> statement-breakpoint
CREATE INDEX "regraded_of_member" ON "regraded" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "regraded_by_server" ON "regraded" USING btree ("server_id") WHERE server_id is not null;--> statement-breakpoint
CREATE INDEX "regrades_of_ticket" ON "regrades" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "regrades_by_server" ON "regrades" USING btree ("server_id") WHERE server_id is not null;--> statement-breakpoint
CREATE INDEX "regrades_at_work" ON "regrades" USING btree ("id") WHERE state not in ('done', 'undone');--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_one" ON "tickets" USING btree ("exam","question_id","question_version");--> statement-breakpoint
CREATE INDEX "tickets_unposted" ON "tickets" USING btree ("opened_at") WHERE status = 'open' and posted_at is null and server_id is null;--> statement-breakpoint
CREATE INDEX "tickets_open" ON "tickets" USING btree ("opened_at") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "tickets_by_server" ON "tickets" USING btree ("server_id") WHERE server_id is not null;--> statement-breakpoint
CREATE INDEX "tickets_decided_by" ON "tickets" USING btree ("decided_by") WHERE decided_by is not null;--> statement-breakpoint
CREATE INDEX "reports_of_member" ON "reports" USING btree ("member_id","reported_at");--> statement-breakpoint
CREATE INDEX "reports_untold" ON "reports" USING btree ("reported_at") WHERE told_at is null;--> statement-breakpoint
CREATE INDEX "posts_by_question" ON "posts" USING btree ("question_id","exam");