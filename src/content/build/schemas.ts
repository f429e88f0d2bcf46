// JSON Schemas of the files that authors write, for their editors: made from the schemas that the loader checks with.
import { basename } from 'node:path';
import { z } from 'zod';
import { rulesSchema } from '../bank/rules.ts';
import { examDaySchema, nextExamSchema, resourceSchema } from '../extras.ts';
import { SCHEMAS } from '../folder.ts';
import { ownFileSchema } from '../own-file.ts';
import { planSchema } from '../plan.ts';
import {
  aliasSchema,
  conceptSchema,
  examSchema,
  flashcardSchema,
  lessonSchema,
  moduleSchema,
  questionSchema,
} from '../schema.ts';

/** Each whole file by the last word of its name: `1.1-lifecycle.questions.yaml` is among `questions`. */
const wholeFiles = {
  exam: examSchema,
  concepts: z.record(conceptSchema.shape.slug, conceptSchema.omit({ slug: true })),
  aliases: z.record(aliasSchema.shape.text, aliasSchema.shape.topics),
  module: moduleSchema,
  questions: z.array(questionSchema),
  flashcards: z.array(flashcardSchema),
  /** The front matter of a lesson: no editor applies it to a part of a file, other tools may. */
  lesson: lessonSchema,
  plan: planSchema,
  resources: z.array(resourceSchema),
  'exam-day': examDaySchema,
  next: z.array(nextExamSchema),
  rules: rulesSchema,
  /** What `/question import` reads and `export` writes. */
  'own-questions': ownFileSchema,
};

/** The schemas by the names of their files, as text. */
export function printSchemas(): Map<string, string> {
  return new Map(
    Object.entries(wholeFiles).map(([name, schema]) => {
      // As an author writes it, before defaults are filled in; editors know draft 7 best.
      const made = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
      return [`${name}.json`, `${JSON.stringify(made, null, 2)}\n`];
    }),
  );
}

/**
 * The text of a YAML file with a first line that tells editors its schema; the same when it has that already, or when
 * there is none for it. `path` is relative to the content directory, with `/`.
 */
export function nameSchema(text: string, path: string): string {
  const name = basename(path, '.yaml').split('.').at(-1) ?? '';
  if (!(name in wholeFiles)) return text;
  const up = '../'.repeat(path.split('/').length - 1);
  const line = `# yaml-language-server: $schema=${up}${SCHEMAS}/${name}.json\n`;
  return `${line}${text.replace(/^# yaml-language-server: .*\n/, '')}`;
}
