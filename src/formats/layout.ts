// A question in a text format where some things have no place of their own: the general feedback holds the takeaway and,
// line by line, the references.
import type { Item } from './item.ts';

export function generalFeedback({ takeaway, references }: Pick<Item, 'takeaway' | 'references'>): string {
  return [takeaway, references.join('\n')].filter((part) => part !== '').join('\n\n');
}

const ADDRESS = /^https?:\/\/\S+$/;

/** The addresses at its end are references, whatever stands before them the takeaway. */
export function readGeneralFeedback(text: string): Pick<Item, 'takeaway' | 'references'> {
  const lines = text.trim().split('\n');
  const references: string[] = [];
  while (lines.length > 0 && (ADDRESS.test(lines.at(-1)?.trim() ?? '') || lines.at(-1)?.trim() === '')) {
    const line = lines.pop()?.trim();
    if (line) references.unshift(line);
  }
  return { takeaway: lines.join('\n').trim(), references };
}

const DIFFICULTY = /^(?:difficulty|level)[:=]\s*([123])$/i;

/** Tags that say how hard it is; others say nothing that we keep. */
export function difficultyOfTags(tags: readonly string[]): Item['difficulty'] {
  for (const tag of tags) {
    const [, level] = DIFFICULTY.exec(tag.trim()) ?? [];
    // safe: the pattern admits nothing else
    if (level !== undefined) return Number(level) as 1 | 2 | 3;
  }
  return null;
}

/** 1, 2 and 3 as learning object metadata call them. */
export const LEVELS = ['easy', 'medium', 'difficult'] as const;

const LETTERS = 'ABCDEFGHIJ';

export function letterOf(index: number): string {
  return LETTERS[index] ?? String(index + 1);
}

/**
 * Which options a key names: "B", "a, c", "1;3", "AC", or the text of an option. Null when it names one that is not
 * there.
 */
export function readKey(key: string, options: readonly string[]): Set<number> | null {
  const typed = key.trim();
  const whole = options.findIndex((option) => option.trim().toLowerCase() === typed.toLowerCase());
  if (whole >= 0) return new Set([whole]);
  const parts = /^[a-j]{2,}$/i.test(typed) ? [...typed] : typed.split(/[\s,;|&+/]+|\band\b/i);
  const named = parts.filter((part) => part !== '').map((part) => indexOf(part.replace(/[.)]$/, '')));
  if (named.length === 0 || named.some((index) => index === null || index >= options.length)) return null;
  return new Set(named.filter((index) => index !== null));
}

function indexOf(part: string): number | null {
  if (/^[1-9]$|^10$/.test(part)) return Number(part) - 1;
  const index = part.length === 1 ? LETTERS.indexOf(part.toUpperCase()) : -1;
  return index < 0 ? null : index;
}

/** What stands in no domain comes first: in formats with categories it is before the first of them. */
export function byDomain(items: readonly Item[]): [string | null, Item[]][] {
  const groups = [...Map.groupBy(items, ({ domain }) => domain)];
  return groups.toSorted(([a], [b]) => Number(a !== null) - Number(b !== null));
}

/** The categories of Moodle's path `$course$/top/Name`, where a slash in a name is written twice. */
export function stepsOf(path: string): string[] {
  const steps = path
    .replaceAll('//', '\ue000')
    .split('/')
    .map((step) => step.replaceAll('\ue000', '/').trim());
  return steps.filter((step) => step !== '' && !/^\$\w+\$$/.test(step) && step.toLowerCase() !== 'top');
}
