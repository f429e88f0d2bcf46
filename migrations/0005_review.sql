CREATE TABLE "review_cards" (
	"member_id" text NOT NULL,
	"exam" text NOT NULL,
	"kind" text NOT NULL,
	"card_id" text NOT NULL,
	"mark" text,
	"due_at" timestamp with time zone NOT NULL,
	"days" integer[] NOT NULL,
	"grades" smallint[] NOT NULL,
	"turn" integer NOT NULL,
	"introduced_on" date,
	"graded_on" date,
	"last_press" text,
	CONSTRAINT "review_cards_member_id_exam_kind_card_id_pk" PRIMARY KEY("member_id","exam","kind","card_id")
);
--> statement-breakpoint
CREATE TABLE "review_members" (
	"member_id" text PRIMARY KEY NOT NULL,
	"reviews" integer NOT NULL,
	"fit_at" integer NOT NULL,
	"weights" double precision[],
	"algorithm" text,
	"loss" double precision,
	"loss_before" double precision,
	"fitted_at" timestamp with time zone,
	"lease_until" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "review_cards_due" ON "review_cards" USING btree ("member_id","exam","due_at");--> statement-breakpoint
CREATE INDEX "review_members_to_fit" ON "review_members" USING btree ("member_id") WHERE reviews >= fit_at;