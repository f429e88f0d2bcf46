// How /settings is declared to Discord.
import type { Command } from '#bot/feature.ts';
import { EVERYWHERE } from '#bot/ground.ts';
import { choice, named } from '#bot/localize.ts';
import type { Words } from '#words/words.ts';
import { MAX_DAY_START, MAX_PAUSE_DAYS, visibilities } from './rules.ts';

type Names = Words['settings']['command'];
const called = (name: keyof Names) => named(({ settings }) => settings.command[name]);

export const data: Command['data'] = {
  ...called('settings'),
  ...EVERYWHERE,
  options: [
    { type: 1, ...called('show') },
    {
      type: 1,
      ...called('timezone'),
      options: [{ type: 3, ...called('zone'), required: true, autocomplete: true, max_length: 60 }],
    },
    {
      type: 1,
      ...called('exam'),
      options: [{ type: 3, ...called('which'), required: true, autocomplete: true, max_length: 100 }],
    },
    {
      type: 1,
      ...called('dayStart'),
      options: [{ type: 4, ...called('hour'), required: true, min_value: 0, max_value: MAX_DAY_START }],
    },
    {
      type: 1,
      ...called('pause'),
      options: [
        { type: 4, ...called('days'), required: true, min_value: 1, max_value: MAX_PAUSE_DAYS },
        { type: 3, ...called('from'), autocomplete: true, max_length: 40 },
      ],
    },
    { type: 1, ...called('unpause') },
    { type: 1, ...called('reminders'), options: [{ type: 5, ...called('on'), required: true }] },
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
    {
      type: 1,
      ...called('language'),
      options: [{ type: 3, ...called('to'), required: true, autocomplete: true, max_length: 60 }],
    },
  ],
};
