// The gates of the whole bank that came after the first audit, each shown to fail on a bank with what it must find:
// cues (F31), the combined solver (F32), levels (F33), stems (F34), reasons (F35), skills and services (F29), twins (F20).
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { explainCombinedSolver, runCombinedSolver } from '#content/bank/combined.ts';
import { packHashes, unpackHashes } from '#content/bank/copies.ts';
import { countCues, findCueFlaws } from '#content/bank/cues.ts';
import { collectFacts } from '#content/bank/facts.ts';
import { findLevelFlaws, findMarkFlaws } from '#content/bank/levels.ts';
import type { BankRules } from '#content/bank/rules.ts';
import { findCoverageFlaws } from '#content/bank/services.ts';
import { findSpreadFlaws } from '#content/bank/spread.ts';
import { findTwinFlaws, findTwins } from '#content/bank/twins.ts';
import { findBankFlaws, gateLevel } from '#content/bank/whole.ts';
import type { Pack, Question } from '#content/pack.ts';
import { makePack, makeQuestion, seededRandom } from '../../support/pack.ts';
import { rules } from './sound-bank.ts';

const vocabulary =
  `add bind cache drop emit fetch grant hold index join keep load move name open pause queue read send tag
update verify wait yield alarm batch cluster domain edge file group hash image job key layer mode node order part quota
role stage table unit value window zone`.split(/\s+/);

/** `count` questions of as many words as chance wants, whose key stands where chance wants it; ten to a lesson. */
function randomBank(count: number, plant: (text: string, isKey: boolean, random: () => number) => string) {
  const random = seededRandom(7);
  const pick = () => vocabulary[Math.floor(random() * vocabulary.length)] ?? '';
  return Array.from({ length: count }, (_, index): Question => {
    const lesson = `1.${1 + Math.floor(index / 10)}`;
    const key = Math.floor(random() * 4);
    const base = makeQuestion({ id: `q-${lesson}-${String(index + 1).padStart(3, '0')}`, lesson });
    const options = base.options.map((option, place) => {
      const words = Array.from({ length: 6 + Math.floor(random() * 6) }, pick);
      const isKey = place === key;
      return { ...option, correct: isKey, text: plant(`Use ${words.join(' ')}.`, isKey, random) };
    });
    return { ...base, options };
  });
}

const asIs = (text: string) => text;

describe('cues (F31)', () => {
  it('are found when distractors have them and keys do not', () => {
    const bank = randomBank(40, (text, isKey) =>
      isKey ? text : text.replace('.', ', so that all wait longer.'),
    );
    const found = findCueFlaws(bank).map(({ code, text }) => `${code} ${text}`);
    for (const name of ['"so that"', 'a comparative', '"all"'])
      expect(found).toContainEqual(expect.stringMatching(`^F31 of 120 options with ${name} 0 % are keys`));
  });

  it('are found when keys have them and distractors do not', () => {
    const bank = randomBank(40, (text, isKey) => (isKey ? `Increase the default: ${text}` : text));
    expect(findCueFlaws(bank).map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/Raise, Increase, Extend or Double first 100 % are keys.*more distractors/),
        expect.stringMatching(/"default" 100 %/),
      ]),
    );
  });

  it('are left alone when a quarter of the options that have them are keys, or few have them', () => {
    const spread = randomBank(40, (text) => text.replace('.', ' so that it waits.'));
    expect(countCues(spread).find(({ name }) => name === '"so that"')).toMatchObject({
      options: 160,
      share: 0.25,
    });
    const named = (bank: Question[]) => findCueFlaws(bank).filter(({ text }) => text.includes('"so that"'));
    expect(named(spread)).toEqual([]);
    const few = randomBank(40, asIs).map((question, index) => ({
      ...question,
      options: question.options.map((option, place) =>
        index < 3 && place < 4 && !option.correct ? { ...option, text: `${option.text} so that` } : option,
      ),
    }));
    expect(named(few)).toEqual([]);
  });
});

