// What writers of questions see: the draft, a question of theirs, lists, packs.
import {
  button,
  buttons,
  card,
  divider,
  MAX_TEXT,
  type Message,
  plain,
  select,
  shorten,
  text,
  textLength,
} from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import type { DraftFault } from '#content/own-question.ts';
import { LETTERS } from '#features/record/post/rules.ts';
import { RIGHT, WRONG } from '#features/record/post/view.ts';
import type { NotChanged, OwnStatus } from '#features/record/question/rules.ts';
import type { Words } from '#words/words.ts';
import type { DraftIntent, Writing } from './rules.ts';

type ShownDraft = {
  draft: {
    id: number;
    packId: number | null;
    packName: string;
    questionId: string | null;
    intent: DraftIntent;
    writing: Writing;
  };
  domains: readonly { id: string; name: string }[];
  faults: readonly DraftFault[];
};

/** How much of reasons and references is shown; the draft holds them whole. */
const ROOM = [
  { stem: 700, option: 220, why: 250, references: true },
  { stem: 700, option: 220, why: 120, references: true },
  { stem: 700, option: 220, why: 0, references: false },
  { stem: 300, option: 80, why: 0, references: false },
];
type Room = (typeof ROOM)[number];

/** As much as fits a message, whatever was written. */
function fitting(build: (room: Room) => Message): Message {
  const built = ROOM.map(build);
  const fits = built.find((message) => textLength(message) <= MAX_TEXT) ?? built.at(-1);
  if (!fits) throw new Error('nothing to show');
  return fits;
}

export function showDraft(words: Words, shown: ShownDraft): Message {
  return fitting((room) => draftCard(words, shown, room));
}

function draftCard(
  words: Words,
  { draft, domains, faults }: ShownDraft,
  room: (typeof ROOM)[number],
): Message {
  const { authoring } = words;
  const { writing, intent, id } = draft;
  const place = draft.packId === null ? authoring.newPack(plain(draft.packName)) : placeOf(words, draft);
  return card(faults.length === 0 ? RIGHT : null, [
    text(`### ${authoring.draftTitle[intent]}`, `-# ${place}`),
    writing.stem !== '' && text(plain(shorten(writing.stem, room.stem))),
    writing.options.length > 0 && text(...optionsOf(words, writing, room)),
    writing.takeaway !== '' && text(`${words.post.remember} ${plain(writing.takeaway)}`),
    room.references &&
      writing.references.length > 0 &&
      text(...writing.references.map((url) => `-# ${plain(url)}`)),
    divider(),
    faults.length === 0
      ? text(`✅ ${authoring.ready}`)
      : text(`⚠️ ${authoring.notYet}`, ...faults.slice(0, 10).map((fault) => `- ${faultLine(words, fault)}`)),
    select(customId('qlevel', 1, id), authoring.chooseDifficulty, {
      choices: ([1, 2, 3] as const).map((level) => ({
        value: String(level),
        label: words.post.difficulty[level],
        selected: writing.difficulty === level,
      })),
    }),
    domains.length > 1 &&
      select(customId('qdomain', 1, id), authoring.chooseDomain, {
        choices: domains.map(({ id: value, name }) => ({
          value,
          label: name,
          selected: writing.domain === value,
        })),
      }),
    buttons(
      button(customId('qtext', 1, id), authoring.editText),
      button(customId('qkey', 1, id), authoring.editKey, { disabled: writing.options.length < 2 }),
      button(customId('qsave', 1, id), authoring.save[intent], {
        style: 'success',
        disabled: faults.length > 0,
      }),
      button(customId('qdrop', 1, id), authoring.cancel, { style: 'danger' }),
    ),
  ]);
}

function placeOf({ authoring }: Words, { packName, questionId }: ShownDraft['draft']): string {
  return questionId === null ? plain(packName) : authoring.inPack(plain(packName), questionId);
}

function optionsOf(words: Words, { options, key, reasons }: Writing, room: Room): string[] {
  return options.slice(0, LETTERS.length).map((option, index) => {
    const mark = key.includes(index) ? `✅ ${words.post.right}` : `❌ ${words.post.wrong}`;
    const reason = room.why > 0 && reasons[index];
    const why = reason ? `\n-# ${plain(shorten(reason, room.why))}` : '';
    return `**${LETTERS[index]}.** ${plain(shorten(option, room.option))} — ${mark}${why}`;
  });
}

