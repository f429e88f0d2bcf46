// Setting a server up: the screen, the status page, the notices of an edition that ends, the log of changes.
import { forms } from './forms.ts';

const { choice, list, plural } = forms;

type ExamLine = { exam: string; code: string; dates: string; questions: number };
type EditionDates = { code: string; follower: string; last: string; first: string };
type ChecklistLine = { mark: string; title: string; standing: string };
type ChangeLine = { when: string; who: string; what: string; difference: string };

export const setup = {
  command: {
    setup: {
      name: 'setup',
      description: 'Choose the exam, time zone and question of the day of this server',
    },
    server: {
      name: 'server',
      description: 'A checklist in which everything is done; the options do the same from the keyboard',
    },
    edition: { name: 'edition', description: 'Exam edition to prepare for' },
    timezone: { name: 'timezone', description: 'Time zone: type a city' },
    week: { name: 'week', description: 'Weekday on which the week of the leaderboards begins' },
    language: { name: 'language', description: 'Language of what everybody here reads' },
    status: { name: 'status', description: 'What is set, what is missing where, and who changed what' },
  },
  title: 'Set up Cohort',
  line: ({ mark, title, standing }: ChecklistLine) => `${mark} **${title}** · ${standing}`,
  standing: { done: 'done', 'to-do': 'to do', broken: 'broken', off: 'off' },
  lines: { exam: 'Exam and edition', place: 'Time zone and language', permissions: 'My permissions' },
  allDone: 'Everything is set. What you change here acts at once.',
  left: (count: number) =>
    plural(count, {
      one: '# line still needs you. What you choose acts at once.',
      other: '# lines still need you. What you choose acts at once.',
    }),
  setIt: 'Set',
  changeIt: 'Change',
  close: 'Close',
  checkAgain: 'Check again',
  openLog: 'Last changes',
  closeLog: 'Hide changes',
  whoMay: (owner: string | null) =>
    owner === null
      ? 'Setting me up takes **Manage Server**: please ask an admin of this server. All else works for you already: `/quiz` asks a question.'
      : `Setting me up takes **Manage Server**: ${owner} has it, for example. All else works for you already: \`/quiz\` asks a question.`,
  chooseEdition: 'Choose the exam edition',
  examLine: ({ exam, code, dates, questions }: ExamLine) =>
    plural(questions, {
      one: `${exam}, **${code}** · ${dates} · # question`,
      other: `${exam}, **${code}** · ${dates} · # questions`,
    }),
  editionGone: (exam: string) =>
    `${exam}: this edition is no longer in the question bank, please choose another.`,
  lastSitting: (date: string) => `last sitting ${date}`,
  firstSitting: (date: string) => `from ${date}`,
  provisional: (dates: string) => `${dates}, task list provisional`,
  noQuestions: 'There are no questions for this edition yet: please choose another.',
  format: (items: number, minutes: number) => `${items} questions in ${minutes} minutes on the exam`,
  guide: (address: string) => `[Official guide](<${address}>)`,
  lastDay: (code: string, date: string, relative: string) => `Last day to sit ${code}: ${date} (${relative})`,
  zone: (zone: string, time: string) => `${zone}, where it is ${time} now`,
  zoneGuess: (zone: string, time: string) => `I guess **${zone}**, where it is ${time} now. Is that right?`,
  zoneUnknown: (zone: string, time: string) =>
    `Nobody has chosen a time zone yet. I go by ${zone}, where it is ${time} now.`,
  zoneIs: (zone: string) => `Yes, ${zone}`,
  chooseZone: 'Choose the time zone',
  otherZone: 'Another: type a city',
  reviewers: {
    line: 'Review team',
    on: (role: string) => `${role} looks after your own questions, and so does whoever manages the server.`,
    off: 'Whoever manages the server looks after its own questions.',
    gone: 'The role was deleted: choose another, or nobody besides those who manage the server.',
    choose: 'Role of the review team (nobody when empty)',
    none: 'No team',
    setting: 'review team',
  },
  permissions: {
    later: 'I look as soon as a channel is chosen.',
    held: (channels: readonly string[]) => `I have every permission I need in ${list(channels)}.`,
    lacks: (channel: string, names: readonly string[]) => `In ${channel} I lack ${list(names)}.`,
    gone: (channel: string, permission: string) =>
      `${channel} is gone, or I cannot see it: then I lack ${permission} there.`,
    wrongKind: (channel: string) =>
      `${channel} takes no messages of its own: choose a text or announcement channel.`,
    more: (count: number) => plural(count, { one: 'and # channel more', other: 'and # channels more' }),
    how: 'Give them to me in the channel’s settings under Permissions, or choose another channel here.',
  },
  week: (day: string) => `**The week begins on:** ${day}`,
  weekFrom: (day: string) => `Begin weeks on ${day}`,
  language: (name: string) => `**Language:** ${name}`,
  discordLanguage: 'that of this server in Discord',
  chooseLanguage: 'Choose the language',
  discordLanguageChoice: 'That of this server in Discord',
  nothingElse: 'So nothing of this command was changed.',
  zoneModal: {
    title: 'Time zone of this server',
    label: 'Time zone',
    description: 'Such as Europe/Berlin, America/New_York or UTC; a city is enough if only one is called so.',
  },
  retired: {
    ahead: ({ code, follower, last, first }: EditionDates) =>
      `📅 **${code} can be sat until ${last}.** From ${first} it is **${follower}**: if your exam is later than that, switch now.`,
    over: (code: string, successor: string) =>
      `⚠️ **${code} can no longer be sat.** Its successor is **${successor}**.`,
    overSince: (code: string, date: string, successor: string) =>
      `⚠️ **${code} can no longer be sat.** Its last day was ${date}. Its successor is **${successor}**.`,
    keeps: 'Switching keeps every answer, streak and score; only new questions follow the new edition.',
    switchTo: (code: string) => `Switch to ${code}`,
    who: 'The button is for members who may manage this server.',
    switched: (code: string, name: string) =>
      `This server now prepares for **${code}** (switched by ${name}). Nothing was lost.`,
  },
  notice: {
    editionChanged: (code: string) => `This server now prepares for **${code}**. Nothing was lost.`,
    editionKept: (code: string) => `This server prepares for **${code}** already.`,
    noSuchEdition: (typed: string, codes: readonly string[]) =>
      `There is no edition “${typed}”: please choose ${choice(codes)}.`,
    zoneChanged: (zone: string) => `Time zone: **${zone}**.`,
    zoneKept: (zone: string) => `The time zone is **${zone}** already.`,
    unknownZone: (typed: string) =>
      `I know no time zone “${typed}”: please write it like \`Europe/Berlin\`, or a city that only one zone has.`,
    zoneLike: (zones: readonly string[]) => `Did you mean ${choice(zones)}?`,
    weekChanged: (day: string) => `Weeks now begin on **${day}**; the leaderboards are counted anew.`,
    weekKept: (day: string) => `Weeks begin on **${day}** already.`,
    languageChanged: (name: string) => `Everybody here now reads ${name}.`,
    languageOfDiscord: 'I now speak the language that this server has in Discord.',
    unknownLanguage: (typed: string) => `I do not speak “${typed}”: please choose one from the list.`,
  },
  changes: '**Last changes**',
  noChanges: 'None yet.',
  change: {
    line: ({ when, who, what, difference }: ChangeLine) => `${when} ${who}: ${what}: ${difference}`,
    somebody: 'somebody who is gone',
    setting: {
      edition: 'edition',
      zone: 'time zone',
      weekStart: 'first day of the week',
      language: 'language',
    } as Record<string, string>,
    discordLanguage: 'as in Discord',
    removed: 'removed',
    fromTo: (before: string, after: string) => `${before} → ${after}`,
    added: (what: string) => `added: ${what}`,
    takenAway: (what: string) => `taken away: ${what}`,
    asBefore: 'settings as before',
  },
};
