import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COMMON_WEEKDAYS,
  completeDomains,
  parseDomains,
  parseTime,
  parseWeekdays,
} from '#features/asking/daily/parse.rules.ts';
import { defaultSettings, readTyped } from '#features/asking/daily/settings.rules.ts';
import { listLanguages, wordsOf } from '#words/words.ts';
import { makePack } from '../../../support/pack.ts';

const domains = makePack().exam.editions[0]!.domains;

describe('a time of day', () => {
  it.each([
    ['7:30', '07:30'],
    ['07:30', '07:30'],
    ['7.30am', '07:30'],
    ['7.30 PM', '19:30'],
    ['19h', '19:00'],
    ['19h30', '19:30'],
    ['7pm', '19:00'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    ['0730', '07:30'],
    [' 00:00 ', '00:00'],
    ['930', '09:30'],
    ['7:30 p.m.', '19:30'],
    ['7 a.m.', '07:00'],
    ['noon', '12:00'],
    ['18 Uhr', '18:00'],
    ['18:30 Uhr', '18:30'],
    ['18 Uhr 30', '18:30'],
    ['７:30', '07:30'],
    ['7:30 de la tarde', '19:30'],
    ['19 horas', '19:00'],
    ['às 19h30', '19:30'],
    ['7 da manhã', '07:00'],
    ['19時', '19:00'],
    ['午後7時半', '19:30'],
    ['７時３０分', '07:30'],
    ['오후 7시 30분', '19:30'],
    ['정오', '12:00'],
    ['下午7点半', '19:30'],
    ['晚上8点', '20:00'],
    ['7点30分', '07:30'],
    ['à 19 h 30', '19:30'],
    ['19 heures', '19:00'],
    ['midi', '12:00'],
    ['晚上12点半', '00:30'],
    ['밤 10시', '22:00'],
    ['밤 1시', '01:00'],
    ['12 de la noche', '00:00'],
    ['12:30 de la noche', '00:30'],
    ['9 da noite', '21:00'],
    ['夜9時', '21:00'],
    ['午前0時30分', '00:30'],
    ['午後0時30分', '12:30'],
    ['0am', '00:00'],
  ])('reads %s', (typed, expected) => expect(parseTime(typed)).toBe(expected));
  it.each([
    '',
    '7',
    '24:00',
    '7:60',
    '13pm',
    'noonish',
    '7:3',
    '-1:00',
    '99h',
    '960',
    '18 Uhr 3',
    'Uhr',
    '19h às 20h',
    '7 até 8h',
  ])('refuses %s', (typed) => expect(parseTime(typed)).toBeNull());
  it('reads back every minute of the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        expect(parseTime(time)).toBe(time);
      }),
    );
  });
});

