CREATE TABLE "card_decks" (
	"member_id" text NOT NULL,
	"exam" text NOT NULL,
	"deck" text NOT NULL,
	"day" text NOT NULL,
	"position" integer NOT NULL,
	"moved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "card_decks_member_id_exam_pk" PRIMARY KEY("member_id","exam")
);
--> statement-breakpoint
CREATE TABLE "lesson_progress" (
	"member_id" text NOT NULL,
	"exam" text NOT NULL,
	"lesson" text NOT NULL,
	"done_at" timestamp with time zone NOT NULL,
	CONSTRAINT "lesson_progress_member_id_exam_lesson_pk" PRIMARY KEY("member_id","exam","lesson")
);
