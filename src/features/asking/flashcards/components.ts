// The buttons of flashcards: show, the four grades or next, another deck.
import type { Answer, BotApp, Component, ComponentInteraction, Shown } from '#bot/feature.ts';
import { actorOf } from '#bot/ground.ts';
import { isOnOldMessage } from '#bot/old-message.ts';
import { CARD_GRADES, type CardGrading } from '#features/standing/card-grading.ts';
import { Refusal } from '#lib/refusal.ts';
import { beginDeck, chooseDeck, gradeCard, type OnCard, openCards, showAgain } from './actions.ts';
import { unpackDay } from './rules.ts';
import type { CardScreen } from './screen.ts';
import { type Look, showCards } from './view.ts';

type Offered = Pick<Look, 'practice'> & { grading: CardGrading | null };

export function cardComponents({ practice, grading }: Offered): readonly Component[] {
  const answer = (screen: CardScreen, interaction: ComponentInteraction, isNew: boolean): Answer => {
    const isOld = !isNew && isOnOldMessage(interaction);
    const look = { practice, canGrade: grading !== null, isOld };
    const message: Shown = (words) => showCards(words, screen, look);
    return isNew ? { kind: 'reply', private: true, message } : { kind: 'update', message };
  };
  return [
    {
      name: 'card',
      defer: 'none',
      async run(app, { interaction, args: [act = '', ...args] }) {
        const on = readCard(interaction, args);
        const screen = await press(app, { act, on, interaction, grading });
        return answer(screen, interaction, act === 'fresh');
      },
    },
    {
      name: 'deck',
      defer: 'none',
      async run(app, { interaction, args: [how = '', ...args] }) {
        // A topic is written with a colon of its own: "lesson:4.1".
        const screen = await open(app, { how, text: args.join(':'), interaction });
        return answer(screen, interaction, how === 'new' || how === 'fresh');
      },
    },
  ];
}

type Press = { act: string; on: OnCard; interaction: ComponentInteraction; grading: CardGrading | null };

function press(app: BotApp, { act, on, interaction, grading }: Press): Promise<CardScreen> {
  if (act === 'show') return showAgain(app, { ...on, side: 'back' });
  if (act === 'fresh') return showAgain(app, { ...on, side: 'front' });
  const grade = CARD_GRADES.find((each) => each === act);
  if (!grade && act !== 'next') throw new Refusal({ kind: 'outdated-component' });
  // Where nobody keeps grades any more, an old button goes on all the same.
  const graded =
    grade && grading ? { grade, grading, pressId: interaction.id, at: interaction.createdAt } : null;
  return gradeCard(app, { ...on, graded });
}

type Opening = { how: string; text: string; interaction: ComponentInteraction };

function open(app: BotApp, { how, text, interaction }: Opening): Promise<CardScreen> {
  const reader = actorOf(interaction);
  switch (how) {
    case 'here':
      return beginDeck(app, { ...reader, text });
    case 'new':
      return openCards(app, { ...reader, typed: text });
    case 'menu':
      return openCards(app, { ...reader, typed: chosenIn(interaction) });
    case 'choose':
    case 'fresh':
      return chooseDeck(app, reader);
    default:
      throw new Refusal({ kind: 'outdated-component' });
  }
}

function readCard(interaction: ComponentInteraction, args: readonly string[]): OnCard {
  const [exam = '', packed = '', cardId = '', ...topic] = args;
  const day = unpackDay(packed);
  if (day === null) throw new Refusal({ kind: 'outdated-component' });
  return { ...actorOf(interaction), exam, day, cardId, text: topic.join(':') };
}

function chosenIn(interaction: ComponentInteraction): string {
  return interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : '';
}
