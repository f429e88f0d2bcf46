// /flashcards.
import type { Command } from '#bot/feature.ts';
import { actorOf, EVERYWHERE } from '#bot/ground.ts';
import { named } from '#bot/localize.ts';
import { offerDecks, openCards } from './actions.ts';
import { type Look, showCards } from './view.ts';

export function flashcardsCommand(look: Look): Command {
  return {
    group: 'learn',
    data: {
      ...named(({ flashcards }) => flashcards.command.flashcards),
      ...EVERYWHERE,
      options: [
        {
          type: 3,
          ...named(({ flashcards }) => flashcards.command.topic),
          autocomplete: true,
          max_length: 100,
        },
      ],
    },
    defer: 'none',
    async run(app, interaction) {
      const typed = interaction.options.getString('topic');
      const screen = await openCards(app, { ...actorOf(interaction), typed });
      return { kind: 'reply', private: true, message: (words) => showCards(words, screen, look) };
    },
    async complete(app, typing, { flashcards, quiz }) {
      const typed = typing.typed.trim().toLowerCase();
      const { large, topics } = await offerDecks(app, { ...typing, typed });
      const named = large
        .map(({ deck, text, cards }) => ({
          name: quiz.topic(deck.kind === 'topic' ? text : flashcards.decks[deck.kind], cards),
          value: text,
        }))
        .filter(({ name, value }) => typed === '' || value === typed || name.toLowerCase().includes(typed));
      const found = topics.map(({ name, topic, questions }) => ({
        name: quiz.topic(name, questions),
        value: `${topic.kind}:${topic.id}`,
      }));
      return [...named, ...found];
    },
  };
}
