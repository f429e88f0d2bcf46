CREATE TABLE "question_drafts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "question_drafts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"server_id" text NOT NULL,
	"member_id" text NOT NULL,
	"pack_id" bigint,
	"pack_name" text NOT NULL,
	"question_id" text,
	"from_version" integer,
	"intent" text NOT NULL,
	"writing" jsonb NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "question_imports" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "question_imports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"server_id" text NOT NULL,
	"member_id" text NOT NULL,
	"pack_id" bigint,
	"pack_name" text NOT NULL,
	"kept" jsonb NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "question_drafts_one" ON "question_drafts" USING btree ("server_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "question_imports_one" ON "question_imports" USING btree ("server_id");