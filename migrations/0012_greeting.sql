ALTER TABLE "servers" ADD COLUMN "is_zone_guessed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "servers" ADD COLUMN "greet_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "servers_to_greet" ON "servers" USING btree ("greet_at") WHERE greet_at is not null;