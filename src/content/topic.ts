// Topics as text and as choices: parsing and formatting. Knows no pack.

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

/** A topic of a server's own pack names the pack first: "own-3", "own-3/domain:2"; any other has none. */
export function splitTopic(text: string): { exam: string | null; rest: string | null } {
  const [, exam, rest = null] = /^(own-\d{1,15})(?:\/(.*))?$/.exec(text.trim()) ?? [];
  return exam === undefined ? { exam: null, rest: text } : { exam, rest };
}

/** The same as one text; null for a whole official exam. */
export function joinTopic(exam: string | null, rest: string | null): string | null {
  return exam === null ? rest : rest === null ? exam : `${exam}/${rest}`;
}
