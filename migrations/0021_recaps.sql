-- What is there counts as settled at once, without a word to each row; what comes from now on, also from a process of the
-- release before, does not.
ALTER TABLE "posts" ADD COLUMN "recap_settled" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "posts" ALTER COLUMN "recap_settled" SET DEFAULT false;--> statement-breakpoint
UPDATE "posts" SET "recap_settled" = false WHERE "id" IN (SELECT "post_id" FROM "daily_dates" WHERE "recap_at" IS NULL AND "post_id" IS NOT NULL);--> statement-breakpoint
CREATE INDEX "posts_to_recap" ON "posts" USING btree ("id") WHERE local_date is not null and status in ('closed', 'dropped') and not recap_settled;--> statement-breakpoint
CREATE INDEX "posts_failed_daily" ON "posts" USING btree ("home_channel_id") WHERE kind = 'daily' and failure is not null;
