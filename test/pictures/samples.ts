// One picture of each kind, as full as it gets: drawn by the tests and by the benchmark.
import { drawExamResult } from '#pictures/exam-result.ts';
import { drawFigure } from '#pictures/figure.ts';
import { drawLeaderboard, type LeaderboardFigures } from '#pictures/leaderboard.ts';
import type { Picture } from '#pictures/picture.ts';
import { drawProgress } from '#pictures/progress.ts';
import { type CalendarDay, calendarMarks, drawStreakCalendar } from '#pictures/streak-calendar.ts';
import { wordsOf } from '#words/words.ts';

const words = wordsOf('en');

/** Names as people give them to themselves. */
export const names = {
  kana: 'さくら',
  han: '王小明',
  hangul: '김철수',
  polish: 'Łukasz',
  cyrillic: 'Владимир',
  emoji: 'Ada 🚀 👩‍🚀',
  arabic: 'محمد العربية',
  hebrew: 'עברית דוד',
  vietnamese: 'Nguyễn Thị Đức',
  long: 'Wolfeschlegelsteinhausenbergerdorff-Xyz1',
};

const domains = [
  { name: 'Development with AWS Services', color: '#56b4e9' },
  { name: 'Security', color: '#e69f00' },
  { name: 'Deployment', color: '#009e73' },
  { name: 'Troubleshooting and Optimization', color: '#cc79a7' },
] as const;

export function board(of: readonly string[] = Object.values(names), seed = 0): LeaderboardFigures {
  return {
    title: 'Leaderboard: points',
    scope: 'This week · all domains',
    accent: 'accent',
    rows: of.map((name, index) => ({
      rank: index + 1,
      name,
      isOwn: index === 3,
      share: 1 - index / 12,
      worth: words.leaderboard.points(1200 + seed - index * 87),
      beside:
        index % 3 === 0
          ? [{ short: `🔥 ${12 + index}`, whole: words.streak.ranking.beside(12 + index) }]
          : [],
    })),
  };
}

function days(count: number): CalendarDay[] {
  return Array.from({ length: count }, (_, index) => ({
    date: new Date(Date.UTC(2026, 10, 26 - count + 1 + index)).toISOString().slice(0, 10),
    mark: calendarMarks[(index * 5) % 6] ?? 'answered',
  }));
}

const score = { score: 746, low: 688, high: 801, pass: 720, least: 100, most: 1000 };

/** By kind; `seed` makes them different, so that none is found in the cache. */
export function samples(seed = 0): Record<string, Picture> {
  return {
    leaderboard: drawLeaderboard(words, board(undefined, seed)),
    streak: drawStreakCalendar(words, {
      title: words.streak.title(12 + seed),
      below: `Longest: 30 days`,
      days: days(14),
    }),
    progress: drawProgress(words, {
      title: `Ada Lovelace ${seed}`,
      below: 'AWS Certified Developer – Associate, DVA-C02',
      readiness: { ...score, chance: 0.68 },
      domains: domains.map(({ name, color }, index) => ({
        ...{ name, color, answers: 40 },
        ...{ share: 0.82 - index * 0.09, low: 0.7 - index * 0.1, high: 0.91 - index * 0.06 },
      })),
      coverage: { covered: 11, of: 14 },
      weeks: Array.from({ length: 10 }, (_, index) => ({
        day: '2026-09-27',
        score: 560 + 18 * index + (index % 3) * 25,
      })),
      scale: { least: 100, most: 1000 },
      days: days(28),
    }),
    'exam result': drawExamResult(words, {
      title: `Mock exam of Łukasz ${seed}`,
      below: 'DVA-C02 · full, 65 questions',
      ...{ right: 48, of: 65, score, medianSeconds: 74 },
      domains: domains.map(({ name, color }, index) => ({
        ...{ name, color, right: 14 - index * 2, of: 17, isMet: index < 3 },
      })),
    }),
    'figure (graph)': drawFigure({
      kind: 'graph',
      title: `Paths of a function in a VPC${seed === 0 ? '' : ` ${seed}`}`,
      alt: 'From its private subnets a function reaches the database, S3 and the internet on three ways.',
      nodes: [
        { id: 'function', label: 'Function in private subnets' },
        { id: 'database', label: 'Database in private subnets' },
        { id: 'gateway-endpoint', label: 'Gateway endpoint' },
        { id: 'storage', label: 'S3 and DynamoDB' },
        { id: 'interface-endpoint', label: 'Interface endpoint' },
        { id: 'services', label: 'Other AWS services, such as SQS' },
        { id: 'nat', label: 'NAT gateway in a public subnet' },
        { id: 'internet', label: 'Public IPv4 API' },
      ],
      edges: [
        { from: 'function', to: 'database', label: 'security group rule' },
        { from: 'function', to: 'gateway-endpoint', label: 'route table, free' },
        { from: 'gateway-endpoint', to: 'storage' },
        { from: 'function', to: 'interface-endpoint', label: 'private DNS' },
        { from: 'interface-endpoint', to: 'services' },
        { from: 'function', to: 'nat', label: 'default route' },
        { from: 'nat', to: 'internet' },
      ],
    }),
    'figure (rows)': drawFigure({
      kind: 'rows',
      title: `Error map of a REST API${seed === 0 ? '' : ` ${seed}`}`,
      alt: 'What the status codes of a REST API mean and where to look for their cause.',
      rows: [
        ['Status', 'Meaning', 'Look at'],
        ['400', 'Request invalid', 'Models and validators'],
        ['403', 'Not allowed, WAF, or no such path', 'Authorizer, resource policy, WAF log'],
        ['429', 'Throttled', 'Limits of account, stage and usage plan'],
        ['502', 'Malformed answer', 'What the function returns'],
        ['504', 'Integration took too long', 'Timeout of the integration'],
      ],
    }),
  };
}
