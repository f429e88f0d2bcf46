// A lesson as pages: its sections in their order, the figure after how it works, the five lines last. Pure.
import type { Lesson } from '#content/pack.ts';
import { figureLines } from './figure.rules.ts';

type Section = Lesson['sections'][number];
type Block = Section['blocks'][number];
type Figure = NonNullable<Lesson['figure']>;

type PageHeading = Section['heading'] | 'Figure' | 'In five lines';

/** `part` of `parts` where a section takes several pages; both 1 where it takes one. */
export type LessonPage = { heading: PageHeading; part: number; parts: number; text: string };

/** About two screens of a phone; a block is never cut, and the loader admits none that is longer than a message. */
const PAGE_CHARACTERS = 1900;

export function pagesOf(lesson: Lesson): LessonPage[] {
  const pages = lesson.sections.flatMap((section) => [
    ...splitSection(section),
    ...(section.heading === 'How it works' && lesson.figure ? [figurePage(lesson.figure)] : []),
  ]);
  const summary = lesson.fiveLines.map((line) => `- ${line}`).join('\n');
  return summary === '' ? pages : [...pages, whole('In five lines', summary)];
}

/** The page that a button names, or the nearest there is: a lesson may have been rewritten since. */
export function clampPage(page: number, pages: readonly LessonPage[]): number {
  return Math.max(0, Math.min(page, pages.length - 1));
}

/** "**Need** → Choose. Because": Discord has no tables. */
export function rowLine([need = '', choose = '', because]: readonly string[]): string {
  const bold = `**${need.replaceAll('**', '')}** → ${choose}`;
  if (because === undefined) return bold;
  return `${/[.!?]$/.test(bold) ? bold : `${bold}.`} ${because}`;
}

function figurePage(figure: Figure): LessonPage {
  return whole('Figure', figureLines(figure).join('\n'));
}

function whole(heading: PageHeading, text: string): LessonPage {
  return { heading, part: 1, parts: 1, text };
}

/** As few pages as its blocks fit on, about equally long; what introduces a list or a code block stays with it. */
function splitSection({ heading, blocks }: Section): LessonPage[] {
  const texts = joinLeads(blocks);
  const length = texts.reduce((sum, text) => sum + text.length + 2, 0);
  const aim = length / Math.ceil(length / PAGE_CHARACTERS);
  const pages: string[][] = [[]];
  for (const text of texts) {
    const page = pages.at(-1) ?? [];
    const before = page.join('\n\n').length;
    const isFull = before + text.length > PAGE_CHARACTERS || before + text.length / 2 > aim;
    if (page.length > 0 && isFull) pages.push([text]);
    else page.push(text);
  }
  return pages.map((page, index) => ({
    heading,
    part: index + 1,
    parts: pages.length,
    text: page.join('\n\n'),
  }));
}

/** A heading goes with the text below it, and a line that ends in a colon with what it announces. */
function joinLeads(blocks: readonly Block[]): string[] {
  const texts: string[] = [];
  let isLead = false;
  for (const block of blocks) {
    const text = textOf(block);
    const lead = texts.at(-1);
    if (isLead && lead !== undefined) {
      texts[texts.length - 1] = `${lead}${lead.startsWith('###') ? '\n' : '\n\n'}${text}`;
    } else texts.push(text);
    isLead = block.kind === 'heading' || (block.kind === 'paragraph' && block.text.endsWith(':'));
  }
  return texts;
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `### ${block.text}`;
    case 'list':
      return block.items.join('\n');
    case 'table':
      return block.rows.slice(1).map(rowLine).join('\n\n');
    case 'paragraph':
    case 'code':
      return block.text;
  }
}
