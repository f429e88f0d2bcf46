// A diagnosis's screens: what it is, a question, the profile at its end.
import { button, buttons, card, divider, type Message, type Part, plain, select, text } from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import { selectCount } from '#content/pack.ts';
import { letterOf } from '#features/record/post/rules.ts';
import { optionChoices, optionLines } from '#features/record/post/view.ts';
import type { LessonQuiz } from '#features/standing/lesson-quiz.ts';
import { profileParts } from '#features/standing/progress/view.ts';
import type { Words } from '#words/words.ts';
import { codeOf, MINUTES } from './rules.ts';
import type { Asking, DiagnoseScreen, Done, Intro } from './screens.rules.ts';

export type ShownWith = { quiz: LessonQuiz | null; hasPlan: boolean; isOld?: boolean; isResumed?: boolean };

export function showDiagnose(words: Words, screen: Intro | DiagnoseScreen, shown: ShownWith): Message {
  switch (screen.kind) {
    case 'intro':
      return showIntro(words, screen);
    case 'question':
      return showQuestion(words, screen, shown);
    case 'done':
      return showDone(words, screen, shown);
    case 'gone':
      return card(null, [text(words.diagnose.gone)]);
    case 'no-questions':
      return card(null, [text(words.diagnose.noQuestions)]);
  }
}

function showIntro({ diagnose }: Words, { pack, edition, size }: Intro): Message {
  const { intro } = diagnose;
  return card(null, [
    text(`### ${diagnose.title(codeOf(pack, edition))}`, intro.what(size, MINUTES), intro.how),
    text(intro.goesOn, intro.practice),
    buttons(button(customId('diagnosebegin', 1), intro.begin, { style: 'success' })),
  ]);
}

/** As the exam shows one: no domain, no difficulty. */
function showQuestion(words: Words, asking: Asking, { isOld, isResumed }: ShownWith): Message {
  const { diagnose, post } = words;
  const { drawn, question, position, size } = asking;
  return card(null, [
    text(
      isResumed === true && `-# ${diagnose.resumed}`,
      `-# ${diagnose.position(position, size)}`,
      plain(question.stem),
    ),
    divider(),
    text(...optionLines(drawn.optionOrder, question)),
    text(`-# ${post.select[selectCount(question)]}`),
    answerControl(words, asking),
    isOld === true && text(`-# ${diagnose.old}`),
  ]);
}

function answerControl(words: Words, { diagnosis, drawn, position, question }: Asking): Part {
  const count = selectCount(question);
  const idOf = (...picked: string[]) => customId('diagnose', 1, diagnosis.id, position, ...picked);
  if (count === 1) {
    return buttons(...drawn.optionOrder.map((id) => button(idOf(id), letterOf(drawn.optionOrder, id))));
  }
  const choices = optionChoices(drawn.optionOrder, question);
  return select(idOf(), words.post.choose[count], { choices, pick: count });
}

function showDone(words: Words, { diagnosis, pack, progress }: Done, { quiz, hasPlan }: ShownWith): Message {
  const { diagnose } = words;
  const { figures } = progress;
  return card(0x3b82f6, [
    text(`### ${diagnose.title(codeOf(pack, diagnosis.edition))}`, diagnose.done(diagnosis.answered.length)),
    ...profileParts(words, { figures, isOwn: true }, { quiz }),
    hasPlan && text(`-# ${diagnose.plan}`),
  ]);
}
