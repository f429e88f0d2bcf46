CREATE TABLE "daily_dates" (
	"schedule_id" bigint NOT NULL,
	"local_date" date NOT NULL,
	"server_id" text NOT NULL,
	"outcome" text NOT NULL,
	"late_minutes" integer NOT NULL,
	"settled_at" timestamp with time zone NOT NULL,
	"post_id" bigint,
	"recap_begun_at" timestamp with time zone,
	"recap_lease_until" timestamp with time zone,
	"recap_at" timestamp with time zone,
	"recap_message_id" text,
	CONSTRAINT "daily_dates_schedule_id_local_date_pk" PRIMARY KEY("schedule_id","local_date")
);
--> statement-breakpoint
CREATE TABLE "daily_schedules" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "daily_schedules_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"server_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"time" text NOT NULL,
	"zone" text NOT NULL,
	"weekdays" smallint[] NOT NULL,
	"domains" text[] NOT NULL,
	"role_id" text,
	"wants_thread" boolean DEFAULT false NOT NULL,
	"close_after_minutes" integer,
	"status" text NOT NULL,
	"next_date" date NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"skip_date" date,
	"last_post_id" bigint,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"told_degraded_at" timestamp with time zone,
	"lease_until" timestamp with time zone,
	CONSTRAINT "daily_schedules_channel_id_unique" UNIQUE("channel_id")
);
--> statement-breakpoint
CREATE TABLE "scores" (
	"server_id" text NOT NULL,
	"exam" text NOT NULL,
	"domain" text NOT NULL,
	"window" text NOT NULL,
	"starts_on" date NOT NULL,
	"member_id" text NOT NULL,
	"points" integer NOT NULL,
	"right" integer NOT NULL,
	"rated" integer NOT NULL,
	CONSTRAINT "scores_server_id_exam_domain_window_starts_on_member_id_pk" PRIMARY KEY("server_id","exam","domain","window","starts_on","member_id")
);
--> statement-breakpoint
CREATE TABLE "stale_boards" (
	"server_id" text PRIMARY KEY NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"lease_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" text PRIMARY KEY NOT NULL,
	"zone" text,
	"zone_changed_at" timestamp with time zone,
	"day_start" smallint DEFAULT 0 NOT NULL,
	"visibility" text DEFAULT 'visible' NOT NULL,
	"reminders" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pauses" (
	"member_id" text NOT NULL,
	"from_date" date NOT NULL,
	"to_date" date NOT NULL,
	CONSTRAINT "pauses_member_id_from_date_pk" PRIMARY KEY("member_id","from_date")
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"post_id" bigint NOT NULL,
	"member_id" text NOT NULL,
	"server_id" text NOT NULL,
	"exam" text NOT NULL,
	"domain" text NOT NULL,
	"question_id" text NOT NULL,
	"question_version" integer NOT NULL,
	"difficulty" smallint NOT NULL,
	"picks" text[] NOT NULL,
	"press_id" text NOT NULL,
	"is_correct" boolean NOT NULL,
	"is_rated" boolean NOT NULL,
	"rated_round" smallint NOT NULL,
	"points" smallint NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	"local_date" date NOT NULL,
	CONSTRAINT "answers_post_id_member_id_pk" PRIMARY KEY("post_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "cooldowns" (
	"member_id" text PRIMARY KEY NOT NULL,
	"until_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "posts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"server_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"home_channel_id" text NOT NULL,
	"message_id" text,
	"asked_by" text,
	"exam" text NOT NULL,
	"edition" text NOT NULL,
	"question_id" text NOT NULL,
	"question_version" integer NOT NULL,
	"option_order" text[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone,
	"round_id" bigint,
	"position" smallint,
	"local_date" date,
	"is_late" boolean DEFAULT false NOT NULL,
	"ping_role" text,
	"wants_thread" boolean DEFAULT false NOT NULL,
	"lease_until" timestamp with time zone,
	"retry_at" timestamp with time zone,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"failure" text,
	"send_before" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rounds_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"server_id" text NOT NULL,
	"member_id" text NOT NULL,
	"exam" text NOT NULL,
	"edition" text NOT NULL,
	"topic" text,
	"question_ids" text[] NOT NULL,
	"open_minutes" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"exam" text NOT NULL,
	"question_id" text NOT NULL,
	"question_version" integer NOT NULL,
	"member_id" text NOT NULL,
	"server_id" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reports_exam_question_id_question_version_member_id_pk" PRIMARY KEY("exam","question_id","question_version","member_id")
);
--> statement-breakpoint
CREATE TABLE "server_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "server_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"server_id" text NOT NULL,
	"member_id" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"setting" text NOT NULL,
	"before" text,
	"after" text
);
--> statement-breakpoint
CREATE TABLE "servers" (
	"id" text PRIMARY KEY NOT NULL,
	"exam" text NOT NULL,
	"edition" text NOT NULL,
	"zone" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"told_retired" text,
	"left_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "heartbeats" (
	"name" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outages" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"from_at" timestamp with time zone NOT NULL,
	"to_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "streak_days" (
	"member_id" text NOT NULL,
	"local_date" date NOT NULL,
	CONSTRAINT "streak_days_member_id_local_date_pk" PRIMARY KEY("member_id","local_date")
);
--> statement-breakpoint
CREATE TABLE "streaks" (
	"member_id" text PRIMARY KEY NOT NULL,
	"current" integer NOT NULL,
	"longest" integer NOT NULL,
	"last_date" date NOT NULL,
	"freezes" smallint NOT NULL,
	"progress" smallint NOT NULL,
	"remind_at" timestamp with time zone,
	"lease_until" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "daily_dates_by_server" ON "daily_dates" USING btree ("server_id");--> statement-breakpoint
CREATE INDEX "daily_dates_to_recap" ON "daily_dates" USING btree ("post_id") WHERE recap_at is null and post_id is not null;--> statement-breakpoint
CREATE INDEX "daily_schedules_due" ON "daily_schedules" USING btree ("next_at") WHERE status = 'active';--> statement-breakpoint
CREATE INDEX "daily_schedules_by_server" ON "daily_schedules" USING btree ("server_id");--> statement-breakpoint
CREATE INDEX "scores_board" ON "scores" USING btree ("server_id","exam","domain","window","starts_on","points" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "answers_rated_once" ON "answers" USING btree ("member_id","exam","question_id","rated_round") WHERE is_rated;--> statement-breakpoint
CREATE INDEX "answers_by_member" ON "answers" USING btree ("member_id","exam","question_id","answered_at");--> statement-breakpoint
CREATE INDEX "answers_by_server" ON "answers" USING btree ("server_id","answered_at");--> statement-breakpoint
CREATE UNIQUE INDEX "posts_round_position" ON "posts" USING btree ("round_id","position");--> statement-breakpoint
CREATE INDEX "posts_channel_questions" ON "posts" USING btree ("home_channel_id","question_id","created_at");--> statement-breakpoint
CREATE INDEX "posts_to_send" ON "posts" USING btree ("created_at") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "posts_to_close" ON "posts" USING btree ("closes_at") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "posts_history" ON "posts" USING btree ("home_channel_id","closes_at") WHERE status = 'closed';--> statement-breakpoint
CREATE INDEX "posts_by_server" ON "posts" USING btree ("server_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rounds_one_private" ON "rounds" USING btree ("server_id","member_id") WHERE kind = 'private' and finished_at is null;--> statement-breakpoint
CREATE INDEX "rounds_by_server" ON "rounds" USING btree ("server_id");--> statement-breakpoint
CREATE INDEX "reports_by_server" ON "reports" USING btree ("server_id");--> statement-breakpoint
CREATE INDEX "server_changes_newest" ON "server_changes" USING btree ("server_id","changed_at");--> statement-breakpoint
CREATE INDEX "outages_newest" ON "outages" USING btree ("to_at");--> statement-breakpoint
CREATE INDEX "streaks_to_remind" ON "streaks" USING btree ("remind_at") WHERE remind_at is not null;