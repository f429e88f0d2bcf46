// An exam's screens while it is running: a question as the real one shows it, the overview, the last word before the end.
import {
  button,
  buttons,
  card,
  divider,
  type Message,
  type Part,
  plain,
  select,
  text,
  timestamp,
} from '#bot/card.ts';
import { findEdition, type Pack, type Question, selectCount } from '#content/pack.ts';
import { letterOf } from '#features/record/post/rules.ts';
import { joined, optionChoices, optionLines } from '#features/record/post/view.ts';
import type { Words } from '#words/words.ts';
import { examId } from './ids.ts';
import { type Filter, isOpen, type Mark, marksBy } from './rules.ts';
import type { Sitting } from './sitting.ts';

export type ShownQuestion = { sitting: Sitting; mark: Mark; pack: Pack; question: Question; isOld: boolean };

/** "Full exam, DVA-C03", with its domain where it has one. */
export function examTitle(
  words: Words,
  pack: Pack,
  { edition, kind, domain }: Pick<Sitting, 'edition' | 'kind' | 'domain'>,
): string {
  const found = findEdition(pack.exam, edition);
  const code = found?.code ?? edition;
  const name = found?.domains.find(({ id }) => id === domain)?.name;
  const size = words.exam.sizes[kind];
  if (domain === null || name === undefined) return words.exam.title(size, code);
  return words.exam.titleOf(size, code, words.post.domain(domain, name));
}

/** No domain and no difficulty: the real exam tells neither. */
export function showQuestion(words: Words, shown: ShownQuestion): Message {
  const { sitting, mark, question, isOld } = shown;
  const { exam } = words;
  const heading = joined(
    exam.position(mark.position, sitting.marks.length),
    mark.isFlagged && `⚑ ${exam.flagged}`,
    exam.ends(timestamp(sitting.deadlineAt)),
    awayLine(words, sitting),
  );
  return card(null, [
    text(`-# ${heading}`, plain(question.stem)),
    divider(),
    text(...optionLines(mark.optionOrder, question)),
    text(`-# ${joined(words.post.select[selectCount(question)], answerLine(words, mark))}`),
    answerControl(words, shown),
    navigation(words, sitting, mark),
    ...(isOld ? oldMessage(words, sitting) : []),
  ]);
}

function answerLine({ exam }: Words, mark: Mark): string {
  if (isOpen(mark)) return exam.unanswered;
  return exam.yourAnswer(mark.picks.map((id) => letterOf(mark.optionOrder, id)).toSorted());
}

function answerControl(words: Words, { sitting, mark, question }: ShownQuestion): Part {
  const count = selectCount(question);
  if (count === 1) {
    const row = mark.optionOrder.map((id) =>
      button(examId(sitting.id, 'pick', mark.position, id), letterOf(mark.optionOrder, id), {
        style: mark.picks.includes(id) ? 'primary' : 'secondary',
      }),
    );
    return buttons(...row);
  }
  const choices = optionChoices(mark.optionOrder, question, mark.picks);
  return select(examId(sitting.id, 'picks', mark.position), words.post.choose[count], {
    choices,
    pick: count,
  });
}

function navigation({ exam }: Words, { id, marks }: Sitting, { position, isFlagged }: Mark): Part {
  return buttons(
    button(examId(id, 'go', position - 1, 'back'), `◀ ${exam.previous}`, { disabled: position === 1 }),
    button(examId(id, 'flag', position, isFlagged ? 0 : 1), isFlagged ? exam.unflag : `⚑ ${exam.flag}`),
    button(examId(id, 'grid', 'all', 0), exam.overview),
    // After the last question comes the overview: there is nothing else to go on to.
    position < marks.length &&
      button(examId(id, 'go', position + 1, 'on'), `${exam.next} ▶`, { style: 'primary' }),
  );
}

function oldMessage({ common }: Words, { id }: Sitting): Part[] {
  return [text(`-# ${common.old}`), buttons(button(examId(id, 'fresh'), common.fresh))];
}

/** Where the deadline was moved: by how much, in whole minutes. */
function awayLine({ exam }: Words, { outageSeconds }: Sitting): string | false {
  return outageSeconds > 0 && exam.away(Math.max(1, Math.round(outageSeconds / 60)));
}

