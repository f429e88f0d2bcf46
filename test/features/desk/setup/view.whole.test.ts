import { describe, expect, it } from 'vitest';
import { type Message, textLength } from '#bot/card.ts';
import { type Checked, dailyLine } from '#features/asking/daily/line.view.ts';
import type { ShownSchedule } from '#features/asking/daily/outcome.rules.ts';
import { section } from '#features/asking/daily/section.ts';
import { digestLine } from '#features/asking/digest/section.view.ts';
import { reviewersLine } from '#features/desk/authoring/section.view.ts';
import { type Checklist, showChecklist } from '#features/desk/setup/checklist.view.ts';
import { examLineOf, permissionLineOf, placeLineOf } from '#features/desk/setup/own.view.ts';
import { describeServer, type Notice, SHOWN_CHANGES } from '#features/desk/setup/rules.ts';
import { noticeSentence, showEditionNotice, showNotice, showWhoMay } from '#features/desk/setup/view.ts';
import type { LoggedChange } from '#features/people/server/section.ts';
import { winnersLine } from '#features/standing/leaderboard/winners.view.ts';
import { listLanguages, type Words, wordsOf } from '#words/words.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';
import { pseudoWords, spoken } from '../../../support/pseudo.ts';

const words = wordsOf('en');
const now = new Date('2026-11-23T08:00:00Z');
const textOf = (message: Message) => JSON.stringify(message.components).replaceAll('\\n', '\n');
const schedule: ShownSchedule = {
  channelId: '1111111111111111111',
  time: '09:00',
  zone: 'Europe/Berlin',
  weekdays: [1, 2, 3, 4, 5],
  domains: [],
  roleId: null,
  wantsThread: false,
  closeAfterMinutes: null,
  status: 'active',
  skipDate: null,
  lastDate: null,
  lastPost: null,
  lastReveal: null,
};
type Asked = { today?: string; language?: string | null; isZoneGuessed?: boolean; zone?: string };
const stateOf = (
  edition = 'c02',
  { today = '2026-10-05', language = null, isZoneGuessed = false, zone = 'Europe/Berlin' }: Asked = {},
) =>
  describeServer(libraryOf(makePack()), {
    server: {
      ...{ id: 's1', exam: 'aws-developer-associate', edition },
      ...{ zone, isZoneGuessed, weekStart: 1, language },
    },
    today,
  });

