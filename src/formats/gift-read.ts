// One question in GIFT: which kind it is, and its answers with their weights and reasons.
import { fromHtml, looksLikeHtml } from './html.ts';
import type { Item, Remark, Skipped, Where } from './item.ts';
import { difficultyOfTags, readGeneralFeedback } from './layout.ts';

type Block = { text: string; marks: string };
type Found = { item: Item; where: Where; remarks: Remark[] };
type Answer = { sign: '=' | '~'; percent: number | null; text: string; why: string };

export function readBlock({ text, marks }: Block, where: Where): Skipped | Found {
  const [, title, rest = ''] = /^\s*(?:::((?:\\.|[^:\\]|:(?!:))*)::)?([\s\S]*)$/.exec(text) ?? [];
  const name = title === undefined ? null : unescaped(title).trim();
  const named: Where = { ...where, ...(name && { name: name.slice(0, 80) }) };
  const [, format = '', body = ''] = /^\s*(?:\[(html|moodle|plain|markdown)\])?([\s\S]*)$/i.exec(rest) ?? [];
  const parts = /^((?:\\.|[^\\{])*)\{((?:\\.|[^\\}])*)\}([\s\S]*)$/.exec(body);
  if (!parts) return { where: named, why: { kind: 'no-choice', type: 'description' } };
  const [, before = '', inside = '', after = ''] = parts;
  const stem = after.trim() === '' ? before : `${before.trimEnd()} _____ ${after.trim()}`;
  const { answers, general } = splitAnswers(inside);
  const kind = kindOf(inside, answers);
  if (kind !== 'choice' && kind !== 'truefalse')
    return { where: named, why: { kind: 'no-choice', type: kind } };
  const read = reader(format);
  const options =
    kind === 'truefalse' ? trueFalse(inside, read) : answers.map((answer) => toOption(answer, read));
  return finish({ name, named, marks, stem: read(stem), options, general: read(general) });
}

type Option = { text: string; percent: number; why: string; hasMedia: boolean };
type Text = ReturnType<typeof fromHtml>;

function finish(parts: {
  name: string | null;
  named: Where;
  marks: string;
  stem: Text;
  options: Option[];
  general: Text;
}): Skipped | Found {
  const { name, named: where, marks, stem, options, general } = parts;
  if (stem.hasMedia || options.some(({ hasMedia }) => hasMedia)) return { where, why: { kind: 'has-media' } };
  if (stem.text === '') return { where, why: { kind: 'no-stem' } };
  const isSingle = options.some(({ percent }) => percent >= 99);
  const isRight = (percent: number) => (isSingle ? percent >= 99 : percent > 0);
  if (!options.some(({ percent }) => isRight(percent))) return { where, why: { kind: 'no-key' } };
  const [, id] = /\[id:([^\]]+)\]/.exec(marks) ?? [];
  const tags = [...marks.matchAll(/\[tag:([^\]]+)\]/g)].map(([, tag = '']) => tag);
  const partly = options.filter(({ percent }) => percent > 0 && !isRight(percent));
  return {
    where,
    remarks: [
      ...partly.map(({ percent }): Remark => ({ where, what: { kind: 'partial-credit', percent } })),
      ...stem.links.map((address): Remark => ({ where, what: { kind: 'picture-as-link', address } })),
    ],
    item: {
      key: id ?? name,
      stem: stem.text,
      options: options.map(({ text, percent, why }) => ({ text, correct: isRight(percent), why })),
      difficulty: difficultyOfTags(tags),
      domain: null,
      ...readGeneralFeedback(general.text),
    },
  };
}

function splitAnswers(inside: string): { answers: Answer[]; general: string } {
  const [, choices = '', general = ''] = /^((?:\\.|[^\\#]|#(?!###))*)(?:####([\s\S]*))?$/.exec(inside) ?? [];
  const found = [...choices.matchAll(/([=~])((?:\\.|[^\\=~])*)/g)];
  const answers = found.map(([, sign, content = '']): Answer => {
    const [, weight, rest = ''] = /^\s*(?:%(-?[\d.]+)%)?([\s\S]*)$/.exec(content) ?? [];
    const [, text = '', why = ''] = /^((?:\\.|[^\\#])*)(?:#([\s\S]*))?$/.exec(rest) ?? [];
    return {
      sign: sign === '=' ? '=' : '~',
      percent: weight === undefined ? null : Number(weight),
      text,
      why,
    };
  });
  return { answers, general };
}

const TRUTH = /^\s*(T|TRUE|F|FALSE)\s*(?:#[\s\S]*)?$/i;

function kindOf(inside: string, answers: readonly Answer[]): string {
  if (TRUTH.test(inside.replace(/####[\s\S]*$/, ''))) return 'truefalse';
  if (inside.trim() === '' || /^\s*####/.test(inside)) return 'essay';
  if (/^\s*#/.test(inside)) return 'numerical';
  if (answers.length > 0 && answers.every(({ text }) => /(^|[^\\])->/.test(text))) return 'matching';
  return answers.some(({ sign }) => sign === '~') ? 'choice' : 'shortanswer';
}

/** `{T#if wrong#if right}`: two options, each with its reason. */
function trueFalse(inside: string, read: (text: string) => Text): Option[] {
  const [truth = '', ifWrong = '', ifRight = ''] = inside.replace(/####[\s\S]*$/, '').split(/(?<!\\)#/);
  const isTrue = /^\s*T/i.test(truth);
  return [
    { text: 'True', percent: isTrue ? 100 : 0, why: read(isTrue ? ifRight : ifWrong).text, hasMedia: false },
    { text: 'False', percent: isTrue ? 0 : 100, why: read(isTrue ? ifWrong : ifRight).text, hasMedia: false },
  ];
}

function toOption({ sign, percent, text, why }: Answer, read: (text: string) => Text): Option {
  const shown = read(text);
  return {
    text: shown.text,
    percent: percent ?? (sign === '=' ? 100 : 0),
    why: read(why).text,
    hasMedia: shown.hasMedia,
  };
}

function reader(format: string): (text: string) => Text {
  const isHtml = /^(html|moodle)$/i.test(format);
  const isPlain = /^(plain|markdown)$/i.test(format);
  return (raw) => {
    const text = unescaped(raw).trim();
    if (isHtml || (!isPlain && looksLikeHtml(text))) return fromHtml(text);
    return { text, links: [], hasMedia: false };
  };
}

function unescaped(text: string): string {
  // In one pass: "\\\\n" is a backslash and an n.
  return text.replace(/\\([\\~=#{}:n])/g, (_, sign) => (sign === 'n' ? '\n' : sign));
}
