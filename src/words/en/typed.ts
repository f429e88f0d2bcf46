// What people type where they could have chosen from a list. Small letters; understood from everybody, in every language.

export const typed = {
  /** Weekdays themselves, and their beginnings, are known from the platform. */
  weekdays: {
    every: ['daily', 'every day', 'all'],
    working: ['weekdays', 'workdays', 'every weekday'],
    weekend: ['weekend', 'weekends'],
    /** Monday … Friday; where languages write it without spaces, without. */
    to: ['to', 'through'],
    /** Saturday … Sunday. */
    and: ['and'],
    /** What may stand beside days and adds nothing. */
    aside: ['on', 'every'],
  },
  time: {
    noon: ['noon'],
    midnight: ['midnight'],
    /** After or before a number of up to twelve: the first and the second half of the day. */
    morning: ['am', 'a.m.'],
    afternoon: ['pm', 'p.m.'],
    /** Between hours and minutes or after the hours: 19 … 30. */
    hour: ['h', 'o’clock', "o'clock"],
    /** After the minutes. */
    minute: [] as readonly string[],
    /** In place of the minutes: thirty of them. */
    half: [] as readonly string[],
    aside: ['at'],
  },
  /** Units of a length of time, after a number. */
  duration: {
    days: ['d', 'day', 'days'],
    hours: ['h', 'hr', 'hrs', 'hour', 'hours'],
    minutes: ['m', 'min', 'mins', 'minute', 'minutes'],
  },
  today: ['today'],
  tomorrow: ['tomorrow'],
  /** Until when a question of the day is open: until the one after it. */
  nextPost: ['next', 'the next', 'next post', 'the next post'],
  /** In place of the numbers of domains. */
  allDomains: ['all'],
  /** What countries and cities are called in this language where the English name is another, by IANA time zone. */
  places: {} as Readonly<Record<string, readonly string[]>>,
};
