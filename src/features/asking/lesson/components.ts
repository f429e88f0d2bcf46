// The buttons and menus of lessons and concepts. Each says where it leads: nothing is remembered between two presses.
import type { Answer, BotApp, Component, ComponentInteraction } from '#bot/feature.ts';
import { actorOf } from '#bot/ground.ts';
import { isOnOldMessage } from '#bot/old-message.ts';
import { Refusal } from '#lib/refusal.ts';
import { openModule, openModules, setDone, turnTo } from './actions.ts';
import { openConcept } from './concept.actions.ts';
import { showConcept } from './concept.view.ts';
import type { LessonScreen } from './screen.ts';
import { type Look, showLesson } from './view.ts';

type Doors = Omit<Look, 'isOld'>;
type Press = { interaction: ComponentInteraction; args: string[] };
type Act = (app: BotApp, press: Press) => Promise<LessonScreen>;

/** What a press of the component `lesson` opens, by the first argument of its id. */
const acts: Record<string, Act> = {
  page: (app, press) => turnTo(app, turnOf(press)),
  fresh: (app, press) => turnTo(app, turnOf(press)),
  done: (app, press) => setDone(app, { ...turnOf(press), isDone: press.args[3] === '1' }),
  list: (app, press) => openModules(app, readerOf(press)),
  modules: (app, press) => openModule(app, { ...readerOf(press), moduleId: chosenIn(press) }),
  lessons: (app, press) =>
    turnTo(app, { ...readerOf(press), exam: press.args[0] ?? '', lessonId: chosenIn(press), page: 0 }),
};

export function lessonComponents(doors: Doors): readonly Component[] {
  return [
    {
      name: 'lesson',
      defer: 'none',
      async run(app, { interaction, args: [act = '', ...args] }) {
        const open = Object.hasOwn(acts, act) ? acts[act] : undefined;
        if (!open) throw new Refusal({ kind: 'outdated-component' });
        const screen = await open(app, { interaction, args });
        const isFresh = act === 'fresh' || (act === 'list' && args[0] === 'fresh');
        return answerWith(screen, { ...doors, isOld: !isFresh && isOnOldMessage(interaction) }, isFresh);
      },
    },
    {
      name: 'concept',
      defer: 'none',
      async run(app, { interaction }) {
        const typed = chosenIn({ interaction });
        const screen = await openConcept(app, { ...actorOf(interaction), typed });
        // Beside the lesson, not in its place: reading goes on where it was.
        const message = (words: Parameters<typeof showConcept>[0]) =>
          showConcept(words, screen, { ...doors, isOld: false });
        return { kind: 'reply', private: true, message };
      },
    },
  ];
}

function answerWith(screen: LessonScreen, look: Look, isFresh: boolean): Answer {
  const message = (words: Parameters<typeof showLesson>[0]) => showLesson(words, screen, look);
  return isFresh ? { kind: 'reply', private: true, message } : { kind: 'update', message };
}

function readerOf({ interaction }: Pick<Press, 'interaction'>) {
  return actorOf(interaction);
}

function turnOf({ interaction, args: [exam = '', lessonId = '', page = ''] }: Press) {
  if (!/^\d{1,3}$/.test(page)) throw new Refusal({ kind: 'outdated-component' });
  return { ...readerOf({ interaction }), exam, lessonId, page: Number(page) };
}

function chosenIn({ interaction }: Pick<Press, 'interaction'>): string {
  return interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : '';
}
