// The search among topics: on a handful made up, and on the exam pack as it is shipped.
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadPacks } from '#content/load.ts';
import { listTopics, nearestTopics, type Pack, parseTopic, searchTopics } from '#content/pack.ts';
import { formatTopic, type TopicEntry } from '#content/topic.ts';
import { findTopics } from '#content/topic-search.ts';

describe('the search among topics', () => {
  const entry = (text: string, name: string): TopicEntry => {
    const topic = parseTopic(text);
    if (!topic) throw new Error(text);
    return { topic, name, questions: 1 };
  };
  const topics = [
    entry('domain:2', 'Domain 2 – Security'),
    entry('module:4', 'Module 4 – Messaging, events and streams'),
    entry('lesson:4.1', '4.1 Amazon SQS queues'),
    entry('concept:lambda-sqs-trigger', 'Lambda SQS trigger'),
    entry('concept:sqs-delay', 'SQS delay queues and message timers'),
    entry('concept:sqs-fifo-dedup', 'SQS FIFO deduplication and message groups'),
  ];
  const found = (typed: string, limit = 25) =>
    findTopics({ topics }, typed, limit).map(({ topic }) => formatTopic(topic));

  it('gives everything in order when nothing is typed', () => {
    expect(found('  ')).toEqual(topics.map(({ topic }) => formatTopic(topic)));
  });

  it('puts the topic itself first, then the wider topics, then the concepts that hold it', () => {
    expect(found('4.1')[0]).toBe('lesson:4.1');
    expect(found('sqs delay queues and message timers')).toEqual(['concept:sqs-delay']);
    expect(found('sqs')).toEqual([
      'lesson:4.1',
      'concept:lambda-sqs-trigger',
      'concept:sqs-delay',
      'concept:sqs-fifo-dedup',
    ]);
  });

  it('wants every word, in any case and order', () => {
    expect(found('MESSAGE sqs')).toEqual(['concept:sqs-delay', 'concept:sqs-fifo-dedup']);
    expect(found('sqs kinesis')).toEqual([]);
  });

  it('finds parts of words after starts of words', () => {
    expect(found('essag')).toEqual(['module:4', 'concept:sqs-delay', 'concept:sqs-fifo-dedup']);
  });

  it('finds a topic by how it is written', () => {
    expect(found('concept:sqs-delay')[0]).toBe('concept:sqs-delay');
  });

  it('keeps to the limit, whatever is typed', () => {
    expect(found('', 2)).toEqual(['domain:2', 'module:4']);
    fc.assert(fc.property(fc.string(), (typed) => found(typed, 3).length <= 3));
  });
});