describe('the combined solver (F32)', () => {
  const codes = (bank: Question[]) =>
    findBankFlaws(makePack({ questions: bank }), factsOf(makePack({ questions: bank }))).map(
      ({ code }) => code,
    );

  it('learns a habit of keys that each simple solver misses', () => {
    const bank = randomBank(200, (text, isKey, random) =>
      random() < (isKey ? 0.6 : 0.15) ? text.replace('Use', 'Use again') : text,
    );
    expect(runCombinedSolver(bank)).toBeGreaterThan(0.4);
    expect(codes(bank)).toContain('F32');
  });

  it('tells which habit it found, and where it is surest', () => {
    const bank = randomBank(200, (text, isKey) => (isKey ? text.replace('Use', 'Use again') : text));
    const { guesses, weights } = explainCombinedSolver(bank);
    expect(weights.slice(0, 3).map(({ name }) => name)).toContain('"again"');
    expect(guesses).toHaveLength(200);
    expect(guesses[0]?.chance).toBeGreaterThan(0.5);
    expect(explainCombinedSolver([])).toEqual({ guesses: [], weights: [] });
  });

  it('answers by chance where keys have no habit', () => {
    const bank = randomBank(400, asIs);
    expect(runCombinedSolver(bank)).toBeLessThan(0.33);
    expect(codes(bank)).not.toContain('F32');
  });

  it('does not judge a small bank', () => {
    expect(runCombinedSolver(randomBank(99, asIs))).toBeNull();
  });
});

describe('levels (F33)', () => {
  /** 60 questions, a third of each level; how many of 20 have the mark. */
  const levels = (superlatives: number[], rivals: number[]) =>
    [1, 2, 3].flatMap((level) =>
      Array.from({ length: 20 }, (_, index) => {
        const base = makeQuestion({ id: `q-${level}.1-${String(index + 1).padStart(3, '0')}` });
        const works = index < (rivals[level - 1] ?? 0);
        return {
          ...base,
          difficulty: level as 1 | 2 | 3, // the three levels above
          stem: index < (superlatives[level - 1] ?? 0) ? `${base.stem} Which costs LEAST?` : base.stem,
          options: base.options.map((option, place) =>
            works && place === 3 ? { ...option, rival: 'orders may be lost' } : option,
          ),
        };
      }),
    );

  it('pay for the marks of analysis', () => {
    expect(findLevelFlaws(levels([2, 4, 6], [4, 10, 15]))).toEqual([]);
  });

  it.each([
    ['superlatives that fall', [6, 4, 2], [4, 10, 15], /a superlative decides in 30 %, 20 %, 10 %/],
    [
      'options that work as often at each level',
      [2, 4, 6],
      [15, 15, 15],
      /works \(rival\) in 75 %, 75 %, 75 %/,
    ],
    ['too few options that work', [2, 4, 6], [1, 2, 15], /in 30 % of the questions and 75 % of level 3/],
    ['too few of them at level 3', [2, 4, 6], [8, 12, 13], /and 65 % of level 3/],
  ])('are not met by %s', (_name, superlatives, rivals, says) => {
    expect(findLevelFlaws(levels(superlatives, rivals)).map(({ text }) => text)).toContainEqual(
      expect.stringMatching(says),
    );
  });

  const facts = factsOf(makePack(), {
    services: [
      { name: 'SQS', words: ['SQS'] },
      { name: 'SNS', words: ['SNS'] },
    ],
  });
  const marks = (changes: Partial<Question>) =>
    findMarkFlaws(makeQuestion(changes), facts).map(({ text }) => text.replace(/[:,].*/, ''));

  it('of one question: a hard one names two services, a superlative has its criterion and a rival', () => {
    expect(marks({})).toEqual([]);
    expect(marks({ difficulty: 3, stem: 'SQS holds orders. What now?' })).toEqual(['level 3']);
    expect(marks({ difficulty: 3, stem: 'SNS feeds SQS. What now?' })).toEqual([]);
    expect(marks({ stem: 'What is the MOST likely cause?' })).toEqual([]);
    expect(marks({ stem: 'Which costs LEAST?' })).toEqual([
      'a superlative decides and no criterion says which',
      'a superlative',
    ]);
    expect(marks({ criterion: 'lowest-cost' })).toEqual(['the criterion lowest-cost decides']);
  });
});

