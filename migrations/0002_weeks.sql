CREATE TABLE "weekly_winners" (
	"server_id" text PRIMARY KEY NOT NULL,
	"channel_id" text NOT NULL,
	"told_in" date NOT NULL
);
