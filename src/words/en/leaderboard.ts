// The leaderboard: its command, its title and lines, the caller's own place.
import { forms } from './forms.ts';

const { choice, list, plural } = forms;

export const leaderboard = {
  command: {
    leaderboard: { name: 'leaderboard', description: 'Who leads in this server, and where you stand' },
    domain: { name: 'domain', description: 'One domain of the exam (all by default)' },
    window: { name: 'window', description: 'Since when (this week by default)' },
    metric: { name: 'metric', description: 'What is compared (points by default)' },
  },
  windowChoice: { today: 'today', week: 'this week', month: 'this month', all: 'all time' },
  metricChoice: { points: 'points', accuracy: 'accuracy' },
  title: (metric: string) => `Leaderboard: ${metric}`,
  metrics: { points: 'points', accuracy: 'accuracy' },
  windows: { today: 'Today', week: 'This week', month: 'This month', all: 'All time' },
  allDomains: 'all domains',
  everyDomain: 'All domains',
  /** In the menu of what is compared. */
  by: (metric: string) => `Compared: ${metric}`,
  pages: {
    places: (from: number, to: number) => `Ranks ${from}–${to}`,
    mine: 'My place',
  },
  unchecked:
    'Discord did not say in time who is still in this server: somebody here may have left, and those below them stand higher than shown.',
  resets: (when: string) => `resets ${when}`,
  anonymous: 'Anonymous',
  you: '(you)',
  tied: 'tied',
  right: (right: number, rated: number) => `${right} of ${rated} right`,
  points: (points: number) => plural(points, { one: '# point', other: '# points' }),
  empty: {
    points: 'Nobody has a rated answer here yet. Be the first: ask the group a question with `/quiz`.',
    accuracy: (needed: number) =>
      `Nobody has ${needed} rated answers here yet, which this board needs. Ask the group a question with \`/quiz\`.`,
  },
  own: (name: string, place: string) => `${name}: ${place}`,
  ownName: 'You',
  rank: (rank: number, worth: string) => `rank **${rank}** with ${worth}.`,
  /** Where not everybody above could be looked up. */
  aboutRank: (rank: number, worth: string) =>
    `about rank **${rank}** with ${worth}; some of those above may have left.`,
  tooFew: (rated: number, needed: number) =>
    `${rated} of the ${needed} rated answers that a rank needs; \`/quiz\` brings the next.`,
  nothingYet: 'no rated answer in this window yet; answer a `/quiz` question to enter.',
  rules: {
    points:
      'Easy 1, medium 2, hard 3 points for a right rated answer; ties go by accuracy, then fewer answers.',
    accuracy: (needed: number) =>
      `Share of right answers among at least ${needed} rated ones; ties go by points.`,
  },
  privately: 'Only you see this, since you are not visible to others (`/settings visibility`).',
  winners: {
    option: { name: 'winners', description: 'Channel in which the winners of each week are told' },
    title: 'Winners of the week',
    next: 'The next week has begun: everybody starts at zero. `/leaderboard` shows where you stand.',
    on: (channel: string) => `Told in ${channel}, on the first morning of the next.`,
    off: 'Nobody is told who was best.',
    choose: 'Channel for the winners of the week',
    turnedOn: (channel: string) => `The winners of each week are told in ${channel}.`,
    turnedOff: 'The winners of the week are not told.',
    lacks: (channel: string, names: readonly string[]) =>
      `I cannot tell the winners in ${channel}: I lack ${list(names)} there.`,
    wrongChannel: (channel: string) =>
      `${channel} takes no messages of its own: please choose a text or announcement channel for the winners.`,
    setting: 'winners of the week',
  },
  unknownDomain: (typed: string, names: readonly string[]) =>
    `This server’s exam has no domain “${typed}”: please choose ${choice(names)}.`,
};
