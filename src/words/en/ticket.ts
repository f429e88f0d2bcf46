// What a ticket's card shows beside its question, and the channel in which a server is shown its tickets and suggestions.
import { forms } from './forms.ts';

const { list, number, percent, plural } = forms;
const firstAnswers = (count: number) => plural(count, { one: '# first answer', other: '# first answers' });
const rounded = (value: number) => value.toFixed(2);

export const ticket = {
  statistics: 'What answers say',
  right: (answers: number, share: number) => `${percent(share)} of ${firstAnswers(answers)} right`,
  discrimination: (value: number) => `discrimination ${rounded(value)}`,
  /** Shares of what each third of ability picked. */
  thirds: (weakest: string, middle: string, best: string) =>
    `weakest third ${weakest}, middle ${middle}, best ${best}`,
  links: 'Links',
  versions: 'Versions',
  version: (version: number) => `version ${number(version)}`,
  made: {
    released: 'released',
    written: 'written',
    edited: 'changed',
    text: 'text mended',
    key: 'key changed',
    either: 'two were right',
    retired: 'retired',
  },
  takenBack: 'taken back',
  look: 'Look at it',
  channel: {
    option: {
      name: 'channel',
      description: 'Where new reports and suggestions are shown; leave out role and channel to clear both',
    },
    on: (channel: string) => `New reports and suggestions are shown in ${channel}.`,
    off: 'No channel is shown new reports and suggestions.',
    choose: 'Channel for reports and suggestions (none when empty)',
    setting: 'review channel',
    set: (channel: string) => `New reports and suggestions are shown in ${channel} from now on.`,
    none: 'No channel is shown new reports and suggestions any more.',
    lacks: (channel: string, names: readonly string[]) =>
      `I cannot show reports and suggestions in ${channel}: I lack ${list(names)} there.`,
    failed: (channel: string) =>
      `The last report or suggestion could not be shown in ${channel}: choose another channel if it is gone.`,
    wrongChannel: (channel: string) =>
      `${channel} takes no messages of its own: please choose a text or announcement channel for reports and suggestions.`,
    failing: 'Reports and suggestions are not shown',
    goesOn:
      'I try again every hour; nothing of it is lost, `/review-queue` and `/question list` have all of them. `/setup server` shows how it stands.',
  },
};