type Look = {
  checked?: readonly Checked[];
  state?: ReturnType<typeof stateOf>;
  notices?: Notice[];
  open?: string | null;
  isSilent?: boolean;
  locales?: (string | null)[];
  changes?: LoggedChange[];
  isTeamGone?: boolean;
};
const teamOf = (isGone: boolean) => ({
  ...{ role: '15', isGone },
  channel: isGone ? { channelId: '1111111111111111111', lacking: ['Send Messages'], failure: null } : null,
});
/** The checklist as the bot shows it, with all the lines that there are. */
const checklist = (
  { checked = [], state = stateOf(), notices = [], open = null, changes = [], ...look }: Look,
  said: Words = words,
): Message => {
  const { isSilent = false, locales = ['en-US'] } = look;
  const daily = dailyLine({ zone: state.server.zone, checked, now, isRoleSilent: () => isSilent });
  const lines: Checklist['lines'] = [
    { ...examLineOf(state, now), name: 'exam' },
    { ...placeLineOf({ state, languages: listLanguages(), now, locales }), name: 'place' },
    { ...daily, name: 'daily' },
    { ...permissionLineOf(daily.channels), name: 'permissions' },
    { ...reviewersLine(teamOf(look.isTeamGone ?? false)), name: 'reviewers' },
    { ...winnersLine(null), name: 'winners' },
    { ...digestLine(null), name: 'digest' },
  ];
  const asked = notices.map((notice) => (each: Words) => noticeSentence(each, notice));
  const log = { changes, sections: [section], editions: state.editions };
  return showChecklist(said, { lines, notices: asked, open, log });
};
const fine = (each: ShownSchedule = schedule): Checked => ({ schedule: each, missing: [] });
const lacking = (...missing: string[]): Checked => ({ schedule, missing });
const controlsIn = (message: Message) =>
  [...textOf(message).matchAll(/"custom_id":"setup:1:([a-z-]+)/g)].map(([, control]) => control);
/** Discord allows 40 in a message, however deep they lie. */
const componentCount = (message: Message): number => {
  const count = (part: unknown): number => {
    const { components = [], accessory } = part as { components?: unknown[]; accessory?: unknown };
    const inside = [...components, ...(accessory ? [accessory] : [])];
    return 1 + inside.reduce<number>((sum, each) => sum + count(each), 0);
  };
  return message.components.reduce((sum, each) => sum + count(each), 0);
};

describe('the checklist', () => {
  it('says of each line by mark and word how it stands, what is so now, and what is left', () => {
    const shown = textOf(checklist({ checked: [fine()] }));
    expect(shown).toContain('Everything is set.');
    expect(shown).toContain('✅ **Exam and edition** · done');
    expect(shown).toContain('last sitting 30 November 2026');
    expect(shown).toContain('20 questions');
    expect(shown).toContain('Europe/Berlin, where it is 09:00 now');
    expect(shown).toContain('09:00 (Europe/Berlin), Monday to Friday');
    expect(shown).toContain('I have every permission I need in <#1111111111111111111>.');
    expect(shown).toContain('➖ **Summary of the week** · off');
    const empty = textOf(checklist({}));
    expect(empty).toContain('⬜ **Question of the day** · to do');
    expect(empty).toContain('1 line still needs you.');
    expect(empty).toContain('it starts: 09:00 (Europe/Berlin), every day');
  });

  it('has a button at each line, and the controls of the one that is open alone', () => {
    const always = ['test', 'open'];
    const heads = ['open', 'open', 'open', 'check', 'open', 'open', 'open'];
    expect(controlsIn(checklist({ checked: [fine()] }))).toEqual([...heads, ...always]);
    const open = (name: string) =>
      controlsIn(checklist({ checked: [fine()], open: name })).filter(
        (control) => control !== 'open' && control !== 'check' && control !== 'test',
      );
    expect(open('exam')).toEqual(['edition']);
    expect(open('place')).toEqual(['zone', 'language', 'week']);
    expect(open('daily')).toEqual(['channel', 'time', 'weekdays', 'role', 'pause']);
    expect(open('digest')).toEqual(['digest']);
  });

  it('never has two controls of one id, whichever line is open', () => {
    for (const open of ['exam', 'place', 'daily', 'reviewers', 'winners', 'digest', 'log', null]) {
      const shown = textOf(checklist({ checked: [fine()], open }));
      const ids = [...shown.matchAll(/"custom_id":"([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('says on top what came of a change, with what was typed made harmless', () => {
    const notices = [{ kind: 'unknown-zone' as const, typed: '**x** @everyone', choices: ['Europe/Berlin'] }];
    const shown = textOf(checklist({ notices }));
    expect(shown).toContain('Did you mean `Europe/Berlin`?');
    expect(shown).not.toContain('**x**');
  });

  it('tells who may set the server up, by name where that is known', () => {
    expect(textOf(showWhoMay(words, '7'))).toContain('takes **Manage Server**: <@7> has it');
    expect(textOf(showWhoMay(words, null))).toContain('ask an admin');
  });
});

describe('the line of the exam', () => {
  it('is broken once the edition can no longer be sat, and switches in one click', () => {
    const state = stateOf('c02', { today: '2026-12-01' });
    const shown = textOf(checklist({ checked: [fine()], state, open: 'exam' }));
    expect(shown).toContain('⚠️ **Exam and edition** · broken');
    expect(shown).toContain('can no longer be sat.** Its last day was 30 November 2026.');
    expect(shown).toContain('setup:1:switch:c03');
    expect(textOf(checklist({ open: 'exam' }))).not.toContain('setup:1:switch');
  });

  it('offers the switch ahead of the last sitting, with both dates', () => {
    const state = stateOf('c02', { today: '2026-11-26' });
    const shown = textOf(checklist({ state, open: 'exam' }));
    expect(shown).toContain('✅ **Exam and edition** · done');
    expect(shown).toContain('can be sat until 30 November 2026.** From 1 December 2026 it is **DVA-C03**');
    expect(shown).toContain('setup:1:switch:c03');
  });

  it('is broken where the pack no longer has the edition', () => {
    const shown = textOf(checklist({ state: stateOf('c01'), open: 'exam' }));
    expect(shown).toContain('⚠️ **Exam and edition** · broken');
    expect(shown).toContain('please choose another');
  });

  it('says how long the edition can be sat', () => {
    expect(textOf(checklist({ open: 'exam' }))).toContain('Last day to sit DVA-C02: 30 November 2026');
    expect(textOf(checklist({}))).not.toContain('Last day to sit');
  });

  it('a public notice offers the switch to whoever may manage the server', () => {
    const state = stateOf('c02', { today: '2026-12-01' });
    const shown = textOf(
      showEditionNotice(words, { from: state.edition!, to: state.successor!, isOver: true }),
    );
    expect(shown).toContain('setup:1:notice:c03');
  });
});

describe('the time zone', () => {
  const guessed = stateOf('c02', { isZoneGuessed: true, zone: 'UTC' });
  const look = (locales: (string | null)[], state = guessed) =>
    textOf(checklist({ checked: [fine()], state, locales, open: 'place' }));

  it('is guessed from the language of the server, else of whoever sets it up, and confirmed in one click', () => {
    const shown = look(['en-US', 'de']);
    expect(shown).toContain('⬜ **Time zone and language** · to do');
    expect(shown).toContain('I guess **Europe/Berlin**, where it is 09:00 now. Is that right?');
    expect(shown).toContain('setup:1:zone-is:Europe/Berlin');
    expect(look(['ja', 'de'])).toContain('I guess **Asia/Tokyo**');
  });

  it('is asked for where languages say too little, with the likely ones first and any other to be typed', () => {
    const shown = look(['en-US', 'en-US']);
    expect(shown).toContain('Nobody has chosen a time zone yet. I go by UTC, where it is 08:00 now.');
    expect(shown).not.toContain('zone-is');
    expect(shown).toMatch(/"custom_id":"setup:1:zone".*?"value":"America\/New_York"/s);
    expect(shown).toContain('"value":"other"');
  });

  it('is shown as chosen once somebody chose it', () => {
    const shown = look(['de'], stateOf('c02', { zone: 'Asia/Kathmandu' }));
    expect(shown).toMatch(/"value":"Asia\/Kathmandu","label":"Asia\/Kathmandu \(now 13:45\)","default":true/);
    expect(shown).not.toContain('zone-is');
  });
});

describe('the question of the day', () => {
  const look = (checked: Checked[], isSilent = false) =>
    textOf(checklist({ checked, isSilent, open: 'daily' }));

  it('is broken where the bot lacks something, and both lines name what and where', () => {
    const shown = look([lacking('Send Messages')]);
    expect(shown).toContain('⚠️ **Question of the day** · broken');
    expect(shown).toContain('I lack Send Messages in <#1111111111111111111>:** give it to me there');
    expect(shown).toContain(
      '⚠️ **My permissions** · broken\nIn <#1111111111111111111> I lack **Send Messages**.',
    );
  });

  it('is broken where the channel is gone, which is then not offered as chosen', () => {
    const shown = look([{ schedule, missing: 'no-channel' }]);
    expect(shown).toContain('<#1111111111111111111> is gone, or I can no longer see it');
    expect(shown).not.toContain('"default_values":[{"id":"1111111111111111111"');
  });

  it('is broken where a role is gone or may not be pinged, and takes it away in one click', () => {
    const pinging = { ...schedule, roleId: '15' };
    const silent = look([fine(pinging)], true);
    expect(silent).toContain(
      'I may not ping <@&15> yet. To have a role pinged, an admin can allow everybody',
    );
    expect(silent).toContain('setup:1:no-ping');
    const gone = look([fine({ ...pinging, isRoleGone: true })]);
    expect(gone).toContain('Its role was deleted, so nobody is pinged.');
    expect(gone).toContain('setup:1:no-ping');
    expect(gone).not.toContain('"default_values":[{"id":"15"');
    expect(look([fine(pinging)])).not.toContain('setup:1:no-ping');
  });

  it('is broken while Discord takes no question, and off while it is paused', () => {
    const lastPost = { status: 'pending', failure: 'no-permission:Send Messages', retryAt: now };
    expect(look([fine({ ...schedule, lastPost })])).toContain('⚠️ **Question of the day** · broken');
    const mended = look([fine({ ...schedule, lastPost, isMended: true })]);
    expect(mended).toMatch(/✅ \*\*Question of the day.*It works again/s);
    const paused = look([fine({ ...schedule, status: 'paused' })]);
    expect(paused).toContain('➖ **Question of the day** · off');
    expect(paused).toContain('setup:1:resume');
  });

  it('says the next three posts', () => {
    expect(look([fine()])).toMatch(/Next: <t:\d+:F> \(<t:\d+:R>\)\n-# Then: <t:\d+:F> and <t:\d+:F>/);
  });

  it('says of a further channel what is wrong there, also while the line is closed', () => {
    const other = { schedule: { ...schedule, channelId: '2' }, missing: ['Send Messages'] };
    const shown = textOf(checklist({ checked: [fine(), other] }));
    expect(shown).toContain('⚠️ **Question of the day** · broken');
    expect(shown).toContain('<#2> 09:00: **failing**, I lack **Send Messages** there');
  });

  it('names further channels in short, and where they are changed', () => {
    const more = ['2', '3', '4', '5', '6', '7'].map((channelId) => fine({ ...schedule, channelId }));
    const shown = look([fine(), ...more]);
    expect(shown).toContain('<#2> 09:00: running');
    expect(shown).toContain('and 2 more: `/daily list`');
    expect(shown).toContain('the others with `/daily set`');
  });

  it('shows a time and days that no menu has as chosen', () => {
    const shown = look([fine({ ...schedule, time: '07:45', weekdays: [3, 7] })]);
    expect(shown).toContain('"value":"07:45","label":"07:45","default":true');
    expect(shown).toContain('"value":"3,7","label":"Wednesday and Sunday","default":true');
  });
});

describe('the language of the server', () => {
  const chosenIn = (message: Message) =>
    /"value":"([a-z]+)"[^}]*"default":true/.exec(textOf(message).split('setup:1:language')[1] ?? '')?.[1];

  it('is that of Discord until one is chosen, and the menu shows which', () => {
    const unset = checklist({ open: 'place' });
    expect(textOf(unset)).toContain('**Language:** that of this server in Discord');
    expect(chosenIn(unset)).toBe('discord');
    const german = checklist({ open: 'place', state: stateOf('c02', { language: 'de' }) });
    expect(textOf(german)).toContain('**Language:** Deutsch');
    expect(chosenIn(german)).toBe('de');
  });

  it('is that of Discord again when ours no longer speaks the one that was chosen', () => {
    const gone = checklist({ open: 'place', state: stateOf('c02', { language: 'tlh' }) });
    expect(textOf(gone)).toContain('**Language:** that of this server in Discord');
  });

  it('the whole screen is in the language of whoever reads it', () => {
    const german = textOf(checklist({ open: 'place' }, wordsOf('de')));
    expect(german).toContain('30. November 2026');
    expect(german).not.toMatch(/Time zone|Language|Choose/);
  });
});

describe('a notice', () => {
  it.each<[Notice, string]>([
    [{ kind: 'edition-kept', code: 'DVA-C03' }, 'prepares for **DVA-C03** already'],
    [{ kind: 'no-such-edition', typed: 'x', codes: ['A', 'B', 'C'] }, 'please choose A, B or C.'],
    [{ kind: 'zone-changed', zone: 'America/New_York' }, 'Time zone: **America/New York**.'],
    [{ kind: 'zone-kept', zone: 'UTC' }, 'The time zone is **UTC** already.'],
    [{ kind: 'unknown-zone', typed: 'Mars', choices: [] }, 'no time zone “Mars”'],
    [{ kind: 'language-changed', name: 'Deutsch' }, 'Everybody here now reads Deutsch.'],
    [{ kind: 'language-changed', name: null }, 'the language that this server has in Discord'],
    [{ kind: 'unknown-language', typed: '*Klingon*' }, 'I do not speak “\\\\*Klingon'],
  ])('says in words: $kind', (notice, expected) => {
    expect(textOf(showNotice(words, notice))).toContain(expected);
  });
});

describe('the log of changes', () => {
  it('stands below the checklist when it is asked for, and names nobody whose data was deleted', () => {
    const change = { memberId: 'erased', changedAt: now, setting: 'language', before: null, after: 'de' };
    const shown = textOf(checklist({ open: 'log', changes: [change] }));
    expect(shown).toMatch(/somebody who is gone: language: as in Discord → \w+/);
    expect(shown).not.toMatch(/<@[^&]/);
    expect(textOf(checklist({ changes: [change] }))).not.toContain('somebody who is gone');
    expect(textOf(checklist({ open: 'log' }))).toContain('None yet.');
  });

  it('tells a first choice of the zone without one before', () => {
    const change = { memberId: '7', changedAt: now, setting: 'zone', before: null, after: 'Europe/Berlin' };
    expect(textOf(checklist({ open: 'log', changes: [change] }))).toContain('<@7>: time zone: Europe/Berlin');
  });

  const logged = (before: string | null, after: string | null) => {
    const changes = [{ memberId: '7', changedAt: now, setting: 'daily:8', before, after }];
    return textOf(checklist({ open: 'log', changes }));
  };
  it.each([
    [null, '09:00 · UTC · days 1,2,3,4,5,6,7 · role 15', '09:00 · UTC · every day · <@&15>'],
    ['09:00 · UTC · days 1,2,3,4,5', '09:00 · UTC · days 6,7', 'Monday to Friday → Saturday and Sunday'],
    ['09:00 · UTC · role 15', '09:00 · UTC · role 16', '<@&15> → <@&16>'],
    ['09:00 · UTC', '09:00 · UTC · closes after 120 min', 'added: closes after 2 hours'],
    ['09:00 · thread', '09:00', 'taken away: thread'],
    ['09:00', '09:00', 'settings as before'],
    ['active', 'paused', 'active → paused'],
    ['09:00', null, 'removed'],
  ])('tells a change from %s to %s in words', (before, after, told) => {
    expect(logged(before, after)).toContain(`question of the day in <#8>: ${told}"`);
  });

  it('cuts a long change between its parts, never within a mention', () => {
    const shown = logged(null, '09:00 · America/Argentina/ComodRivadavia · days 1,3,5,7 · role 1234567890');
    expect(shown).toContain('America/Argentina/ComodRivadavia …"');
  });
});

describe('the checklist at its fullest', () => {
  const full = {
    ...schedule,
    roleId: '1111111111111111111',
    zone: 'America/Argentina/ComodRivadavia',
    weekdays: [1, 3, 5, 7],
    lastPost: {
      status: 'dropped',
      failure: 'no-permission:View Channel,Send Messages,Read Message History',
      retryAt: null,
    },
  };
  const checked = Array.from({ length: 20 }, (_, index) => ({
    schedule: { ...full, channelId: `11111111111111111${index}` },
    missing: ['View Channel', 'Send Messages', 'Read Message History', 'Create Public Threads'],
  }));
  const changes = Array.from({ length: SHOWN_CHANGES }, () => ({
    memberId: '1111111111111111111',
    changedAt: now,
    setting: 'daily:1111111111111111111',
    before: `09:00 · America/Argentina/ComodRivadavia · days 1,3,5,7 · role 1111111111111111111 · thread`,
    after: `10:00 · America/North_Dakota/New_Salem · days 2,4,6 · domains 1,2,3 · closes after 9999 min`,
  }));
  const state = stateOf('c02', { today: '2026-12-01', isZoneGuessed: true });
  const notices = [{ kind: 'unknown-zone' as const, typed: 'x'.repeat(60), choices: ['a', 'b', 'c'] }];

  const full20 = { checked, changes, state, notices };
  it.each(['exam', 'place', 'daily', 'reviewers', 'winners', 'digest', 'log', null])(
    'fits a message: %s open',
    (open) => {
      for (const said of [wordsOf('en'), wordsOf('de'), pseudoWords(wordsOf('en'))]) {
        const message = checklist({ ...full20, open, isSilent: true, isTeamGone: true }, said);
        expect(textLength(message)).toBeLessThanOrEqual(4000);
        expect(componentCount(message)).toBeLessThanOrEqual(40);
      }
    },
  );

  it('says of closed lines the most important alone before it says nothing of them', () => {
    const message = checklist({ checked, changes, state, open: 'log' }, pseudoWords(wordsOf('en')));
    expect(spoken(textOf(message))).toContain('can no longer be sat');
    expect(spoken(textOf(message))).toContain('Last changes');
  });
});