describe('stems and reasons (F34, F35)', () => {
  const stemsOf = (lengths: number[], change: (stem: string, index: number) => string = asIs) =>
    lengths.map((length, index) => {
      const opener = vocabulary[index % vocabulary.length] ?? '';
      const base = makeQuestion({ id: `q-1.1-${String(index + 1).padStart(3, '0')}` });
      return {
        ...base,
        stem: change('word '.repeat(length).trim(), index),
        options: base.options.map((option) => ({ ...option, why: `${opener} ${option.why}` })),
      };
    });
  const spread = Array.from({ length: 100 }, (_, index) => 30 + Math.round(index * 0.8));
  const varied = (stem: string, index: number) => {
    if (index % 10 === 0) return `${stem} \`\`\`{}\`\`\``;
    return index % 5 === 1 ? `${stem} Which is the LEAST work?` : stem;
  };

  it('vary', () => {
    expect(findSpreadFlaws(stemsOf(spread, varied))).toEqual([]);
  });

  it.each([
    ['stems of one length', stemsOf(Array(100).fill(75), varied), 'F34', /fewer than 75 words/],
    [
      'no long stems',
      stemsOf(
        spread.map((words) => Math.min(words, 80)),
        varied,
      ),
      'F34',
      /more than 8\d words/,
    ],
    [
      'no code',
      stemsOf(spread, (stem, index) => varied(stem, index).replaceAll('`', '')),
      'F34',
      /0.0 % of the stems/,
    ],
    [
      'no superlative',
      stemsOf(spread, (stem, index) => varied(stem, index).replace('LEAST', 'least')),
      'F34',
      /0.0 % of the q/,
    ],
    [
      'reasons of one pattern',
      stemsOf(spread, varied).map((item) => ({
        ...item,
        options: item.options.map((option) => ({ ...option, why: 'Fails because of it.' })),
      })),
      'F35',
      /100 % of the reasons begin with "fails because"/,
    ],
  ])('are not as they should be: %s', (_name, bank, code, says) => {
    const found = findSpreadFlaws(bank).map((flaw) => `${flaw.code} ${flaw.text}`);
    expect(found).toContainEqual(expect.stringMatching(new RegExp(`^${code} .*${says.source}`)));
  });
});

describe('skills, services and domains (F29)', () => {
  const coverage = {
    edition: 'c03',
    leastPerSkill: 2,
    emphasized: ['1.1.2'],
    leastEmphasized: 3,
    leastPerService: 2,
    domainTolerance: { c02: 8, c03: 2 },
  };
  const services = [
    { name: 'SQS', words: ['SQS'] },
    { name: 'SNS', words: ['SNS'] },
  ];
  const base = makePack();
  const exam = {
    ...base.exam,
    editions: base.exam.editions.map((edition) => ({
      ...edition,
      domains: edition.domains.map((domain) => ({
        ...domain,
        tasks: domain.tasks.map((task) => ({
          ...task,
          skills: [1, 2]
            .map((number) => ({ id: `${task.id}.${number}`, name: 'A skill' }))
            .slice(0, domain.id === '1' ? 2 : 0),
        })),
      })),
    })),
  };
  const questions = [1, 2].map((number) =>
    makeQuestion({
      id: `q-1.1-00${number}`,
      stem: `${'SQS holds them. '.repeat(number)} What now?`,
      skills: { c02: ['1.1.2'], c03: ['1.1.1', '1.1.2'] },
    }),
  );
  const pack: Pack = { ...makePack({ questions }), exam };

  it('count what the edition names, and want more of what is emphasized', () => {
    expect(findCoverageFlaws(pack, { ...rules, coverage, services }).map(({ text }) => text)).toEqual([
      expect.stringMatching(/skills 1\.1\.2 \(2 of 3\):/),
      expect.stringMatching(/services SNS \(0\):/),
    ]);
  });

  it('are not asked for without rules', () => {
    expect(findCoverageFlaws(pack, { ...rules, services })).toEqual([]);
  });

  it('give each edition the tolerance of its domains', () => {
    const modules = base.modules.map((module) => ({ ...module, complete: true }));
    const even = { ...makePack({ perDomain: 10 }), modules };
    const domains = (facts: ReturnType<typeof factsOf>) =>
      findBankFlaws(even, facts)
        .filter(({ text }) => text.startsWith('domain'))
        .map(({ text }) => text.slice(0, 60));
    expect(domains(factsOf(even)).length).toBe(4);
    expect(domains(factsOf(even, { coverage })).filter((text) => text.includes('C02'))).toEqual([]);
    expect(domains(factsOf(even, { coverage })).length).toBe(2);
  });
});

