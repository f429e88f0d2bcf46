// A loaded exam pack in memory and the look-ups the features ask of it. Pure: reading files is load.ts.
import type { ExamDay, NextExam, Resource } from './extras.ts';
import type { Lesson } from './lesson.ts';
import type { StudyPlans } from './plan.ts';
import type { Concept, Domain, Edition, Exam, Flashcard, Module, Question } from './schema.ts';
import { formatTopic, type Topic, type TopicEntry } from './topic.ts';
import { findTopics, nearTopics } from './topic-search.ts';

export type { Lesson } from './lesson.ts';
export type { Concept, Domain, Edition, Exam, Flashcard, Module, Question } from './schema.ts';
export type { Topic, TopicEntry } from './topic.ts';
export { formatTopic, joinTopic, parseTopic, splitTopic } from './topic.ts';

export type Pack = {
  exam: Exam;
  modules: Module[];
  concepts: ReadonlyMap<string, Concept>;
  questions: ReadonlyMap<string, Question>;
  /** The texts of lessons by lesson id; a lesson that nobody has written yet is missing. */
  lessons: ReadonlyMap<string, Lesson>;
  flashcards: ReadonlyMap<string, Flashcard>;
  /** Versions of questions that an earlier release asked and this one replaced: rows may still name them. */
  superseded: readonly Question[];
  /** What people type, in lower case, and the topics it stands for beside their own names, the likeliest first. */
  aliases: ReadonlyMap<string, readonly Topic[]>;
  /** Week by week to the exam; null in a pack that has no plan. */
  plan: StudyPlans | null;
  /** What to know about sitting the exam; null in a pack that says nothing. */
  examDay: ExamDay | null;
  /** What there is to hear about lessons. */
  resources: readonly Resource[];
  /** Certifications that follow on this one, the nearest first. */
  next: readonly NextExam[];
};

/** By exam id. */
export type Packs = ReadonlyMap<string, Pack>;

type EditionIndex = {
  all: readonly Question[];
  byTopic: ReadonlyMap<string, readonly Question[]>;
  domainByTask: ReadonlyMap<string, Domain>;
  topics: readonly TopicEntry[];
};

// Packs never change after loading, so what is derived from one is worked out once, on first use.
const indexes = new WeakMap<Pack, Map<string, EditionIndex>>();

/** Everything that has at least one question in the edition: domains, modules, lessons, then concepts. */
export function listTopics(pack: Pack, edition: string): TopicEntry[] {
  return [...indexOf(pack, edition).topics];
}

/** What a member may mean by what they typed, best first: by name, id, alias, or with a spelling mistake. */
export function searchTopics(
  pack: Pack,
  edition: string,
  { typed, limit }: { typed: string; limit: number },
): TopicEntry[] {
  return findTopics({ topics: indexOf(pack, edition).topics, aliases: pack.aliases }, typed, limit);
}

/** What a member may have meant where nothing is found of what they typed; never empty while there are questions. */
export function nearestTopics(
  pack: Pack,
  edition: string,
  { typed, limit }: { typed: string; limit: number },
): TopicEntry[] {
  return nearTopics({ topics: indexOf(pack, edition).topics, aliases: pack.aliases }, typed, limit);
}

/**
 * The questions of an edition about a topic (null: all of them); empty when there are none. A question belongs to
 * every concept it lists, but only to the domain of its first.
 */
export function questionsFor(pack: Pack, edition: string, topic: Topic | null): readonly Question[] {
  const index = indexOf(pack, edition);
  return topic === null ? index.all : (index.byTopic.get(formatTopic(topic)) ?? []);
}

/** The text of a lesson; null while it is not written. */
export function lessonText(pack: Pack, lessonId: string): Lesson | null {
  return pack.lessons.get(lessonId) ?? null;
}

/** The flashcards of an edition about a topic (null: all of them), in file order; empty when there are none. */
export function flashcardsFor(pack: Pack, edition: string, topic: Topic | null): Flashcard[] {
  const { domainByTask } = indexOf(pack, edition);
  return [...pack.flashcards.values()].filter((card) => {
    const task = pack.concepts.get(card.concept)?.task[edition];
    const domain = task === undefined ? undefined : domainByTask.get(task);
    if (domain === undefined || topic === null) return domain !== undefined;
    const ids = { domain: domain.id, module: card.module, lesson: card.lesson, concept: card.concept };
    return ids[topic.kind] === topic.id;
  });
}

/** The domain a question counts towards in an edition, through the task of its first concept. */
export function domainOf(pack: Pack, edition: string, question: Question): Domain {
  const domain = findDomain(pack, question, { edition, domainByTask: indexOf(pack, edition).domainByTask });
  if (domain === null) throw new Error(`${question.id} belongs to no domain of edition ${edition}`);
  return domain;
}

/** The same as an id; null when the question belongs to no domain of the edition. */
export function domainIdOf(pack: Pack, edition: string, question: Question): string | null {
  const { domainByTask } = indexOf(pack, edition);
  return findDomain(pack, question, { edition, domainByTask })?.id ?? null;
}

/**
 * The domain of a question as it was posted: the one kept with the post, else what its concept says today. Null when
 * the edition has it no more, after an update.
 */
export function findDomainOf(
  pack: Pack,
  { edition, domain, question }: { edition: string; domain: string | null; question: Question },
): Domain | null {
  const id = domain ?? domainIdOf(pack, edition, question);
  return findEdition(pack.exam, edition)?.domains.find((candidate) => candidate.id === id) ?? null;
}