describe('the search in the AWS pack', () => {
  let pack: Pack;
  beforeAll(async () => {
    const loaded = (await loadPacks(join(import.meta.dirname, '../../content'))).get(
      'aws-developer-associate',
    );
    if (!loaded) throw new Error('no AWS pack');
    pack = loaded;
  });
  const found = (typed: string) =>
    searchTopics(pack, 'c02', { typed, limit: 25 }).map(({ topic }) => formatTopic(topic));

  it.each([
    ['cicd', 'module:6'],
    ['ci/cd', 'module:6'],
    ['CI CD', 'module:6'],
    ['presigned', 'concept:s3-presigned-urls'],
    ['lamda', 'module:1'],
    ['lambad', 'module:1'],
    ['beanstalk', 'concept:beanstalk-deployment-policies'],
    ['beanstlak', 'lesson:6.4'],
    ['step functions', 'lesson:8.3'],
    ['stepfunctions', 'lesson:8.3'],
    ['step-functions', 'lesson:8.3'],
    ['stepfuntions', 'lesson:8.3'],
    ['redis', 'concept:elasticache-engines'],
    ['iac', 'module:7'],
    ['docker', 'lesson:6.4'],
    ['sam', 'lesson:7.2'],
    ['ecr', 'concept:ecr-images'],
    ['dlq', 'concept:sqs-dead-letter-queue'],
    ['4.1', 'lesson:4.1'],
    ['lesson 4.1', 'lesson:4.1'],
    ['domain 2', 'domain:2'],
    ['dynmodb', 'lesson:3.1'],
    ['cogntio', 'lesson:5.1'],
  ])('%s leads to %s first', (typed, topic) => {
    expect(found(typed)[0]).toBe(topic);
  });

  it.each([
    ['Warteschlange', 'lesson:4.1'],
    ['warteschlangen', 'lesson:4.1'],
    ['Verschlüsselung', 'lesson:5.3'],
    ['verschlusselung', 'lesson:5.3'],
    ['Verschluesselung', 'lesson:5.3'],
    ['Berechtigungen', 'lesson:5.2'],
    ['Leistung', 'lesson:8.4'],
    ['Gebiet 2', 'domain:2'],
    ['Modul 5', 'module:5'],
    ['Sicherheit', 'domain:2'],
    ['Überwachung', 'lesson:8.2'],
    ['Fehlersuche', 'domain:4'],
  ])('%s leads to %s first, as who reads German types it', (typed, topic) => {
    expect(found(typed)[0]).toBe(topic);
  });

  it.each([
    ['lambda on mars', 'module:1'],
    ['dynamodata', 'dynamo'],
    ['blockchain', ''],
    ['🙂', 'domain:1'],
    ['xq', 'domain:1'],
  ])('of %s, which leads nowhere, it names what is near', (typed, near) => {
    const names = nearestTopics(pack, 'c02', { typed, limit: 3 });
    expect(found(typed)).toEqual([]);
    expect(names.length).toBeGreaterThan(0);
    expect(names.length).toBeLessThanOrEqual(3);
    expect(names.map(({ topic, name }) => `${formatTopic(topic)} ${name.toLowerCase()}`).join()).toContain(
      near,
    );
  });

  it('takes SAM for SAM and ECR for ECR', () => {
    expect(
      found('sam')
        .slice(0, 3)
        .filter((topic) => topic.includes('saml')),
    ).toEqual([]);
    expect(found('ecr').filter((topic) => topic.includes('secret'))).toEqual([]);
    expect(found('ecr').filter((topic) => /ecs-(?!.*ecr)/.test(topic))).toEqual([]);
  });

  it.each(['blockchain', 'xq', '!!!', '🙂', 'kubernetties in space'])('%s leads nowhere', (typed) => {
    expect(found(typed)).toEqual([]);
  });

  it('understands every name as the list shows it, with its number of questions, cut at 100 characters', () => {
    const misread = listTopics(pack, 'c02').filter(({ name, questions, topic }) => {
      const shown = `${name} (${questions})`.slice(0, 100);
      return found(shown)[0] !== formatTopic(topic) || found(shown.toUpperCase())[0] !== formatTopic(topic);
    });
    expect(misread.map(({ name }) => name)).toEqual([]);
  });
});

describe('a spelling mistake', () => {
  it('of one letter in a short word, of two in a long one, never hides a topic', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
    const letter = fc.constantFrom(...letters);
    const slip = fc.record({
      kind: fc.constantFrom('left out', 'added', 'replaced', 'swapped'),
      at: fc.nat(),
      letter,
    });
    const make = (word: string, { kind, at, letter: by }: { kind: string; at: number; letter: string }) => {
      const place = at % (word.length - 1);
      const [before, here, rest] = [word.slice(0, place), word[place] ?? '', word.slice(place + 1)];
      if (kind === 'left out') return before + rest;
      if (kind === 'added') return before + by + here + rest;
      if (kind === 'replaced') return before + by + rest;
      return before + rest[0] + here + rest.slice(1);
    };
    fc.assert(
      fc.property(
        fc.array(letter, { minLength: 5, maxLength: 12 }),
        fc.array(slip, { minLength: 1, maxLength: 2 }),
        (characters, slips) => {
          const word = characters.join('');
          // No stretch of letters is edited twice: letters that were swapped are left as they are.
          const isOnce = word.length < 9 || slips.some(({ kind }) => kind === 'swapped');
          const typed = (isOnce ? slips.slice(0, 1) : slips).reduce(make, word);
          const topic = { kind: 'concept' as const, id: 'x' };
          const found = findTopics({ topics: [{ topic, name: `Amazon ${word}`, questions: 1 }] }, typed, 5);
          expect(found, `${word} as ${typed}`).toHaveLength(1);
        },
      ),
    );
  });
});
