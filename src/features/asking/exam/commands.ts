// /exam start, continue, history and result. Each answer is for its member alone.

import type { Answer, BotApp, Command, CommandInteraction, Typing } from '#bot/feature.ts';
import { actorOf, EVERYWHERE } from '#bot/ground.ts';
import { choice, named } from '#bot/localize.ts';
import { privately } from '#bot/pressing.ts';
import type { Words } from '#words/words.ts';
import { continueExam } from './actions.ts';
import { chooseExam, domainsOf, offerEditions } from './choosing.actions.ts';
import { listPast, listRealResults } from './history.actions.ts';
import { codeOf, showHistory, showIntro } from './history.view.ts';
import { showNotice } from './notices.view.ts';
import { recordResult } from './results.commands.ts';
import { showScreen } from './showing.ts';

const SIZES = ['full', 'half'] as const;

const edition = {
  type: 3 as const,
  ...named(({ exam }) => exam.command.edition),
  autocomplete: true,
  max_length: 100,
};

export const commands: readonly Command[] = [
  {
    group: 'measure',
    data: {
      ...named(({ exam }) => exam.command.exam),
      ...EVERYWHERE,
      options: [
        {
          type: 1,
          ...named(({ exam }) => exam.command.start),
          options: [
            {
              type: 3,
              ...named(({ exam }) => exam.command.size),
              choices: SIZES.map((size) => choice(size, ({ exam }) => exam.sizes[size])),
            },
            { type: 3, ...named(({ exam }) => exam.command.domain), autocomplete: true, max_length: 100 },
            { type: 5, ...named(({ exam }) => exam.command.extraTime) },
            edition,
          ],
        },
        { type: 1, ...named(({ exam }) => exam.command.continue) },
        { type: 1, ...named(({ exam }) => exam.command.history) },
        {
          type: 1,
          ...named(({ exam }) => exam.command.result),
          options: [
            { type: 5, ...named(({ exam }) => exam.command.passed), required: true },
            { type: 4, ...named(({ exam }) => exam.command.score), min_value: 1, max_value: 10_000 },
            { type: 3, ...named(({ exam }) => exam.command.date), max_length: 20 },
            edition,
          ],
        },
      ],
    },
    defer: 'none',
    run(app, interaction) {
      switch (interaction.options.getSubcommand()) {
        case 'start':
          return start(app, interaction);
        case 'continue':
          return goOn(app, interaction);
        case 'history':
          return history(app, interaction);
        default:
          return recordResult(app, interaction);
      }
    },
    complete,
  },
];

async function start(app: BotApp, interaction: CommandInteraction): Promise<Answer> {
  const { options } = interaction;
  const wanted = await chooseExam(app, {
    ...actorOf(interaction),
    size: options.getString('size'),
    domain: options.getString('domain'),
    edition: options.getString('edition'),
    hasExtra: options.getBoolean('extra-time') ?? false,
  });
  return privately((words) => (wanted ? showIntro(words, wanted) : showNotice(words, 'noQuestions')));
}

async function goOn(app: BotApp, { user }: CommandInteraction): Promise<Answer> {
  const screen = await continueExam(app, { memberId: user.id });
  return privately((words) => (screen ? showScreen(words, screen) : showNotice(words, 'none')));
}

async function history(app: BotApp, { user }: CommandInteraction): Promise<Answer> {
  const past = await listPast(app, { memberId: user.id });
  const told = await listRealResults(app, user.id);
  const real = await Promise.all(
    told.map(async (each) => ({ ...each, code: codeOf(await app.content.packOf(each.exam), each.edition) })),
  );
  return privately((words) => showHistory(words, { past, real }));
}

async function complete(app: BotApp, { option, typed, other, ...learner }: Typing, words: Words) {
  if (option === 'edition') return offerEditions(app, { ...learner, typed });
  const domains = await domainsOf(app, { ...learner, edition: other('edition') });
  return domains
    .map(({ id, name }) => ({ name: words.post.domain(id, name), value: id }))
    .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
}
