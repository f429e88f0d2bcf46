// How /settings is declared to Discord.
import type { Command } from '#bot/feature.ts';
import { MAX_DAY_START, MAX_PAUSE_DAYS } from './rules.ts';

export const data: Command['data'] = {
  name: 'settings',
  description: 'Your time zone, pauses, reminders and visibility',
  contexts: [0],
  integration_types: [0],
  options: [
    { type: 1, name: 'show', description: 'What is set for you now' },
    {
      type: 1,
      name: 'timezone',
      description: 'Which clock your days follow (once in 24 hours)',
      options: [
        {
          type: 3,
          name: 'zone',
          description: 'A city or offset, such as Berlin or +5:30; or the server’s own zone',
          required: true,
          autocomplete: true,
          max_length: 60,
        },
      ],
    },
    {
      type: 1,
      name: 'day-start',
      description: 'At which hour your day begins: for those who study after midnight',
      options: [
        {
          type: 4,
          name: 'hour',
          description: 'From 0 (midnight) to 6 in the morning',
          required: true,
          min_value: 0,
          max_value: MAX_DAY_START,
        },
      ],
    },
    {
      type: 1,
      name: 'pause',
      description: 'Pause your streak beforehand: paused days neither count nor break it',
      options: [
        {
          type: 4,
          name: 'days',
          description: 'How many days',
          required: true,
          min_value: 1,
          max_value: MAX_PAUSE_DAYS,
        },
        {
          type: 3,
          name: 'from',
          description: 'The first paused day (today by default)',
          autocomplete: true,
          max_length: 40,
        },
      ],
    },
    { type: 1, name: 'unpause', description: 'End your pause today, or call off the next one' },
    {
      type: 1,
      name: 'reminders',
      description: 'A direct message before your streak would break',
      options: [{ type: 5, name: 'on', description: 'True sends them, false does not', required: true }],
    },
    {
      type: 1,
      name: 'visibility',
      description: 'Whether others see you on leaderboards',
      options: [
        {
          type: 3,
          name: 'shown',
          description: 'Visible, anonymous or hidden',
          required: true,
          choices: [
            { name: 'visible – by name', value: 'visible' },
            { name: 'anonymous – ranked without a name', value: 'anonymous' },
            { name: 'hidden – not shown to others', value: 'hidden' },
          ],
        },
      ],
    },
  ],
};