describe('weekdays', () => {
  it.each([
    ['mon-fri', [1, 2, 3, 4, 5]],
    ['daily', [1, 2, 3, 4, 5, 6, 7]],
    ['1,3,5', [1, 3, 5]],
    ['sat, sun', [6, 7]],
    ['Monday to Wednesday', [1, 2, 3]],
    ['fri-mon', [1, 5, 6, 7]],
    ['weekends', [6, 7]],
    ['mon, mon', [1]],
    ['thurs', [4]],
    ['mondays and thursdays', [1, 4]],
    ['mon wed fri', [1, 3, 5]],
    ['Mon, Wed & Fri', [1, 3, 5]],
    ['mon, wed, and fri', [1, 3, 5]],
    ['montag', [1]],
    ['Di, Do und So', [2, 4, 7]],
    ['Mo. bis Mi.', [1, 2, 3]],
    ['täglich', [1, 2, 3, 4, 5, 6, 7]],
    ['de lunes a viernes', [1, 2, 3, 4, 5]],
    ['lun, mié y vie', [1, 3, 5]],
    ['todos los días', [1, 2, 3, 4, 5, 6, 7]],
    ['de segunda a sexta', [1, 2, 3, 4, 5]],
    ['segunda-feira e quarta-feira', [1, 3]],
    ['seg-sex', [1, 2, 3, 4, 5]],
    ['fim de semana', [6, 7]],
    ['月曜日から金曜日まで', [1, 2, 3, 4, 5]],
    ['月〜金', [1, 2, 3, 4, 5]],
    ['月水金', [1, 3, 5]],
    ['土・日', [6, 7]],
    ['월요일부터 금요일까지', [1, 2, 3, 4, 5]],
    ['월, 수, 금', [1, 3, 5]],
    ['평일', [1, 2, 3, 4, 5]],
    ['周一到周五', [1, 2, 3, 4, 5]],
    ['星期一、三、五', [1, 3, 5]],
    ['周末', [6, 7]],
    ['星期天', [7]],
    ['礼拜一到礼拜三', [1, 2, 3]],
    ['du lundi au vendredi', [1, 2, 3, 4, 5]],
    ['mar. et jeu.', [2, 4]],
    ['tous les jours', [1, 2, 3, 4, 5, 6, 7]],
  ])('reads %s', (typed, expected) => expect(parseWeekdays(typed)).toEqual(expected));
  it.each(['', '0', '8', 'm', 'mon-', 'mon-tue-wed', 'someday', '1,,2', 'se', 'lundi-'])(
    'refuses "%s"',
    (typed) => expect(parseWeekdays(typed)).toBeNull(),
  );
  it.each(listLanguages())('reads every day as $name calls it, in full and short', ({ code }) => {
    const { weekday } = wordsOf(code).forms;
    for (const day of [1, 2, 3, 4, 5, 6, 7])
      expect([parseWeekdays(weekday(day)), parseWeekdays(weekday(day, 'short'))]).toEqual([[day], [day]]);
  });
  it.each(listLanguages())('understands what it says of days in $name', ({ code }) => {
    const { weekdays } = wordsOf(code).daily;
    for (const days of [[1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5], [6, 7], [1, 3, 5], [2], [3, 4, 5, 6]])
      expect(parseWeekdays(weekdays(days)), weekdays(days)).toEqual(days);
  });
  it('everything that autocomplete offers can be read', () => {
    for (const offered of COMMON_WEEKDAYS) expect(parseWeekdays(offered)).not.toBeNull();
  });
});

describe('domains', () => {
  it.each([
    ['1,3', ['1', '3']],
    ['3, 1', ['1', '3']],
    ['1，3', ['1', '3']],
    ['1、3', ['1', '3']],
    ['todos', []],
    ['Gebiet 2', ['2']],
    ['domain 2', ['2']],
    ['all', []],
    ['', []],
    ['1,2,3,4', []],
    [domains[1]!.name.toUpperCase(), ['2']],
  ])('reads %s', (typed, expected) => expect(parseDomains(typed, domains)).toEqual(expected));
  it('refuses what the edition does not have', () => expect(parseDomains('1,9', domains)).toBeNull());
  it('keeps what was chosen before the comma', () => {
    const choices = completeDomains('1,', domains);
    expect(choices.map(({ value }) => value)).toEqual(['1,2', '1,3', '1,4']);
    for (const { value } of completeDomains('', domains)) expect(parseDomains(value, domains)).not.toBeNull();
  });
});

describe('a schedule as typed', () => {
  const typed = { time: '9:00', zone: null, weekdays: null, domains: null, closeAfter: null };
  const before = {
    ...defaultSettings('Europe/Berlin'),
    weekdays: [1],
    domains: ['2'],
    closeAfterMinutes: 60,
  };
  it('keeps what was not given', () => {
    expect(readTyped(typed, { before, domains })).toEqual({
      time: '09:00',
      zone: 'Europe/Berlin',
      weekdays: [1],
      domains: ['2'],
      closeAfterMinutes: 60,
    });
  });
  it('can be set back to the defaults in words', () => {
    const back = { ...typed, weekdays: 'daily', domains: 'all', closeAfter: 'next' };
    expect(readTyped(back, { before, domains })).toMatchObject({ domains: [], closeAfterMinutes: null });
  });
  it.each([
    [{ time: 'soon' }, 'time'],
    [{ zone: 'Berln' }, 'zone'],
    [{ weekdays: 'someday' }, 'weekdays'],
    [{ domains: '9' }, 'domains'],
    [{ closeAfter: '8d' }, 'close-after'],
  ])('names the option that makes no sense: %j', (change, option) => {
    expect(readTyped({ ...typed, ...change }, { before, domains })).toMatchObject({
      kind: 'bad-option',
      option,
    });
  });
  it('suggests the zone that was meant', () => {
    expect(readTyped({ ...typed, zone: 'Berln' }, { before, domains })).toMatchObject({
      choices: ['Europe/Berlin'],
    });
  });
});
