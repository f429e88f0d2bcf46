CREATE TABLE "suggestion_cards" (
	"pack_id" bigint NOT NULL,
	"question_id" text NOT NULL,
	"server_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"message_id" text,
	"shown" text,
	"made_at" timestamp with time zone NOT NULL,
	"lease_until" timestamp with time zone,
	"tries" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "suggestion_cards_pack_id_question_id_pk" PRIMARY KEY("pack_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "review_channels" (
	"server_id" text PRIMARY KEY NOT NULL,
	"channel_id" text NOT NULL,
	"set_by" text NOT NULL,
	"failure" text,
	"retry_at" timestamp with time zone,
	"told_at" timestamp with time zone
);
--> statement-breakpoint
DROP INDEX "tickets_unposted";--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "lease_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "card_channel" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "card_message" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "card_status" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "card_lease_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "card_tries" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "suggestion_cards_by_server" ON "suggestion_cards" USING btree ("server_id");--> statement-breakpoint
CREATE INDEX "review_channels_untold" ON "review_channels" USING btree ("server_id") WHERE failure is not null and told_at is null;--> statement-breakpoint
CREATE INDEX "reports_to_say" ON "reports" USING btree ("member_id") WHERE closed_at is not null and told_at is null;--> statement-breakpoint
CREATE INDEX "tickets_outdated" ON "tickets" USING btree ("id") WHERE card_message is not null and card_status <> status;