// The result of a mock exam as a picture to be shared: what the member chose to show, and nothing else.
import type { Words } from '#words/words.ts';
import { frame, heading, measured } from './frame.ts';
import { bar, label, type Node, row, type Tone } from './node.ts';
import type { Picture } from './picture.ts';
import { drawScore, type ScoreFigures, scoreAlt } from './score.ts';

export type ExamResultFigures = {
  title: string;
  /** Exam, length, date: as the caller says it. */
  below: string;
  right: number;
  of: number;
  /** Null for an exam of one domain: the scale is that of the whole. */
  score: ScoreFigures | null;
  /** Empty where the member shows the score alone. */
  domains: readonly { name: string; color: Tone; right: number; of: number; isMet: boolean }[];
  /** Seconds for a question; null where it is not shown. */
  medianSeconds: number | null;
};

export function drawExamResult(words: Words, figures: ExamResultFigures): Picture {
  const { title, below, right, of, score, domains, medianSeconds } = figures;
  const { pictures } = words;
  const count = pictures.right(right, of);
  const pace = medianSeconds === null ? null : pictures.median(medianSeconds);
  const lines = domains.map((domain) => ({ ...domain, said: sayDomain(words, domain) }));
  const root = frame({ title, below }, [
    score
      ? drawScore(words, score, count)
      : measured(count, '', bar({ share: shareOf({ right, of }), tone: 'accent' })),
    domains.length > 0 && heading(pictures.domains),
    ...lines.map(({ name, color, said, ...domain }) =>
      measured(name, said, bar({ share: shareOf(domain), tone: color })),
    ),
    pace !== null && footer(pace),
  ]);
  const parts = [
    title,
    below,
    count,
    score ? scoreAlt(words, score) : '',
    ...lines.map(({ name, said }) => `${name}: ${said}`),
    pace ?? '',
  ];
  return { name: 'exam-result', alt: parts.filter((part) => part !== '').join('. '), root };
}

type Domain = ExamResultFigures['domains'][number];

function sayDomain({ pictures }: Words, { right, of, isMet }: Domain): string {
  return `${right}/${of} · ${isMet ? pictures.meets : pictures.needsWork}`;
}

function shareOf({ right, of }: Pick<Domain, 'right' | 'of'>): number {
  return of === 0 ? 0 : right / of;
}

function footer(text: string): Node {
  return row({}, [label(text, { size: 13, tone: 'faint', grow: true })]);
}
