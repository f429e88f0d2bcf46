CREATE TABLE "fleet_processes" (
	"id" text PRIMARY KEY NOT NULL,
	"shard_count" integer NOT NULL,
	"most" integer NOT NULL,
	"alive_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "login_turns" (
	"bucket" integer PRIMARY KEY NOT NULL,
	"free_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "request_turns" (
	"key" text PRIMARY KEY NOT NULL,
	"free_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shard_leases" (
	"shard_count" integer NOT NULL,
	"shard" integer NOT NULL,
	"holder" text,
	"held_until" timestamp with time zone,
	"session" jsonb,
	"about" jsonb,
	"roster" jsonb,
	CONSTRAINT "shard_leases_shard_count_shard_pk" PRIMARY KEY("shard_count","shard")
);
