// What several features say: names of things of the product and of Discord.
import { forms } from './forms.ts';

export const common = {
  /** A domain of an exam in lists and titles. */
  domain: (id: string, name: string) => `Domain ${id} – ${name}`,
  module: (id: string, title: string) => `Module ${id} – ${title}`,
  days: (count: number) => forms.plural(count, { one: '# day', other: '# days' }),
  /** A time zone with the clock there: it tells whether it is the right one. */
  zoneNow: (zone: string, clock: string) => `${zone} (now ${clock})`,
  /** Under a private message that will not live long, and the button to a new one. */
  old: 'This message is old and may stop answering soon.',
  fresh: 'Go on in a new message',
  /** Discord's permissions, as its settings name them; the keys are Discord's English names. */
  permissions: {
    'View Channel': 'View Channel',
    'Read Message History': 'Read Message History',
    'Send Messages': 'Send Messages',
    'Send Messages in Threads': 'Send Messages in Threads',
    'Create Public Threads': 'Create Public Threads',
  } as Record<string, string>,
};
