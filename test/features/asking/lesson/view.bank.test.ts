// What the screens of lessons and concepts say, and where they lead.
import { beforeAll, describe, expect, it } from 'vitest';
import { lessonsFor } from '#content/guide.ts';
import type { Pack } from '#content/pack.ts';
import { deckButton } from '#features/asking/flashcards/view.ts';
import { showConcept } from '#features/asking/lesson/concept.view.ts';
import { showLesson } from '#features/asking/lesson/view.ts';
import { practiceButton } from '#features/asking/quiz/private.view.ts';
import { wordsOf } from '#words/words.ts';
import { loadBank } from '../../../support/bank.ts';
import { conceptScreenOf, expectTaken, pageOf } from '../../../support/learning.ts';
import { pseudoWords } from '../../../support/pseudo.ts';
import { read } from '../../../support/shown.ts';

const en = wordsOf('en');
const languages = [en, wordsOf('de'), pseudoWords(en)];
const look = { practice: practiceButton, deck: deckButton, isOld: false };
const alone = { practice: null, deck: null, isOld: false };

let packs: Pack[];
beforeAll(async () => {
  packs = [...(await loadBank()).values()];
});

describe('a page of a lesson', () => {
  it('says where one is, and leads back, on and to the end', () => {
    const screen = pageOf(packs[0]!, 'c02', '1.1');
    const first = read(showLesson(en, screen, look));
    expect(first).toContain(`page 1 of ${screen.pages.length}`);
    expect(first).toContain('### The problem');
    expect(first).toContain('To the end');
    expect(first).not.toContain('Mini-quiz');
  });

  it('ends with what there is to hear, the quiz of 5 and 10, the flashcards, done and the next lesson', () => {
    const screen = pageOf(packs[0]!, 'c02', '1.1');
    const last = read(showLesson(en, { ...screen, index: screen.pages.length - 1 }, look));
    expect(screen.resources.length).toBeGreaterThan(0);
    for (const said of ['For the ears', 'Mini-quiz: 5', 'Mini-quiz: 10', '23 flashcards', '✓ Done', '1.2 '])
      expect(last).toContain(said);
    expect(last).not.toContain('Next page');
  });

  it('of a lesson with few questions offers the short quiz alone, and none without questions', () => {
    const screen = pageOf(packs[0]!, 'c02', '1.1');
    const end = { ...screen, index: screen.pages.length - 1 };
    expect(read(showLesson(en, { ...end, questions: 5 }, look))).not.toContain('Mini-quiz: 10');
    expect(read(showLesson(en, { ...end, questions: 0 }, look))).not.toContain('Mini-quiz');
  });

  it('leads nowhere that nobody offers', () => {
    const screen = pageOf(packs[0]!, 'c02', '1.1');
    const last = read(showLesson(en, { ...screen, index: screen.pages.length - 1 }, alone));
    expect(last).not.toContain('Mini-quiz');
    expect(last).not.toContain('flashcards');
    expect(last).toContain('✓ Done');
  });

  it('of a lesson that is done takes it back by the same button', () => {
    const screen = pageOf(packs[0]!, 'c02', '1.1');
    const done = { ...screen, index: screen.pages.length - 1, isDone: true };
    expect(read(showLesson(en, done, look))).toContain('Not done after all');
    expect(read(showLesson(en, done, look))).toContain('✓ done');
  });

  it('on an old message offers a fresh one', () => {
    const screen = pageOf(packs[0]!, 'c02', '1.1');
    expect(read(showLesson(en, screen, look))).not.toContain('Go on in a new message');
    expect(read(showLesson(en, screen, { ...look, isOld: true }))).toContain('Go on in a new message');
  });
});

describe('the lists of lessons', () => {
  it('show what is done, and the lesson to go on with', () => {
    const pack = packs[0]!;
    const lessons = lessonsFor(pack, 'c02');
    const modules = [...Map.groupBy(lessons, ({ module }) => module)].map(([module, its], index) => ({
      module,
      lessons: its.length,
      done: index === 0 ? its.length : 1,
    }));
    for (const words of languages)
      expectTaken(
        showLesson(words, { kind: 'modules', pack, modules, next: lessons[5] ?? null }, look),
        'modules',
      );
    const shown = read(showLesson(en, { kind: 'modules', pack, modules, next: lessons[5] ?? null }, look));
    expect(shown).toContain(`✓ Module 1 – ${pack.modules[0]?.title} · 4 of 4 done`);
    expect(shown).toContain(`Go on with ${lessons[5]?.id}`);
  });

  it('of a module are taken by Discord', () => {
    const pack = packs[0]!;
    for (const module of pack.modules) {
      const lessons = lessonsFor(pack, 'c02')
        .filter((each) => each.module.id === module.id)
        .map((lesson) => ({ lesson, isDone: true }));
      for (const words of languages)
        expectTaken(showLesson(words, { kind: 'module', pack, module, lessons }, look), module.id);
    }
  });
});

describe('the card of a concept', () => {
  it('says what it is, where it is taught, how often it is asked, and how many questions there are', () => {
    const pack = packs[0]!;
    const screen = conceptScreenOf(pack, 'sqs-visibility-timeout');
    const shown = read(showConcept(en, screen, look));
    for (const said of [
      `Taught in **${screen.lesson?.id} `,
      'Asked **now and then** in the exam',
      `**${screen.questions}** questions for DVA-C03`,
      'Ask me one',
      'Documentation',
      'More from the same lesson',
    ])
      expect(shown).toContain(said);
    expect(read(showConcept(en, { ...screen, questions: 0 }, look))).not.toContain('Ask me one');
  });
});
