// /lesson and /concept.
import type { Command } from '#bot/feature.ts';
import { named } from '#bot/localize.ts';
import { offerLessons, openLesson } from './actions.ts';
import { offerConcepts, openConcept } from './concept.actions.ts';
import { showConcept } from './concept.view.ts';
import { type Look, showLesson } from './view.ts';

export function lessonCommands(look: Look): readonly Command[] {
  return [lessonCommand(look), conceptCommand(look)];
}

function lessonCommand(look: Look): Command {
  return {
    group: 'learn',
    data: {
      ...named(({ lesson }) => lesson.command.lesson),
      contexts: [0],
      integration_types: [0],
      options: [
        { type: 3, ...named(({ lesson }) => lesson.command.which), autocomplete: true, max_length: 100 },
      ],
    },
    defer: 'none',
    async run(app, { guildId, user, options }) {
      const typed = options.getString('lesson');
      const screen = await openLesson(app, { serverId: guildId, memberId: user.id, typed });
      return { kind: 'reply', private: true, message: (words) => showLesson(words, screen, look) };
    },
    async complete(app, { guildId, typed }) {
      if (!guildId) return [];
      const lessons = await offerLessons(app, { serverId: guildId, typed });
      return lessons.map(({ id, title }) => ({ name: `${id} ${title}`, value: `lesson:${id}` }));
    },
  };
}

function conceptCommand(look: Look): Command {
  return {
    group: 'learn',
    data: {
      ...named(({ concept }) => concept.command.concept),
      contexts: [0],
      integration_types: [0],
      options: [
        {
          type: 3,
          ...named(({ concept }) => concept.command.which),
          autocomplete: true,
          required: true,
          max_length: 100,
        },
      ],
    },
    defer: 'none',
    async run(app, { guildId, options }) {
      const screen = await openConcept(app, { serverId: guildId, typed: options.getString('name', true) });
      return { kind: 'reply', private: true, message: (words) => showConcept(words, screen, look) };
    },
    async complete(app, { guildId, typed }) {
      if (!guildId) return [];
      const concepts = await offerConcepts(app, { serverId: guildId, typed });
      return concepts.map(({ slug, name }) => ({ name, value: slug }));
    },
  };
}
