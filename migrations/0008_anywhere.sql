-- What takes time comes first: the locks on answers and posts, which nothing here reads through, are then held for moments.
CREATE UNIQUE INDEX "rounds_one_private_alone" ON "rounds" USING btree ("member_id") WHERE kind = 'private' and finished_at is null and server_id is null;--> statement-breakpoint
ALTER TABLE "rounds" ALTER COLUMN "server_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ALTER COLUMN "server_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "diagnoses" ALTER COLUMN "server_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "sittings" ALTER COLUMN "server_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "exam" text;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "edition" text;--> statement-breakpoint
ALTER TABLE "posts" ALTER COLUMN "server_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "answers" ALTER COLUMN "server_id" DROP NOT NULL;
