// What a diagnosis shows. Types only.
import type { Pack, Question } from '#content/pack.ts';
import type { Progress } from '#features/standing/progress/figures.rules.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { Drawn } from './rules.ts';

export type Asking = {
  kind: 'question';
  diagnosis: Diagnosis;
  drawn: Drawn;
  position: number;
  size: number;
  pack: Pack;
  question: Question;
};
export type Done = { kind: 'done'; diagnosis: Diagnosis; pack: Pack; progress: Pick<Progress, 'figures'> };
export type Intro = { kind: 'intro'; pack: Pack; edition: string; size: number };
export type DiagnoseScreen = Asking | Done | { kind: 'gone' } | { kind: 'no-questions' };
