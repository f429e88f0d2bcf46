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
CREATE TABLE "amendments" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "amendments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"exam" text NOT NULL,
	"question_id" text NOT NULL,
	"base_version" integer NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"made_by" text,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "own_packs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "own_packs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"server_id" text NOT NULL,
	"name" text NOT NULL,
	"domains" jsonb NOT NULL,
	"sitting" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text
);
--> statement-breakpoint
CREATE TABLE "own_questions" (
	"pack_id" bigint NOT NULL,
	"id" text NOT NULL,
	"server_id" text NOT NULL,
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"domain" text NOT NULL,
	"difficulty" smallint NOT NULL,
	"title" text NOT NULL,
	"source" text,
	"author_id" text,
	"changed_at" timestamp with time zone NOT NULL,
	"is_told" boolean DEFAULT false NOT NULL,
	CONSTRAINT "own_questions_pack_id_id_pk" PRIMARY KEY("pack_id","id")
);
--> statement-breakpoint
ALTER TABLE "question_versions" ADD COLUMN "server_id" text;--> statement-breakpoint
CREATE UNIQUE INDEX "question_drafts_one" ON "question_drafts" USING btree ("server_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "question_imports_one" ON "question_imports" USING btree ("server_id");--> statement-breakpoint
CREATE UNIQUE INDEX "amendments_version" ON "amendments" USING btree ("exam","question_id","version");--> statement-breakpoint
CREATE INDEX "amendments_made_by" ON "amendments" USING btree ("made_by") WHERE made_by is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "own_packs_name" ON "own_packs" USING btree ("server_id",lower("name"));--> statement-breakpoint
CREATE INDEX "own_packs_created_by" ON "own_packs" USING btree ("created_by") WHERE created_by is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "own_questions_source" ON "own_questions" USING btree ("pack_id","source");--> statement-breakpoint
CREATE INDEX "own_questions_by_server" ON "own_questions" USING btree ("server_id");--> statement-breakpoint
CREATE INDEX "own_questions_author" ON "own_questions" USING btree ("author_id") WHERE author_id is not null;--> statement-breakpoint
CREATE INDEX "own_questions_suggested" ON "own_questions" USING btree ("server_id","changed_at") WHERE status = 'suggested';--> statement-breakpoint
CREATE INDEX "question_versions_by_server" ON "question_versions" USING btree ("server_id") WHERE server_id is not null;