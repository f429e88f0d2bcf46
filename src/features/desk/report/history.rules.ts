// How a question came to be what it is: its versions, when they were made and by whom, as far as anybody knows. Pure.
import type { AmendmentKind } from '#features/record/question/rules.ts';
import type { TicketStatus } from './ticket.rules.ts';

type Made = 'released' | 'written' | 'edited' | AmendmentKind;

export type VersionStep = {
  version: number;
  made: Made;
  at: Date;
  /** Null where nobody knows, or they were erased. */
  by: string | null;
  isUndone: boolean;
};

type Kept = { version: number; at: Date };
type Amended = { version: number; kind: AmendmentKind; at: Date; by: string | null; undoneAt: Date | null };
type Decided = {
  questionVersion: number;
  status: TicketStatus;
  decidedAt: Date | null;
  decidedBy: string | null;
};

/** Of an official question, the newest first: what was released, and what reviewers made of it. */
export function officialHistory(kept: readonly Kept[], amended: readonly Amended[]): VersionStep[] {
  const byVersion = new Map(amended.map((each) => [each.version, each]));
  return newestFirst(
    kept.map(({ version, at }) => {
      const by = byVersion.get(version);
      if (!by) return { version, made: 'released', at, by: null, isUndone: false };
      return { version, made: by.kind, at: by.at, by: by.by, isUndone: by.undoneAt !== null };
    }),
  );
}

/** Of a server's own: written by its author, then edited, or changed as a ticket to the version before was decided. */
export function ownHistory(
  kept: readonly Kept[],
  { author, decided }: { author: string | null; decided: readonly Decided[] },
): VersionStep[] {
  const decidedOn = new Map(decided.map((ticket) => [ticket.questionVersion, ticket]));
  const steps = kept.map(({ version, at }, index): VersionStep => {
    const known = { version, at, isUndone: false };
    if (index === 0) return { ...known, made: 'written', by: author };
    const ticket = decidedOn.get(version - 1);
    const made = ticket && madeBy(ticket.status);
    return made ? { ...known, made, by: ticket.decidedBy } : { ...known, made: 'edited', by: null };
  });
  const retired = decided.flatMap(({ questionVersion: version, status, decidedAt, decidedBy: by }) =>
    decidedAt && (status === 'retired' || status === 'either')
      ? [{ version, made: status, at: decidedAt, by, isUndone: false }]
      : [],
  );
  return newestFirst([...steps, ...retired]);
}

function madeBy(status: TicketStatus): Made | null {
  if (status === 'amended') return 'text';
  return status === 'rekeyed' ? 'key' : null;
}

function newestFirst(steps: readonly VersionStep[]): VersionStep[] {
  return steps.toSorted((a, b) => b.at.getTime() - a.at.getTime() || b.version - a.version);
}