/** A topic's own name, without the kind of topic it is: that is said in the reader's language. */
export function titleOf(pack: Pack, edition: string, { kind, id }: Topic): string {
  if (kind === 'domain') {
    const domains = findEdition(pack.exam, edition)?.domains ?? [];
    return domains.find((domain) => domain.id === id)?.name ?? id;
  }
  if (kind === 'module') return pack.modules.find((module) => module.id === id)?.title ?? id;
  const isIt = ({ topic }: TopicEntry) => topic.kind === kind && topic.id === id;
  return listTopics(pack, edition).find(isIt)?.name ?? id;
}

/** The edition with that id; null when the exam has none. */
export function findEdition(exam: Exam, id: string): Edition | null {
  return exam.editions.find((edition) => edition.id === id) ?? null;
}

/**
 * The edition to prepare for on a day (YYYY-MM-DD): the newest that can be sat on it; in a gap between two
 * editions the next to come; after the last sitting of all, the newest.
 */
export function editionOn(exam: Exam, date: string): Edition {
  const byStart = exam.editions.toSorted((a, b) => a.firstSitting.localeCompare(b.firstSitting));
  const isOver = ({ lastSitting }: Edition) => lastSitting !== null && lastSitting < date;
  const edition =
    byStart.findLast((candidate) => candidate.firstSitting <= date && !isOver(candidate)) ??
    byStart.find((candidate) => candidate.firstSitting > date) ??
    byStart.at(-1);
  if (edition === undefined) throw new Error(`exam ${exam.id} has no edition`);
  return edition;
}

/** The accent colour of a domain as Discord wants it: 0xRRGGBB. */
export function accentColorOf(domain: Domain): number {
  return Number.parseInt(domain.color.slice(1), 16);
}

/** The ids of the right options, in file order. */
export function keyOf(question: Question): string[] {
  return question.options.filter((option) => option.correct).map((option) => option.id);
}

/** How many options a member has to choose. The loader admits only questions with one, two or three. */
export function selectCount(question: Question): 1 | 2 | 3 {
  const count = keyOf(question).length;
  if (count === 1 || count === 2 || count === 3) return count;
  throw new Error(`${question.id} has ${count} right options`);
}

function indexOf(pack: Pack, edition: string): EditionIndex {
  const known = indexes.get(pack) ?? new Map<string, EditionIndex>();
  indexes.set(pack, known);
  const index = known.get(edition) ?? buildIndex(pack, edition);
  // An id that no edition has is not remembered: ids may come from old rows or buttons, without end.
  if (findEdition(pack.exam, edition) !== null) known.set(edition, index);
  return index;
}

function buildIndex(pack: Pack, edition: string): EditionIndex {
  const domains = findEdition(pack.exam, edition)?.domains ?? [];
  const domainByTask = new Map(domains.flatMap((domain) => domain.tasks.map((task) => [task.id, domain])));
  const all = [...pack.questions.values()].filter((question) => question.editions.includes(edition));
  const byTopic = new Map<string, Question[]>();
  for (const question of all) {
    const domain = findDomain(pack, question, { edition, domainByTask });
    for (const topic of topicsOf(question, domain)) {
      const key = formatTopic(topic);
      const questions = byTopic.get(key) ?? [];
      questions.push(question);
      byTopic.set(key, questions);
    }
  }
  const topics = nameTopics(pack, edition)
    .map((named) => ({ ...named, questions: byTopic.get(formatTopic(named.topic))?.length ?? 0 }))
    .filter((entry) => entry.questions > 0);
  return { all, byTopic, domainByTask, topics };
}

function findDomain(
  pack: Pack,
  question: Question,
  { edition, domainByTask }: { edition: string; domainByTask: ReadonlyMap<string, Domain> },
): Domain | null {
  const task = pack.concepts.get(question.concepts[0] ?? '')?.task[edition];
  return (task !== undefined && domainByTask.get(task)) || null;
}

function topicsOf(question: Question, domain: Domain | null): Topic[] {
  return [
    ...(domain === null ? [] : [{ kind: 'domain' as const, id: domain.id }]),
    { kind: 'module', id: question.module },
    { kind: 'lesson', id: question.lesson },
    ...question.concepts.map((slug) => ({ kind: 'concept' as const, id: slug })),
  ];
}

/** Everything that may be a topic, asked about or not: domains of the edition, modules, lessons, concepts. */
export function nameTopics(pack: Pack, edition: string): { topic: Topic; name: string }[] {
  const domains = findEdition(pack.exam, edition)?.domains ?? [];
  const lessons = pack.modules.flatMap((module) => module.lessons);
  return [
    ...domains.map(({ id, name }) => ({
      topic: { kind: 'domain' as const, id },
      name: `Domain ${id} – ${name}`,
    })),
    ...pack.modules.map(({ id, title }) => ({
      topic: { kind: 'module' as const, id },
      name: `Module ${id} – ${title}`,
    })),
    ...lessons.map(({ id, title }) => ({ topic: { kind: 'lesson' as const, id }, name: `${id} ${title}` })),
    ...[...pack.concepts.values()].map(({ slug, name }) => ({
      topic: { kind: 'concept' as const, id: slug },
      name,
    })),
  ];
}
