// /setup server and /setup status.

import type { Answer, BotApp, Choice, Command, CommandInteraction, Typing } from '#bot/feature.ts';
import { actorIn, IN_SERVERS, requireServer } from '#bot/ground.ts';
import { choice, named } from '#bot/localize.ts';
import { MANAGE_SERVER, requireManageServer } from '#bot/permission.ts';
import { privately } from '#bot/pressing.ts';
import { WEEK_STARTS } from '#features/people/server/rules.ts';
import type { Changed, Sentence, SetupSection } from '#features/people/server/section.ts';
import { findZones } from '#features/people/server/zones.rules.ts';
import { DISCORD_LANGUAGE } from '#lib/language-choice.ts';
import { localTimeAt } from '#lib/local-date.ts';
import { listLanguages, type Words } from '#words/words.ts';
import { changeTogether, chooseEdition, chooseLanguage, chooseWeekStart, chooseZone } from './actions.ts';
import { completeEdition, isRefusal, type Notice, parseWeekStart } from './rules.ts';
import { setupScreen } from './screen.ts';
import { LOG, noticeSentence } from './view.ts';

export function setupCommand(sections: readonly SetupSection[]): Command {
  return {
    group: 'setup',
    data: definitionWith(sections),
    // A permission check may have to fetch every channel first.
    defer: 'private',
    async run(app, interaction) {
      requireManageServer(interaction);
      return interaction.options.getSubcommand() === 'status'
        ? status(app, interaction, sections)
        : server(app, interaction, sections);
    },
    complete: async (app, typing, words) => complete(app, typing, words),
  };
}

function definitionWith(sections: readonly SetupSection[]): Command['data'] {
  return {
    ...named(({ setup }) => setup.command.setup),
    ...IN_SERVERS,
    default_member_permissions: MANAGE_SERVER,
    options: [
      {
        type: 1,
        ...named(({ setup }) => setup.command.server),
        options: [
          { type: 3, ...named(({ setup }) => setup.command.edition), autocomplete: true, max_length: 100 },
          { type: 3, ...named(({ setup }) => setup.command.timezone), autocomplete: true, max_length: 60 },
          { type: 3, ...named(({ setup }) => setup.command.language), autocomplete: true, max_length: 60 },
          {
            type: 4,
            ...named(({ setup }) => setup.command.week),
            choices: WEEK_STARTS.map((day) => choice(day, ({ forms }) => forms.weekday(day))),
          },
          ...sections.flatMap(({ options }) => options),
        ],
      },
      { type: 1, ...named(({ setup }) => setup.command.status) },
    ],
  };
}

type Sections = readonly SetupSection[];

async function server(app: BotApp, interaction: CommandInteraction, sections: Sections): Promise<Answer> {
  const serverId = requireServer(interaction);
  const { sentences, isUndone } = await changeTogether(app, { serverId }, async (inside) => [
    ...(await changeOwn({ ...inside, sections }, interaction)),
    ...(await changeSections(inside, interaction, sections)),
  ]);
  app.languages.forget(serverId);
  const undone: Sentence[] = isUndone ? [({ setup }) => setup.nothingElse] : [];
  const shown = { sections, notices: [...sentences, ...undone] };
  const wish = { kind: 'onwards' as const, from: null };
  return privately(await setupScreen(app, interaction, { ...shown, wish }));
}

async function changeOwn(
  deps: BotApp & { sections: Sections },
  interaction: CommandInteraction,
): Promise<Changed[]> {
  const { options } = interaction;
  const who = actorIn(interaction);
  const [edition, zone, language] = ['edition', 'timezone', 'language'].map((name) =>
    options.getString(name),
  );
  const changed: Changed[] = [];
  if (edition) changed.push(said(await chooseEdition(deps, { ...who, typed: edition })));
  if (zone) {
    const { notice, followed } = await chooseZone(deps, { ...who, typed: zone });
    changed.push(said(notice), ...followed.map((sentence) => ({ sentence, isRefused: false })));
  }
  const day = parseWeekStart(options.getInteger('week') ?? 0);
  if (day) changed.push(said(await chooseWeekStart(deps, { ...who, day })));
  if (language) {
    const languages = listLanguages();
    changed.push(said(await chooseLanguage({ ...deps, languages }, { ...who, typed: language })));
  }
  return changed;
}

function said(notice: Notice): Changed {
  return { sentence: (words) => noticeSentence(words, notice), isRefused: isRefusal(notice) };
}

async function changeSections(
  app: BotApp,
  interaction: CommandInteraction,
  sections: Sections,
): Promise<Changed[]> {
  const changed: Changed[] = [];
  for (const section of sections) changed.push(...(await section.change(app, interaction)));
  return changed;
}

/** The checklist with the log of changes open. */
async function status(app: BotApp, interaction: CommandInteraction, sections: Sections): Promise<Answer> {
  const wish = { kind: 'exactly' as const, name: LOG };
  return privately(await setupScreen(app, interaction, { sections, notices: [], wish }));
}

function complete(app: BotApp, { option, typed: value }: Typing, { setup, common }: Words): Choice[] {
  switch (option) {
    case 'edition':
      return completeEdition(app.content, value);
    case 'language':
      return [
        { name: setup.discordLanguageChoice, value: DISCORD_LANGUAGE },
        ...listLanguages().map((language) => ({ name: language.name, value: language.code })),
      ].filter((choice) => choice.name.toLowerCase().includes(value.trim().toLowerCase()));
    default: {
      const now = app.clock.now();
      return findZones(value, 25).map((zone) => ({
        name: common.zoneNow(zone, localTimeAt(now, zone)),
        value: zone,
      }));
    }
  }
}
