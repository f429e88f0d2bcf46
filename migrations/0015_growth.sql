CREATE TABLE "streak_places" (
	"member_id" text NOT NULL,
	"server_id" text NOT NULL,
	"exam" text NOT NULL,
	"current" integer NOT NULL,
	"last_date" date NOT NULL,
	CONSTRAINT "streak_places_member_id_server_id_exam_pk" PRIMARY KEY("member_id","server_id","exam")
);
--> statement-breakpoint
DROP INDEX "posts_open_in_channel";--> statement-breakpoint
CREATE INDEX "streak_places_board" ON "streak_places" USING btree ("server_id","exam","current" DESC NULLS LAST,"member_id","last_date");--> statement-breakpoint
CREATE INDEX "posts_history_daily" ON "posts" USING btree ("home_channel_id","closes_at") WHERE kind = 'daily' and status = 'closed';--> statement-breakpoint
CREATE INDEX "scores_accurate" ON "scores" USING btree ("server_id","exam","domain","window","starts_on",("right"::float8 / rated) desc nulls last,"points" DESC NULLS LAST,"rated","member_id") WHERE rated >= 10;--> statement-breakpoint
CREATE INDEX "posts_open_in_channel" ON "posts" USING btree ("channel_id","asked_by") WHERE status = 'open' and kind <> 'private';
--> statement-breakpoint
-- Everybody with a rated answer in a server stands on its board of streaks.
INSERT INTO "streak_places" ("member_id", "server_id", "exam", "current", "last_date")
SELECT b."member_id", b."server_id", b."exam", s."current", s."last_date"
FROM "scores" b JOIN "streaks" s ON s."member_id" = b."member_id"
WHERE b."domain" = 'all' AND b."window" = 'all';
