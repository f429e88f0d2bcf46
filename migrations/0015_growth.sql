CREATE TABLE "streak_places" (
	"member_id" text NOT NULL,
	"server_id" text NOT NULL,
	"exam" text NOT NULL,
	"current" integer NOT NULL,
	"last_date" date NOT NULL,
	CONSTRAINT "streak_places_member_id_server_id_exam_pk" PRIMARY KEY("member_id","server_id","exam")
);
--> statement-breakpoint
CREATE INDEX "streak_places_board" ON "streak_places" USING btree ("server_id","exam","current" DESC NULLS LAST,"member_id","last_date");