CREATE TABLE "absentees" (
	"server_id" text NOT NULL,
	"member_id" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "absentees_server_id_member_id_pk" PRIMARY KEY("server_id","member_id")
);
