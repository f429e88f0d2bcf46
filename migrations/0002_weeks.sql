CREATE TABLE "weekly_winners" (
	"server_id" text PRIMARY KEY NOT NULL,
	"channel_id" text NOT NULL,
	"told_in" date NOT NULL
);
--> statement-breakpoint
ALTER TABLE "servers" ADD COLUMN "week_start" smallint DEFAULT 1 NOT NULL;