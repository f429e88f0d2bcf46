// A member's cards as notes for Anki: what stands on the front and the back, as HTML. Pure.
import { type Flashcard, keyOf, type Pack, type Question } from '#content/pack.ts';
import { LETTERS } from '#features/record/post/rules.ts';
import type { History } from '#features/standing/review/memory.rules.ts';
import { countLapses } from '#features/standing/review/rules.ts';

const DAY_MS = 86_400_000;

export const DECK_FORMATS = ['apkg', 'text'] as const;
export type DeckFormat = (typeof DECK_FORMATS)[number];

export function isDeckFormat(text: string): text is DeckFormat {
  return DECK_FORMATS.some((format) => format === text);
}

export type DeckCard = { schedule: DeckSchedule | null } & (
  | { kind: 'question'; question: Question }
  | { kind: 'flashcard'; flashcard: Flashcard }
);
/** In whole days from now. */
export type DeckSchedule = { dueInDays: number; interval: number; reviews: number; lapses: number };
export type DeckNote = {
  key: string;
  front: string;
  back: string;
  tags: string[];
  schedule: DeckSchedule | null;
};
/** The few words that stand on the back. */
export type Labels = { right: string; why: string; remember: string; read: string };

export function noteOf(pack: Pack, card: DeckCard, labels: Labels): DeckNote {
  const { schedule } = card;
  return card.kind === 'question'
    ? { ...questionNote(pack, card.question, labels), schedule }
    : { ...flashcardNote(pack, card.flashcard, labels), schedule };
}

/** Null for a card that was never graded: it is new to Anki too. */
export function scheduleOf(
  { history, dueAt }: { history: History; dueAt: Date },
  now: Date,
): DeckSchedule | null {
  const lastDay = history.days.at(-1);
  if (lastDay === undefined) return null;
  return {
    dueInDays: Math.ceil((dueAt.getTime() - now.getTime()) / DAY_MS),
    interval: Math.max(1, Math.round(dueAt.getTime() / DAY_MS) - lastDay),
    reviews: history.days.length,
    lapses: countLapses(history),
  };
}

type Sides = Omit<DeckNote, 'schedule'>;

/** Options in the order of the bank, which tells nothing of the key. */
function questionNote(pack: Pack, question: Question, labels: Labels): Sides {
  const lettered = question.options.map((option, index) => ({ ...option, letter: LETTERS[index] ?? '' }));
  const key = keyOf(question);
  const line = ({ letter, text }: { letter: string; text: string }) => `<b>${letter}.</b> ${htmlOf(text)}`;
  const right = lettered.filter(({ id }) => key.includes(id));
  return {
    key: `${pack.exam.id}/question/${question.id}`,
    front: `${htmlOf(question.stem)}<br><br>${lettered.map(line).join('<br>')}`,
    back: [
      `<b>${labels.right}:</b> ${right.map(line).join('<br>')}`,
      `<b>${labels.why}:</b> ${right.map(({ why }) => htmlOf(why)).join('<br>')}`,
      `<b>${labels.remember}:</b> ${htmlOf(question.takeaway)}`,
      `<b>${labels.read}:</b> ${linksOf(question.references)}`,
    ].join('<br><br>'),
    tags: tagsOf(pack, question),
  };
}

function flashcardNote(pack: Pack, flashcard: Flashcard, labels: Labels): Sides {
  return {
    key: `${pack.exam.id}/flashcard/${flashcard.id}`,
    front: htmlOf(flashcard.front),
    back: `${htmlOf(flashcard.back)}<br><br><b>${labels.read}:</b> ${linksOf(flashcard.references)}`,
    tags: tagsOf(pack, { ...flashcard, concepts: [flashcard.concept] }),
  };
}

/** Anki takes "::" for levels; no tag may have a blank. */
function tagsOf(pack: Pack, card: { lesson: string; concepts: readonly string[] }): string[] {
  return [`${pack.exam.id}::${card.lesson}`, ...card.concepts];
}

function linksOf(references: readonly string[]): string {
  return references.map((url) => `<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`).join('<br>');
}

const CODE = /^```\w*\n([\s\S]*?)\n```$|`([^`\n]+)`/gm;

/** Text of the bank: what stands between backticks is code, everything else is plain. */
function htmlOf(text: string): string {
  let html = '';
  let end = 0;
  for (const match of text.matchAll(CODE)) {
    const [whole, block, inline = ''] = match;
    html += plainHtml(text.slice(end, match.index));
    html += block === undefined ? `<code>${escapeHtml(inline)}</code>` : `<pre>${escapeHtml(block)}</pre>`;
    end = match.index + whole.length;
  }
  return html + plainHtml(text.slice(end));
}

function plainHtml(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