describe('twins (F20)', () => {
  const about = (id: string, stem: string, key: string) => {
    const base = makeQuestion({ id, concepts: [`concept-${id.at(-1)}`], stem });
    return {
      ...base,
      takeaway: key,
      options: base.options.map((option) => (option.correct ? { ...option, text: key } : option)),
    };
  };
  const others = randomBank(60, asIs).map((item, index) => ({
    ...item,
    takeaway: `Lesson ${index} about thing ${index}.`,
    stem: `Story${index} tells of part${index} and what${index}.`,
  }));
  const pair = [
    about(
      'q-9.1-001',
      'Iterator age grows while shards stay fixed.',
      'Raise the parallelization factor of the mapping.',
    ),
    about(
      'q-9.1-002',
      'The iterator age of fixed shards grows.',
      'Set a higher parallelization factor for the mapping.',
    ),
  ];

  it('are two questions with like keys for like symptoms, whatever their concepts', () => {
    expect(findTwins([...others, ...pair], 1)).toMatchObject([{ first: 'q-9.1-001', second: 'q-9.1-002' }]);
    const flaws = findTwinFlaws([...others, ...pair]).filter(({ id }) => id === 'q-9.1-002');
    expect(flaws).toMatchObject([{ flaw: { code: 'F20', level: 'warning' } }]);
  });

  it('are not two with other keys', () => {
    const other = about('q-9.1-002', 'The iterator age of fixed shards grows.', 'Pay for quicker storage.');
    const found = findTwinFlaws([...others, pair[0] ?? other, other]);
    expect(found.filter(({ id }) => id === 'q-9.1-002')).toEqual([]);
  });
});

describe('the gates of the whole bank', () => {
  const planted = randomBank(120, (text, isKey) =>
    isKey ? text : text.replace('.', ', so that all wait longer.'),
  );
  const levels = (complete: boolean) => {
    const base = makePack({ questions: planted });
    const pack = { ...base, modules: base.modules.map((module) => ({ ...module, complete })) };
    return new Set(findBankFlaws(pack, factsOf(pack)).map(({ level }) => level));
  };

  it('warn while a module is unfinished, and fail once all are complete', () => {
    expect(levels(false)).toEqual(new Set(['warning']));
    expect(levels(true)).toEqual(new Set(['error']));
    expect(gateLevel({ ...makePack(), modules: [] })).toBe('warning');
  });
});

describe('the stored list of published texts (F21)', () => {
  const hashes = Array.from({ length: 5000 }, (_, index) =>
    createHash('sha1').update(`run ${index}`).digest('hex').slice(0, 12),
  );

  it('knows each of its runs and hardly another', () => {
    const bytes = packHashes(hashes);
    const copies = unpackHashes(bytes);
    expect(hashes.every((hash) => copies.has(hash))).toBe(true);
    expect(bytes.length / hashes.length).toBeLessThan(3);
    const foreign = Array.from({ length: 20_000 }, (_, index) =>
      createHash('sha1').update(`other ${index}`).digest('hex').slice(0, 12),
    );
    expect(foreign.filter((hash) => copies.has(hash)).length).toBeLessThan(3);
  });

  it('may be empty', () => {
    expect(unpackHashes(packHashes([])).has('00015402358f')).toBe(false);
  });
});

function factsOf(pack: Pack, changes: Partial<BankRules> = {}) {
  return collectFacts({ ...rules, ...changes }, pack);
}
