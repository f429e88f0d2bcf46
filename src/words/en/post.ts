// A posted question: open, closed, revealed.
import { forms } from './forms.ts';

const { list, percent, plural } = forms;

export const post = {
  select: { 1: 'Select ONE', 2: 'Select TWO', 3: 'Select THREE' },
  difficulty: { 1: 'easy', 2: 'medium', 3: 'hard' },
  /** What a right rated answer is worth: "medium (2 points)". */
  worth: (difficulty: string, points: number) =>
    `${difficulty} (${plural(points, { one: '# point', other: '# points' })})`,
  domain: (id: string, name: string) => `Domain ${id}: ${name}`,
  source: {
    round: (position: number, size: number) => `Question ${position} of ${size}`,
    privateRound: (position: number, size: number) => `Question ${position} of ${size}, only for you`,
    private: 'Only for you',
    daily: 'Question of the day',
    dailyLate: 'Question of the day (posted late)',
    test: 'Test post, no points',
  },
  closed: 'closed',
  closes: (when: string) => `closes ${when}`,
  answered: (count: number) =>
    count === 0 ? 'nobody has answered yet' : plural(count, { one: '# answered', other: '# answered' }),
  closeNow: 'Close now',
  endRound: 'End round',
  /** Of a topic with fewer questions than were asked for. */
  fewer: (count: number) =>
    plural(count, {
      one: 'There is only # question on this.',
      other: 'There are only # questions on this: they all come.',
    }),
  choose: { 1: 'Choose ONE option', 2: 'Choose TWO options', 3: 'Choose THREE options' },
  right: 'right',
  wrong: 'wrong',
  chosenBy: (count: number, all: number, share: number) => `${count} of ${all} (${percent(share)})`,
  remember: '**Remember:**',
  nobody: 'Nobody answered this one.',
  result: (right: number, all: number, share: number) =>
    plural(all, {
      one: `**${right} of #** answer was right (${percent(share)}).`,
      other: `**${right} of #** answers were right (${percent(share)}).`,
    }),
  rightMembers: (names: readonly string[]) => `Right: ${list(names)}`,
  /** The end of a list of members that is too long to be shown. */
  more: (count: number) => plural(count, { one: '# more', other: '# more' }),
  reasoning: 'Reasoning for every option',
  /** "B", or "A and D". */
  letters: (letters: readonly string[]) => list(letters),
  thread: {
    daily: (date: string) => `Question of the day ${date}`,
    question: 'Question',
  },
};
