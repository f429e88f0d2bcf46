CREATE TABLE "question_doubts" (
	"exam" text NOT NULL,
	"question_id" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "question_doubts_exam_question_id_pk" PRIMARY KEY("exam","question_id")
);
