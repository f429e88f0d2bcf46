// What a program cannot know by itself about an exam's subject: content/<exam>/bank/rules.yaml and references.txt.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Fault } from '../fault.ts';
import { parseYaml, shape } from '../source.ts';

const text = z.string().min(1);
const pattern = z
  .string()
  .refine(isPattern, 'not a regular expression')
  .transform((source) => new RegExp(source));

export const rulesSchema = z.strictObject({
  /** Where references may lead: the provider's own pages. */
  hosts: z.array(z.string()).min(1),
  /** Every value of one fact, old and new, and words one of which shows that a text is about it. */
  volatile: z.array(
    z.strictObject({ fact: text, words: z.array(text).min(1), values: z.array(text).min(1) }),
  ),
  deprecated: z.array(z.strictObject({ name: text, pattern, instead: text })),
  /** What exists, as it follows a brand ("Amazon SQS" → SQS); the names in concepts.yaml count too. */
  brands: z.array(text),
  names: z.array(text),
  /** By product, the words that speak of it without naming it. */
  terms: z.record(text, z.array(text)),
  /** Prefixes of permissions (`s3:GetObject`) and of resource types (`AWS::S3::Bucket`). */
  permissionPrefixes: z.array(text),
  resourcePrefixes: z.array(text),
  /** Phrases of eight words or more that are nobody's own, such as question lines of the exam; F21 lets them pass. */
  commonPhrases: z.array(text).default([]),
  /** The services that the exam's guide lists, each with the words by which a text names it. */
  services: z.array(z.strictObject({ name: text, words: z.array(text).min(1) })).default([]),
  /** How many questions an edition needs of each skill, of those to be emphasized, and of each listed service. */
  coverage: z
    .strictObject({
      edition: text,
      leastPerSkill: z.int().positive(),
      emphasized: z.array(text),
      leastEmphasized: z.int().positive(),
      leastPerService: z.int().positive(),
      /** By edition: how many points the share of a domain may differ from its weight. */
      domainTolerance: z.record(text, z.number().positive()),
    })
    .optional(),
  /** Real companies and people that no scenario may name. */
  companies: z.array(text),
});

/** `references` are pages that somebody, or a list of pages, has seen; without fragments. */
export type BankRules = z.infer<typeof rulesSchema> & { references: ReadonlySet<string> };

/** The rules of the pack in `folder`; null, with faults, when the file is not as it should be. */
export async function readRules(folder: string, faults: Fault[]): Promise<BankRules | null> {
  const file = join(folder, 'bank/rules.yaml');
  const yaml = parseYaml({ file, text: await readFile(file, 'utf8') }, faults);
  const rules = yaml && shape(rulesSchema, yaml, faults);
  const list = await readFile(referencesFile(folder), 'utf8');
  return (
    rules && {
      ...rules.value,
      references: new Set(list.split('\n').filter((line) => line.startsWith('https:'))),
    }
  );
}

export function referencesFile(folder: string): string {
  return join(folder, 'bank/references.txt');
}

/** The page of an address: without the fragment. */
export function pageOf(address: string): string {
  return address.replace(/#.*$/, '');
}

function isPattern(source: string): boolean {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
