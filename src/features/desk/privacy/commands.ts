// /privacy: what is kept about a member, to be seen, taken and deleted by them.
import type { BotApp, Command, CommandInteraction, Shown } from '#bot/feature.ts';
import { EVERYWHERE } from '#bot/ground.ts';
import { choice, named } from '#bot/localize.ts';
import type { Personal } from '#db/personal.ts';
import { visibilities } from '#features/people/member/rules.ts';
import type { Words } from '#words/words.ts';
import { changeVisibility, countOwnData, exportOwnData } from './actions.ts';
import { askDelete, showExport, showOwnData, showVisibility } from './view.ts';

const called = (name: keyof Words['privacy']['command']) => named(({ privacy }) => privacy.command[name]);

const data: Command['data'] = {
  ...called('privacy'),
  ...EVERYWHERE,
  options: [
    { type: 1, ...called('show') },
    { type: 1, ...called('export') },
    { type: 1, ...called('delete') },
    {
      type: 1,
      ...called('visibility'),
      options: [
        {
          type: 3,
          ...called('shown'),
          required: true,
          choices: visibilities.map((shown) =>
            choice(shown, ({ settings }) => settings.visibilityChoice[shown]),
          ),
        },
      ],
    },
  ],
};

export function privacyCommand(personals: readonly Personal[]): Command {
  return {
    group: 'setup',
    data,
    // Years of answers take a moment to be read.
    defer: 'private',
    async run(app, interaction) {
      const message = await act({ ...app, personals }, interaction);
      return { kind: 'reply', private: true, message };
    },
  };
}

async function act(
  deps: BotApp & { personals: readonly Personal[] },
  { options, user }: CommandInteraction,
): Promise<Shown> {
  const who = { memberId: user.id };
  switch (options.getSubcommand()) {
    case 'export': {
      const archive = await exportOwnData(deps, who);
      return (words) => showExport(words, archive);
    }
    case 'delete': {
      const counted = await countOwnData(deps, who);
      return (words) => askDelete(words, counted);
    }
    case 'visibility': {
      const visibility = await changeVisibility(deps, { ...who, shown: options.getString('shown', true) });
      return (words) => showVisibility(words, visibility);
    }
    default: {
      const counted = await countOwnData(deps, who);
      return (words) => showOwnData(words, counted, deps.links);
    }
  }
}
