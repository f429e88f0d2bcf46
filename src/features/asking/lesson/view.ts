// The screens of /lesson: the modules, the lessons of one, a page of one.
import {
  button,
  buttons,
  card,
  linkButton,
  type Message,
  type Part,
  plain,
  select,
  shorten,
  text,
} from '#bot/card.ts';
import type { DeckDoor, LessonDoor, PracticeDoor } from '#features/asking/doors.ts';
import type { Words } from '#words/words.ts';
import { conceptMenu } from './concept.view.ts';
import { figureParts } from './figure.view.ts';
import { doneId, freshId, listId, menuId, pageId } from './ids.ts';
import type { LessonPage } from './rules.ts';
import type { LessonScreen } from './screen.ts';

/** Ways to what lies beside lessons; null where nobody offers it. `isOld`: the message will not live long. */
export type Look = { practice: PracticeDoor | null; deck: DeckDoor | null; isOld: boolean };

type Of<K extends LessonScreen['kind']> = Extract<LessonScreen, { kind: K }>;

/** Opens a lesson beside what is shown. */
export const lessonButton: LessonDoor = (label, { exam, id }) =>
  button(freshId({ exam, lesson: id, page: 0 }), label);

export function showLesson(words: Words, screen: LessonScreen, look: Look): Message {
  switch (screen.kind) {
    case 'modules':
      return showModules(words, screen, look);
    case 'module':
      return showModule(words, screen, look);
    case 'page':
      return showPage(words, screen, look);
    case 'no-lessons':
      return card(null, [text(words.lesson.none)]);
    case 'gone':
      return card(null, [text(words.lesson.gone)]);
    case 'unknown':
      return card(null, [text(words.lesson.unknown(plain(shorten(screen.typed, 80))))]);
  }
}

function showModules(words: Words, { pack, modules, next }: Of<'modules'>, look: Look): Message {
  const { lesson, common } = words;
  const lines = modules.map(({ module, lessons, done }) => {
    const mark = done === lessons ? '✓' : '○';
    return `${mark} ${common.module(module.id, module.title)} · ${lesson.progress(done, lessons)}`;
  });
  const choices = modules.map(({ module, lessons, done }) => ({
    value: module.id,
    label: common.module(module.id, module.title),
    description: lesson.progress(done, lessons),
  }));
  const exam = pack.exam.id;
  return card(null, [
    text(`### ${lesson.title}`, `-# ${pack.exam.name}`),
    text(...lines),
    select(menuId('modules', exam), lesson.chooseModule, { choices }),
    next &&
      buttons(
        button(pageId({ exam, lesson: next.id, page: 0 }, 'open'), lesson.goOn(next.id, next.title), {
          style: 'primary',
        }),
      ),
    ...oldParts(words, look, listId('fresh')),
  ]);
}

function showModule(words: Words, { pack, module, lessons }: Of<'module'>, look: Look): Message {
  const { isDone: done } = words.lesson;
  const lines = lessons.map(({ lesson, isDone }) =>
    isDone ? `✓ **${lesson.id}** ${lesson.title} · ${done}` : `○ **${lesson.id}** ${lesson.title}`,
  );
  const choices = lessons.map(({ lesson }) => ({
    value: lesson.id,
    label: `${lesson.id} ${lesson.title}`,
  }));
  return card(null, [
    text(`### ${words.common.module(module.id, module.title)}`),
    text(...lines),
    select(menuId('lessons', pack.exam.id), words.lesson.chooseLesson, { choices }),
    buttons(button(listId('here'), words.lesson.allModules)),
    ...oldParts(words, look, listId('fresh')),
  ]);
}

function showPage(words: Words, screen: Of<'page'>, look: Look): Message {
  const { lesson, pages, index, isDone } = screen;
  const page = pages[index];
  if (!page) return card(null, [text(words.lesson.gone)]);
  const isLast = index === pages.length - 1;
  const where = [words.lesson.page(index + 1, pages.length), isDone && `✓ ${words.lesson.isDone}`];
  const whole = screen.pack.lessons.get(lesson.id);
  const figure = page.heading === 'Figure' ? figureParts(whole?.figure, page) : null;
  const shown = card(null, [
    text(`-# **${lesson.id} ${lesson.title}** · ${where.filter(Boolean).join(' · ')}`),
    text(`### ${headingOf(words, page)}`),
    ...(figure?.parts ?? [text(page.text)]),
    ...(isLast ? resourceParts(words, screen) : []),
    conceptMenu(words.lesson.concepts, screen.concepts),
    navigation(words, screen),
    isLast && actionRow(words, screen, look),
    ...oldParts(words, look, freshId(placeOf(screen, index))),
  ]);
  return figure ? { ...shown, pictures: figure.pictures } : shown;
}

function headingOf({ lesson }: Words, { heading, part, parts }: LessonPage): string {
  const said = lesson.headings[heading];
  return parts === 1 ? said : lesson.part(said, part, parts);
}

function placeOf({ pack, lesson }: Of<'page'>, page: number) {
  return { exam: pack.exam.id, lesson: lesson.id, page };
}

function navigation({ lesson: words }: Words, screen: Of<'page'>): Part {
  const { index, pages } = screen;
  const last = pages.length - 1;
  const back = button(pageId(placeOf(screen, index - 1), 'back'), `◀ ${words.back}`, {
    disabled: index === 0,
  });
  const on = button(pageId(placeOf(screen, index + 1), 'on'), `${words.on} ▶`, { style: 'primary' });
  return buttons(
    back,
    index < last && on,
    index < last - 1 && button(pageId(placeOf(screen, last), 'end'), words.toEnd),
    button(listId('here'), words.allModules),
  );
}

/** What comes after reading: at the end, where the reader is by then. */
function actionRow({ lesson: words }: Words, screen: Of<'page'>, { practice, deck }: Look): Part {
  const { lesson, index, isDone, next, questions, cards } = screen;
  const topic = `lesson:${lesson.id}`;
  return buttons(
    practice !== null && questions > 0 && practice(words.quiz(5), { topic, count: 5 }),
    practice !== null && questions > 5 && practice(words.quiz(10), { topic, count: 10 }),
    deck !== null && cards > 0 && deck(words.cards(cards), topic),
    isDone
      ? button(doneId(placeOf(screen, index), false), words.undo)
      : button(doneId(placeOf(screen, index), true), `✓ ${words.done}`, { style: 'success' }),
    next !== null &&
      button(
        pageId({ ...placeOf(screen, 0), lesson: next.id }, 'next'),
        `${words.nextLesson(next.id, next.title)} ▶`,
        { style: isDone ? 'primary' : 'secondary' },
      ),
  );
}

/** Two rows of links at most. */
const MAX_RESOURCES = 10;

function resourceParts({ lesson: words }: Words, { resources }: Of<'page'>): (Part | false)[] {
  const links = resources
    .slice(0, MAX_RESOURCES)
    .map(({ title, kind, minutes, address }) =>
      linkButton(address, `🎧 ${words.resource(title, words.kinds[kind], minutes ?? null)}`),
    );
  if (links.length === 0) return [];
  return [
    text(`**${words.resources}**`),
    buttons(...links.slice(0, 5)),
    links.length > 5 && buttons(...links.slice(5)),
  ];
}

function oldParts({ common }: Words, { isOld }: Look, fresh: string): Part[] {
  return isOld ? [text(`-# ${common.old}`), buttons(button(fresh, common.fresh))] : [];
}
