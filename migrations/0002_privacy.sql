CREATE TABLE "absences" (
	"member_id" text PRIMARY KEY NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"told_at" timestamp with time zone,
	"lease_until" timestamp with time zone
);