export function faultLine({ authoring }: Words, fault: DraftFault): string {
  const { faults } = authoring;
  switch (fault.kind) {
    case 'missing':
      return faults.missing(fault.field, fault.option ?? null);
    case 'too-long':
      return fault.field === 'reference' && fault.has < 10
        ? faults.tooManyReferences(fault.has, fault.limit)
        : faults.tooLong(fault.field, fault.option ?? null, fault);
    case 'too-few-options':
      return faults.tooFewOptions(fault.has, fault.limit);
    case 'too-many-options':
      return faults.tooManyOptions(fault.has, fault.limit);
    case 'no-key':
      return faults.noKey;
    case 'too-many-keys':
      return faults.tooManyKeys(fault.has, fault.limit);
    case 'all-right':
      return faults.allRight;
    case 'no-address':
      return faults.noAddress;
    case 'same-options':
      return faults.sameOptions(fault.option, fault.other);
  }
}

export function notChangedLine({ authoring }: Words, outcome: NotChanged): string {
  const { notChanged } = authoring;
  switch (outcome.kind) {
    case 'name-taken':
      return notChanged['name-taken'](plain(outcome.name));
    case 'too-many-packs':
      return notChanged['too-many-packs'](outcome.limit);
    case 'too-many-questions':
      return notChanged['too-many-questions'](outcome.limit, outcome.left);
    default:
      return notChanged[outcome.kind];
  }
}

export function showLine(line: string): Message {
  return card(null, [text(line)]);
}

type ShownQuestion = {
  packId: number;
  packName: string;
  id: string;
  status: OwnStatus;
  domain: string;
  authorId: string | null;
  writing: Writing;
};

/** A question as it is, with what its reviewers may do. */
export function showOwn(words: Words, shown: ShownQuestion, mayReview: boolean): Message {
  return fitting((room) => ownCard(words, { shown, to: mayReview ? 'reviewer' : 'reader' }, room));
}

/** The same for the channel of the reviewers: they decide where they alone see it. */
export function showSuggestion(words: Words, shown: ShownQuestion): Message {
  return fitting((room) => ownCard(words, { shown, to: 'channel' }, room));
}

/** Opens it privately. */
export function openId({ packId, id }: { packId: number; id: string }): string {
  return customId('qopen', 1, packId, id);
}

type Own = { shown: ShownQuestion; to: 'reviewer' | 'reader' | 'channel' };

function ownCard(words: Words, { shown, to }: Own, room: Room): Message {
  const { authoring } = words;
  const { packId, packName, id, status, domain, authorId, writing } = shown;
  const move = (to: OwnStatus, label: string, style: 'success' | 'danger' | 'secondary') =>
    button(customId('qmove', 1, packId, id, to), label, { style });
  const moves = {
    live: [move('retired', authoring.retire, 'danger')],
    retired: [move('live', authoring.restore, 'success')],
    suggested: [move('live', authoring.approve, 'success'), move('declined', authoring.decline, 'danger')],
    declined: [move('live', authoring.approve, 'success')],
  }[status];
  const about = [
    authoring.inPack(plain(packName), id),
    plain(domain),
    words.post.difficulty[writing.difficulty],
    authoring.statuses[status],
  ];
  const by = authorId === null ? [] : [authoring.by(`<@${authorId}>`)];
  return card(status === 'live' ? RIGHT : status === 'suggested' ? null : WRONG, [
    text(`-# ${[...about, ...by].join(' · ')}`, plain(shorten(writing.stem, room.stem))),
    text(...optionsOf(words, writing, room)),
    writing.takeaway !== '' && text(`${words.post.remember} ${plain(writing.takeaway)}`),
    room.references &&
      writing.references.length > 0 &&
      text(...writing.references.map((url) => `-# ${plain(url)}`)),
    to === 'reviewer' && buttons(...moves, button(customId('qedit', 1, packId, id), authoring.edit)),
    to === 'channel' && buttons(button(openId(shown), words.ticket.look, { style: 'primary' })),
  ]);
}
