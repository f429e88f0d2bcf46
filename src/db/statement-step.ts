// How a statement is called where time is told: what it does to which table, and nothing of its values. Pure.
import { remember } from '#lib/remember.ts';
import type { Step } from '#lib/trace.ts';

/** Also inside of `with`; not the "update" of "for update" and "do update". */
const WRITES = /(?<!\b(?:for|key|do|on)\s+)\b(insert into|update|delete from)\s+("\w+"\.)?"?([a-z_]\w*)/i;
const READS = /\bfrom\s+("\w+"\.)?"?([a-z_]\w*)/i;

export const TRANSACTION: Step = {
  name: 'transaction',
  kind: 'client',
  facts: { 'db.system.name': 'postgresql' },
  isDetail: true,
};

/** Statements that are told apart: more than the bot has. */
const MAX_KNOWN = 1_000;

export const statementStep = remember(stepOf, MAX_KNOWN);

function stepOf(text: string): Step {
  const [, write, , written] = WRITES.exec(text) ?? [];
  const [, , read] = (write ? null : READS.exec(text)) ?? [];
  const operation = (write ?? 'select').split(' ')[0]?.toLowerCase() ?? '';
  const table = written ?? read ?? null;
  return {
    name: table ? `${operation} ${table}` : 'statement',
    kind: 'client',
    facts: {
      'db.system.name': 'postgresql',
      ...(table ? { 'db.operation.name': operation, 'db.collection.name': table } : {}),
    },
    isDetail: true,
  };
}
