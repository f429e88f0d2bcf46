// /lesson and /concept.
import type { Command } from '#bot/feature.ts';
import { actorOf, EVERYWHERE } from '#bot/ground.ts';
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
      ...EVERYWHERE,
      options: [
        { type: 3, ...named(({ lesson }) => lesson.command.which), autocomplete: true, max_length: 100 },
      ],
    },
    defer: 'none',
    async run(app, interaction) {
      const typed = interaction.options.getString('lesson');
      const screen = await openLesson(app, { ...actorOf(interaction), typed });
      return { kind: 'reply', private: true, message: (words) => showLesson(words, screen, look) };
    },
    async complete(app, typing) {
      const lessons = await offerLessons(app, typing);
      return lessons.map(({ id, title }) => ({ name: `${id} ${title}`, value: `lesson:${id}` }));
    },
  };
}

function conceptCommand(look: Look): Command {
  return {
    group: 'learn',
    data: {
      ...named(({ concept }) => concept.command.concept),
      ...EVERYWHERE,
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
    async run(app, interaction) {
      const typed = interaction.options.getString('name', true);
      const screen = await openConcept(app, { ...actorOf(interaction), typed });
      return { kind: 'reply', private: true, message: (words) => showConcept(words, screen, look) };
    },
    async complete(app, typing) {
      const concepts = await offerConcepts(app, typing);
      return concepts.map(({ slug, name }) => ({ name, value: slug }));
    },
  };
}
