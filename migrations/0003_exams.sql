CREATE TABLE "real_results" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "real_results_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"member_id" text NOT NULL,
	"exam" text NOT NULL,
	"edition" text NOT NULL,
	"sat_on" text NOT NULL,
	"is_passed" boolean NOT NULL,
	"score" smallint,
	"told_at" timestamp with time zone NOT NULL,
	"estimate" integer[]
);
--> statement-breakpoint
CREATE TABLE "sittings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sittings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"member_id" text NOT NULL,
	"server_id" text NOT NULL,
	"press_id" text NOT NULL,
	"exam" text NOT NULL,
	"edition" text NOT NULL,
	"kind" text NOT NULL,
	"domain" text,
	"extra_minutes" smallint NOT NULL,
	"question_ids" text[] NOT NULL,
	"question_versions" integer[] NOT NULL,
	"option_orders" text[] NOT NULL,
	"domains" text[] NOT NULL,
	"scored" boolean[] NOT NULL,
	"picks" text[] NOT NULL,
	"flags" boolean[] NOT NULL,
	"seconds" integer[] NOT NULL,
	"answered_after" integer[] NOT NULL,
	"position" smallint NOT NULL,
	"shown_at" timestamp with time zone,
	"started_at" timestamp with time zone NOT NULL,
	"deadline_at" timestamp with time zone NOT NULL,
	"outage_seconds" integer DEFAULT 0 NOT NULL,
	"submitted_at" timestamp with time zone,
	"is_time_up" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone,
	"right" smallint,
	"scored_right" smallint
);
--> statement-breakpoint
CREATE UNIQUE INDEX "real_results_once" ON "real_results" USING btree ("member_id","exam","edition","sat_on");--> statement-breakpoint
CREATE UNIQUE INDEX "sittings_one_running" ON "sittings" USING btree ("member_id") WHERE submitted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "sittings_one_per_press" ON "sittings" USING btree ("press_id");--> statement-breakpoint
CREATE INDEX "sittings_to_end" ON "sittings" USING btree ("deadline_at") WHERE submitted_at is null;--> statement-breakpoint
CREATE INDEX "sittings_to_record" ON "sittings" USING btree ("submitted_at") WHERE submitted_at is not null and recorded_at is null;--> statement-breakpoint
CREATE INDEX "sittings_of_member" ON "sittings" USING btree ("member_id","submitted_at");--> statement-breakpoint
CREATE INDEX "sittings_by_server" ON "sittings" USING btree ("server_id");