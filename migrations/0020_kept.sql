CREATE TABLE "kept_picks" (
	"exam" text NOT NULL,
	"question_id" text NOT NULL,
	"question_version" integer NOT NULL,
	"picks" text[] NOT NULL,
	"server_id" text,
	"times" integer NOT NULL,
	CONSTRAINT "kept_picks_once" UNIQUE NULLS NOT DISTINCT("exam","question_id","question_version","picks","server_id")
);
--> statement-breakpoint
CREATE TABLE "kept_places" (
	"member_id" text NOT NULL,
	"server_id" text NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	"channel_id" text,
	"channel_at" timestamp with time zone,
	CONSTRAINT "kept_places_member_id_server_id_pk" PRIMARY KEY("member_id","server_id")
);
--> statement-breakpoint
CREATE TABLE "prunings" (
	"name" text PRIMARY KEY NOT NULL,
	"before" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kept_scores" (
	"member_id" text NOT NULL,
	"server_id" text NOT NULL,
	"exam" text NOT NULL,
	"domain" text NOT NULL,
	"points" integer NOT NULL,
	"right" integer NOT NULL,
	"rated" integer NOT NULL,
	CONSTRAINT "kept_scores_member_id_server_id_exam_domain_pk" PRIMARY KEY("member_id","server_id","exam","domain")
);
--> statement-breakpoint
CREATE INDEX "kept_picks_by_server" ON "kept_picks" USING btree ("server_id") WHERE server_id is not null;--> statement-breakpoint
CREATE INDEX "kept_places_by_server" ON "kept_places" USING btree ("server_id");--> statement-breakpoint
CREATE INDEX "kept_scores_by_server" ON "kept_scores" USING btree ("server_id");