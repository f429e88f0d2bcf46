// One planted fault for each thing the loader must report, as changes to the small pack's files.
import { smallPack } from './small-pack.ts';

export const exam = 'exam.yaml';
export const concepts = 'concepts.yaml';
const aliases = 'aliases.yaml';
const module = '1-basics/module.yaml';
export const questions = '1-basics/1.1-queues.questions.yaml';

const fifthOption = `    - id: e
      text: Keep the fifth way for later.
      correct: false
      why: Because eee does not do what the requirement of the stem asks for.
  takeaway`;

/** Replaces the first `from` of a file; the fault is expected on that line, or on that of `on`, in that file or in `in`. */
type Planted = {
  rule: string;
  file: string;
  from: string;
  to: string;
  on?: string;
  in?: string;
  says: RegExp;
};

export const planted: Planted[] = [
  // Syntax and shape
  {
    rule: 'broken YAML',
    file: questions,
    from: 'text: Use the',
    to: 'text: Use: the',
    says: /not valid YAML/,
  },
  {
    rule: 'a key that occurs twice',
    file: questions,
    from: 'family: build',
    to: 'id: q-1.1-009',
    says: /key occurs twice/,
  },
  { rule: 'a concept that occurs twice', file: concepts, from: 'lock:', to: 'queue:', says: /twice/ },
  {
    rule: 'an unknown field',
    file: questions,
    from: 'family: build',
    to: 'familly: build',
    says: /unknown field familly/,
  },
  {
    rule: 'a missing field',
    file: questions,
    from: '  family: build\n',
    to: '',
    on: 'id: q-1.1-001',
    says: /family is missing/,
  },
  {
    rule: 'a list where a map belongs',
    file: concepts,
    from: smallPack[concepts] ?? '',
    to: '- queue',
    says: /holds no map/,
  },
  { rule: 'an empty file', file: questions, from: smallPack[questions] ?? '', to: '', says: /holds no list/ },
  {
    rule: 'a value outside the list',
    file: questions,
    from: 'family: build',
    to: 'family: other',
    says: /one of build, fix/,
  },
  {
    rule: 'a number without quotes',
    file: concepts,
    from: 'lesson: "1.1"',
    to: 'lesson: 1.1',
    says: /in quotes/,
  },
  {
    rule: 'a short rationale',
    file: questions,
    from: 'why: Because aaa does what',
    to: 'why: No. #',
    says: /40 is the least/,
  },
  {
    rule: 'a long option',
    file: questions,
    from: 'text: Use',
    to: `text: ${'Use '.repeat(60)}`,
    says: /220 is the most/,
  },
  {
    rule: 'a malformed id',
    file: questions,
    from: 'id: q-1.1-001',
    to: 'id: first',
    says: /an id like q-3.2-014/,
  },
  {
    rule: 'a reference without https',
    file: questions,
    from: 'https://docs',
    to: 'http://docs',
    says: /references\[0\]/,
  },
  { rule: 'an impossible date', file: questions, from: '2026-11-23', to: '2026-11-31', says: /verifiedOn/ },
  { rule: 'a colour by name', file: exam, from: '"#3b82f6"', to: '"blue"', says: /a colour like/ },
  // The exam
  {
    rule: 'an exam named unlike its folder',
    file: exam,
    from: 'id: small',
    to: 'id: large',
    says: /folder small/,
  },
  {
    rule: 'an edition id used twice',
    file: exam,
    from: 'id: new',
    to: 'id: old',
    says: /edition old occurs twice/,
  },
  {
    rule: 'an edition that ends before it begins',
    file: exam,
    from: 'lastSitting: 2026-11-30',
    to: 'lastSitting: 2024-11-30',
    says: /before it begins/,
  },
  {
    rule: 'weights that miss 100',
    file: exam,
    from: 'weight: 60',
    to: 'weight: 50',
    on: 'domains:',
    says: /weights of old add up to 90/,
  },
  {
    rule: 'more scored items than items',
    file: exam,
    from: 'scoredItems: 50',
    to: 'scoredItems: 70',
    says: /more items than it has/,
  },
  {
    rule: 'a pass score out of reach',
    file: exam,
    from: 'passScore: 720',
    to: 'passScore: 1000',
    says: /not below/,
  },
  { rule: 'a domain id used twice', file: exam, from: 'id: "2"', to: 'id: "1"', says: /1 occurs twice/ },
  {
    rule: 'a task under a foreign domain',
    file: exam,
    from: '{ id: "2.1"',
    to: '{ id: "1.2"',
    says: /stands under domain 2/,
  },
  // Modules and concepts
  { rule: 'a module in a foreign folder', file: module, from: 'id: "1"', to: 'id: "2"', says: /folder 1-/ },
  {
    rule: 'a lesson in a foreign module',
    file: module,
    from: '{ id: "1.2"',
    to: '{ id: "2.2"',
    says: /stands in module 1/,
  },
  {
    rule: 'a lesson id used twice',
    file: module,
    from: '{ id: "1.2"',
    to: '{ id: "1.1"',
    says: /1\.1 is taken/,
  },
  {
    rule: 'a concept in an unknown lesson',
    file: concepts,
    from: 'lesson: "1.1"',
    to: 'lesson: "1.7"',
    says: /lesson 1\.7 is in no module/,
  },
  {
    rule: 'a concept in an unknown edition',
    file: concepts,
    from: '{ old: "1.1", new',
    to: '{ old: "1.1", next',
    says: /edition next is not in exam/,
  },
  {
    rule: 'a concept in an unknown task',
    file: concepts,
    from: '{ old: "1.1"',
    to: '{ old: "1.9"',
    says: /no task 1\.9/,
  },
  {
    rule: 'a concept in no edition',
    file: concepts,
    from: 'task: { old: "2.1", new: "2.1" }',
    to: 'task: {}',
    says: /belongs to no edition/,
  },
  {
    rule: 'two concepts of one name',
    file: concepts,
    from: 'name: The lock',
    to: 'name: The queue',
    says: /is taken, see .*concepts\.yaml:2/,
  },
  // Aliases
  {
    rule: 'an alias in upper case',
    file: aliases,
    from: 'queues:',
    to: 'Queues:',
    says: /lower case/,
  },
  {
    rule: 'an alias of nothing known',
    file: aliases,
    from: 'concept:queue',
    to: 'concept:quene',
    says: /alias "queues": there is no concept:quene/,
  },
  {
    rule: 'an alias of a lesson that does not exist',
    file: aliases,
    from: 'lesson:1.1',
    to: 'lesson:1.9',
    says: /there is no lesson:1\.9/,
  },
  {
    rule: 'an alias of something that is no topic',
    file: aliases,
    from: 'concept:queue',
    to: 'queue',
    says: /a topic like/,
  },
  {
    rule: 'a topic twice for one alias',
    file: aliases,
    from: 'lesson:1.1',
    to: 'concept:queue',
    says: /concept:queue is listed twice/,
  },
  {
    rule: 'an alias written twice',
    file: aliases,
    from: 'mutex:',
    to: 'queues:',
    says: /key occurs twice/,
  },
  {
    rule: 'an alias that is the name itself',
    file: aliases,
    from: 'mutex:',
    to: 'the lock concept:',
    says: /has that name itself/,
  },
  // Questions
  {
    rule: 'a question id used twice',
    file: questions,
    from: 'id: q-1.1-002',
    to: 'id: q-1.1-001',
    says: /q-1\.1-001 is taken, see .*yaml:1:/,
  },
  {
    rule: 'an id of another lesson',
    file: questions,
    from: 'id: q-1.1-002',
    to: 'id: q-1.2-002',
    says: /begin the id with q-1\.1-/,
  },
  {
    rule: 'an unknown concept',
    file: questions,
    from: '[lock]',
    to: '[lokc]',
    says: /concept lokc is not in concepts/,
  },
  {
    rule: 'a concept listed twice',
    file: questions,
    from: '[lock]',
    to: '[lock, lock]',
    says: /listed twice/,
  },
  {
    rule: 'an unknown edition',
    file: questions,
    from: '[old, new]',
    to: '[old, next]',
    says: /edition next is not in exam/,
  },
  {
    rule: 'an edition listed twice',
    file: questions,
    from: '[old, new]',
    to: '[old, old]',
    says: /listed twice/,
  },
  { rule: 'a skill of no task', file: questions, from: '["1.1.1"]', to: '["1.7.1"]', says: /skill 1\.7\.1/ },
  {
    rule: 'a skill that the guide does not number',
    file: questions,
    from: '["1.1.1"]',
    to: '["1.1.3"]',
    says: /edition old has no skill 1\.1\.3/,
  },
  {
    rule: 'a skill listed twice',
    file: questions,
    from: '["1.1.1"]',
    to: '["1.1.1", "1.1.1"]',
    says: /skill 1\.1\.1 is listed twice/,
  },
  {
    rule: 'skills of an edition that the question does not have',
    file: questions,
    from: 'skills: { old: ["1.1.1"], new',
    to: 'skills: { old: ["1.1.1"], next',
    says: /skills of next, which is none of its editions/,
  },
  {
    rule: 'a concept with a skill that the guide does not number',
    file: concepts,
    from: 'skills: { old: ["1.1.1"]',
    to: 'skills: { old: ["1.1.7"]',
    says: /edition old has no skill 1\.1\.7/,
  },
  {
    rule: 'an option id used twice',
    file: questions,
    from: 'id: b',
    to: 'id: a',
    says: /option a occurs twice/,
  },
  {
    rule: 'a rival of the right option',
    file: questions,
    from: 'correct: true',
    to: 'correct: true\n      rival: the worker may be changed',
    on: 'rival:',
    says: /option a is right and has a rival/,
  },
  {
    rule: 'an option that repeats another',
    file: questions,
    from: 'text: Take the second way instead.',
    to: 'text: Use the first way that is known.',
    says: /repeats another/,
  },
  {
    rule: 'a demand to select two of four',
    file: questions,
    from: 'these requirements?',
    to: 'these requirements? (Select TWO.)',
    on: 'stem:',
    says: /needs no "\(Select/,
  },
  {
    rule: 'five options with one key',
    file: questions,
    from: '  takeaway',
    to: fifthOption,
    on: 'options:',
    says: /1 of its 5 options are right: make it 2/,
  },
  {
    rule: 'five options without a demand',
    file: questions,
    from: '  takeaway',
    to: fifthOption,
    on: 'stem:',
    says: /needs "\(Select TWO\.\)"/,
  },
  {
    rule: 'two keys of four',
    file: questions,
    from: 'correct: false',
    to: 'correct: true',
    on: 'options:',
    says: /2 of its 4 options/,
  },
  {
    rule: 'an edition its first concept has not',
    file: concepts,
    from: 'old: "1.1", ',
    to: '',
    in: questions,
    on: 'editions:',
    says: /queue is not part of edition old/,
  },
  {
    rule: 'a lesson that no module lists',
    file: module,
    from: '"1.1"',
    to: '"1.3"',
    in: questions,
    on: 'id: q-1.1-001',
    says: /lesson 1\.1 is in no module/,
  },
];
