// /review, and with `export` its cards as a file.
import type { Answer, BotApp, Command, CommandInteraction } from '#bot/feature.ts';
import { actorOf, EVERYWHERE } from '#bot/ground.ts';
import { choice, named } from '#bot/localize.ts';
import { nextCard } from './actions.ts';
import { DECK_FORMATS, isDeckFormat, noteOf } from './deck.rules.ts';
import { makeDeckFile } from './deck-file.ts';
import { exportCards } from './export.actions.ts';
import { showExport } from './export.view.ts';
import { type Doors, showStep } from './view.ts';

export const reviewCommand = (doors: Doors): Command => ({
  group: 'practise',
  data: {
    ...named(({ review: words }) => words.command.review),
    ...EVERYWHERE,
    options: [
      {
        type: 3,
        ...named(({ review: words }) => words.command.export),
        choices: DECK_FORMATS.map((format) => choice(format, ({ review: words }) => words.formats[format])),
      },
    ],
  },
  defer: 'none',
  async run(app, interaction) {
    const format = interaction.options.getString('export');
    if (format !== null) return exported(app, interaction, format);
    const step = await nextCard(app, actorOf(interaction));
    return {
      kind: 'reply',
      private: true,
      message: (words) => showStep(words, step, { before: null, doors }),
    };
  },
});

async function exported(app: BotApp, interaction: CommandInteraction, typed: string): Promise<Answer> {
  const format = isDeckFormat(typed) ? typed : 'apkg';
  const { pack, cards, now } = await exportCards(app, actorOf(interaction));
  // The file speaks the member's language as the message does, and takes longer than a message may be laid out.
  const { review: spoken } = await app.languages.ofMember(interaction.user.id, interaction.locale);
  const notes = cards.map((each) => noteOf(pack, each, spoken.anki));
  const deck = { key: pack.exam.id, name: pack.exam.name, notes };
  const file = notes.length > 0 ? await makeDeckFile(format, { deck, now }) : null;
  const shown = { cards: notes.length, file };
  return { kind: 'reply', private: true, message: (words) => showExport(words, shown) };
}
