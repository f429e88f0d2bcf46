-- A dry run of an import is kept for minutes, and in another form from now on: whoever presses one of before is told to
-- bring the file again.
DELETE FROM "question_imports";
