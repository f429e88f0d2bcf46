// Topics as text and as choices: parsing, formatting and the search behind autocomplete. Knows no pack.

// The order is the one in which topics are offered when nothing has been typed.
const topicKinds = ['domain', 'module', 'lesson', 'concept'] as const;

/** What a member can ask questions about; written as "domain:2", "module:4", "lesson:4.1", "concept:sqs-delay". */
export type Topic = { kind: (typeof topicKinds)[number]; id: string };

/** A topic as it is offered to members, with the number of questions it has in one edition. */
export type TopicEntry = { topic: Topic; name: string; questions: number };

/** The topic a text stands for; null when it is not written like one. Whether it exists is not looked up. */
export function parseTopic(text: string): Topic | null {
  const [, kindText, id] = /^([a-z]+):([a-z0-9.-]+)$/.exec(text) ?? [];
  const kind = topicKinds.find((known) => known === kindText);
  return kind !== undefined && id !== undefined ? { kind, id } : null;
}

export function formatTopic(topic: Topic): string {
  return `${topic.kind}:${topic.id}`;
}

/**
 * The topics that match what was typed, best first: every typed word must occur in the name or the id, in any case.
 * Entries of the same rank keep their order, so with nothing typed the list comes back from its start, and the wider
 * topics (domains, modules, lessons) stand before the many concepts that share their words.
 */
export function findTopics(topics: readonly TopicEntry[], typed: string, limit: number): TopicEntry[] {
  const wanted = typed.toLowerCase().trim();
  return topics
    .map((entry) => ({ entry, rank: rankTopic(entry, wanted) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => Number(a.rank) - Number(b.rank))
    .slice(0, limit)
    .map(({ entry }) => entry);
}

/** 0 the topic itself, 1 starts of words, 2 anywhere; null when a word is not found. */
function rankTopic({ topic, name }: TopicEntry, wanted: string): number | null {
  const texts = [name.toLowerCase(), topic.id, formatTopic(topic)];
  if (texts.includes(wanted)) return 0;
  const typedWords = wanted.split(/\s+/);
  const words = texts.flatMap((text) => text.split(/[^a-z0-9.]+/));
  if (typedWords.every((typed) => words.some((word) => word.startsWith(typed)))) return 1;
  return typedWords.every((typed) => texts.some((text) => text.includes(typed))) ? 2 : null;
}
