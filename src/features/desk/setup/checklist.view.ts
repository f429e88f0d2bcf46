// The set-up screen: a checklist, each line with its mark, its word, what is so now, and, while it is open, what does it.
import {
  beside,
  button,
  buttons,
  card,
  divider,
  MAX_TEXT,
  type Message,
  text,
  textLength,
} from '#bot/card.ts';
import type { Standing } from '#features/people/server/rules.ts';
import type { ChecklistLine, LoggedChange, Sentence, SetupSection } from '#features/people/server/section.ts';
import type { Words } from '#words/words.ts';
import { changeLine } from './changes.view.ts';
import { isLeft } from './checklist.rules.ts';
import type { EditionChoice } from './rules.ts';
import { controlId as id, LOG, NONE, PERMISSIONS } from './view.ts';

export type NamedLine = ChecklistLine & { name: string };

export type Checklist = {
  lines: readonly NamedLine[];
  notices: readonly Sentence[];
  /** The name of a line, or of the log; null when all are closed. */
  open: string | null;
  log: {
    changes: readonly LoggedChange[];
    sections: readonly Pick<SetupSection, 'logged'>[];
    editions: readonly EditionChoice[];
  };
};

/** Never colour or mark alone: the word stands beside it. */
const MARKS: Record<Standing, string> = { done: '✅', 'to-do': '⬜', broken: '⚠️', off: '➖' };

/**
 * Sentences of some languages are long, and all must fit one message: then closed lines say the most important alone,
 * and the oldest changes are left out.
 */
export function showChecklist(words: Words, shown: Checklist): Message {
  const whole = page(words, shown, { isBrief: false });
  return textLength(whole) <= MAX_TEXT ? whole : showBrief(words, shown);
}

function showBrief(words: Words, shown: Checklist): Message {
  const brief = page(words, shown, { isBrief: true });
  const { changes } = shown.log;
  if (textLength(brief) <= MAX_TEXT || changes.length <= 1) return brief;
  return showBrief(words, { ...shown, log: { ...shown.log, changes: changes.slice(0, -1) } });
}

function page(words: Words, shown: Checklist, { isBrief }: { isBrief: boolean }): Message {
  const { setup } = words;
  const { lines, notices, open } = shown;
  const isLogOpen = open === LOG;
  return card(null, [
    text(`### ${setup.title}`, ...notices.map((notice) => `➜ ${notice(words)}`), summary(words, lines)),
    ...lines.flatMap((line) => {
      const isOpen = line.name === open;
      const facts = line.facts(words).filter(Boolean);
      const details = isOpen ? (line.details?.(words) ?? []) : [];
      const said = isBrief && !isOpen ? facts.slice(0, 1) : [...facts, ...details];
      const head = beside(sideButton(words, line, open), titleOf(words, line), ...said);
      return [head, ...(isOpen ? line.controls(words) : [])];
    }),
    divider(),
    isLogOpen && text(...logLines(words, shown.log)),
    buttons(
      ...lines.flatMap((line) => line.always?.(words) ?? []),
      button(id('open', isLogOpen ? NONE : LOG), isLogOpen ? setup.closeLog : setup.openLog),
    ),
  ]);
}

function summary({ setup }: Words, lines: readonly NamedLine[]): string {
  // Nothing is to be done about permissions before there is a channel.
  const isCounted = ({ name, standing }: NamedLine) => name !== PERMISSIONS || standing === 'broken';
  const left = lines.filter((line) => isLeft(line) && isCounted(line)).length;
  return left === 0 ? setup.allDone : setup.left(left);
}

function titleOf(words: Words, { standing, title }: NamedLine): string {
  const { setup } = words;
  return setup.line({ mark: MARKS[standing], title: title(words), standing: setup.standing[standing] });
}

/** Permissions are Discord's to give: all that can be done here is to look again. */
function sideButton({ setup }: Words, { name, standing }: NamedLine, open: string | null) {
  if (name === PERMISSIONS) return button(id('check', open ?? NONE), setup.checkAgain);
  if (name === open) return button(id('open', NONE, name), setup.close);
  const style = isLeft({ standing }) ? ('primary' as const) : ('secondary' as const);
  return button(id('open', name), isLeft({ standing }) ? setup.setIt : setup.changeIt, { style });
}

function logLines(words: Words, { changes, sections, editions }: Checklist['log']): string[] {
  const { changes: title, noChanges } = words.setup;
  if (changes.length === 0) return [title, noChanges];
  return [title, ...changes.map((change) => changeLine(words, change, { sections, editions }))];
}
