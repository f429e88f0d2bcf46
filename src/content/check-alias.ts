// What an alias must hold about the rest of its pack: its topics exist, once each, and are not called so already.
import type { KnownToLessons } from './check-lesson.ts';
import type { Fault } from './fault.ts';
import type { Alias } from './schema.ts';
import type { Source } from './source.ts';
import { parseTopic } from './topic.ts';

export function checkAlias({ file, value, at }: Source<Alias>, known: KnownToLessons): Fault[] {
  return value.topics.flatMap((topic, index) => {
    const fault = (text: string) => [
      { file, line: at(['topics', index]), text: `alias "${value.text}": ${text}` },
    ];
    if (value.topics.indexOf(topic) !== index) return fault(`${topic} is listed twice: remove one`);
    const names = namesOf(topic, known);
    if (names === null) return fault(`there is no ${topic}: use a topic that exists`);
    return names.includes(value.text) ? fault(`${topic} has that name itself: remove the alias`) : [];
  });
}

/** What a topic is called, in lower case; null when it does not exist, empty where that cannot be known. */
function namesOf(topic: string, { editions, modules, lessons, concepts }: KnownToLessons): string[] | null {
  const { kind, id } = parseTopic(topic) ?? {};
  const called = (name: string | undefined) => (name === undefined ? null : [name.toLowerCase(), topic]);
  if (kind === 'concept' && concepts !== null) return called(concepts.get(id ?? '')?.name);
  if (kind === 'domain' && editions !== null) {
    const domains = [...editions.values()].flatMap((edition) => edition.domains);
    return called(domains.find((domain) => domain.id === id)?.name);
  }
  if (lessons === null) return [];
  if (kind === 'module') return called(modules.find((module) => module.id === id)?.title);
  const listed = modules.flatMap((module) => module.lessons);
  return kind === 'lesson' ? called(listed.find((lesson) => lesson.id === id)?.title) : [];
}