/** Discord's menus offer so many at once. */
const PER_PAGE = 25;
/** Six cells of five characters are as wide as a phone's code block. */
const PER_ROW = 6;

export type Grid = { sitting: Sitting; filter: Filter; page: number; isOld: boolean };

export function showOverview(words: Words, { sitting, filter, page, isOld }: Grid): Message {
  const { grid } = words.exam;
  const { id, marks, position } = sitting;
  const answered = marks.filter((mark) => !isOpen(mark)).length;
  const flagged = marksBy(marks, 'flagged').length;
  const chosen = marksBy(marks, filter);
  return card(null, [
    text(`### ${grid.title(answered, marks.length)}`),
    text(
      `-# ${joined(grid.counts(marks.length - answered, flagged), words.exam.ends(timestamp(sitting.deadlineAt)), awayLine(words, sitting))}`,
    ),
    chosen.length === 0 ? text(grid.none[filter]) : text(gridText(chosen), `-# ${grid.legend}`),
    chosen.length > 0 && jumpMenu(words, { sitting, filter, page, chosen }),
    buttons(
      ...(['all', 'open', 'flagged'] as const).map((each) =>
        // Where one is cannot be pressed: a colour alone would not tell everybody.
        button(examId(id, 'grid', each, 0), grid.filters[each], { disabled: each === filter }),
      ),
    ),
    chosen.length > PER_PAGE && pageButtons({ sitting, filter, page, chosen }),
    buttons(
      button(examId(id, 'go', position, 'here'), grid.back(position)),
      button(examId(id, 'ask'), grid.submit, { style: 'success' }),
    ),
    ...(isOld ? oldMessage(words, sitting) : []),
  ]);
}

function gridText(marks: readonly Mark[]): string {
  const cells = marks.map((mark) => {
    const flag = mark.isFlagged ? '*' : ' ';
    return `${String(mark.position).padStart(2, ' ')}${isOpen(mark) ? '□' : '■'}${flag}`;
  });
  const rows = cells.flatMap((_, index) =>
    index % PER_ROW === 0 ? [cells.slice(index, index + PER_ROW).join(' ')] : [],
  );
  return ['```', ...rows, '```'].join('\n');
}

type Chosen = { sitting: Sitting; filter: Filter; page: number; chosen: readonly Mark[] };

function onPage({ chosen, page }: Chosen): readonly Mark[] {
  const last = Math.max(0, Math.ceil(chosen.length / PER_PAGE) - 1);
  const first = Math.min(page, last) * PER_PAGE;
  return chosen.slice(first, first + PER_PAGE);
}

function jumpMenu(words: Words, of: Chosen): Part {
  const { exam } = words;
  const choices = onPage(of).map((mark) => ({
    value: String(mark.position),
    label: joined(
      exam.position(mark.position, of.sitting.marks.length),
      exam.grid.state[isOpen(mark) ? 'open' : 'answered'],
      mark.isFlagged && exam.flagged,
    ),
  }));
  return select(examId(of.sitting.id, 'jump', of.filter, of.page), exam.grid.jump, { choices });
}

function pageButtons({ sitting, filter, page, chosen }: Chosen): Part {
  const pages = Math.ceil(chosen.length / PER_PAGE);
  const row = Array.from({ length: pages }, (_, index) => {
    const of = chosen.slice(index * PER_PAGE, (index + 1) * PER_PAGE);
    const label = `${of[0]?.position}–${of.at(-1)?.position}`;
    return button(examId(sitting.id, 'grid', filter, index, 'page'), label, { disabled: index === page });
  });
  return buttons(...row);
}

export function showConfirm({ exam: { confirm } }: Words, { id, marks, position }: Sitting): Message {
  return card(null, [
    text(`### ${confirm.title}`, confirm.open(marks.filter(isOpen).length), confirm.final),
    buttons(
      button(examId(id, 'submit'), confirm.yes, { style: 'danger' }),
      button(examId(id, 'go', position, 'no'), confirm.no),
    ),
  ]);
}
