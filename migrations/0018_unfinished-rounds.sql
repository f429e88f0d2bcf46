DROP INDEX "rounds_one_private";--> statement-breakpoint
CREATE UNIQUE INDEX "rounds_one_private" ON "rounds" USING btree ("member_id","server_id") WHERE kind = 'private' and finished_at is null;