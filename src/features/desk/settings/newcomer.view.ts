// The question that comes first for whoever is in no server: what they learn, and by which clock. Two presses at most.
import { type Call, writeCall } from '#bot/call.ts';
import { button, buttons, card, divider, type Message, plain, select, text } from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import { type Modal, modal } from '#bot/modal.ts';
import { localTimeAt } from '#lib/local-date.ts';
import type { Words } from '#words/words.ts';
import { idOf, labelOf, type Offered } from './course.rules.ts';
import { likelyZones } from './likely-zones.rules.ts';

const ACCENT = 0x56b4e9;
const MAX_ID = 100;
export const TYPED = 'zone';

/** Where the question stands: what would be gone on with, and the exam that is chosen so far. */
export type Asking = {
  call: Call | null;
  offered: readonly Offered[];
  chosen: string;
  needsZone: boolean;
  locale: string;
  now: Date;
  /** What was typed as a zone, and is none. */
  unknownZone: string | null;
};

type Step = 'exam' | 'zone' | 'other' | 'typed' | 'go';

export function showNewcomer(words: Words, asking: Asking): Message {
  const { newcomer } = words.settings;
  const { offered, chosen, needsZone, unknownZone } = asking;
  const choices = offered.slice(0, 25).map((each) => ({
    value: idOf(each),
    label: labelOf(each),
    selected: idOf(each) === chosen,
  }));
  return card(ACCENT, [
    text(`### ${newcomer.title}`, needsZone ? newcomer.both : newcomer.examOnly),
    unknownZone !== null && text(words.settings.unknownZone(plain(unknownZone.slice(0, 60)))),
    divider(),
    select(stepId('exam', asking), newcomer.exam, { choices }),
    ...(needsZone ? zoneParts(words, asking) : [buttons(goButton(words, asking))]),
    text(`-# ${newcomer.later}`),
  ]);
}

/** Choosing the zone goes on at once; the exam is the one that stands above. */
function zoneParts({ settings, common }: Words, asking: Asking) {
  const choices = likelyZones(asking.locale).map((zone) => ({
    value: zone,
    label: common.zoneNow(zone, localTimeAt(asking.now, zone)),
  }));
  return [
    select(stepId('zone', asking), settings.newcomer.zone, { choices }),
    buttons(button(stepId('other', asking), settings.newcomer.otherZone)),
  ];
}

function goButton({ settings }: Words, asking: Asking) {
  return button(stepId('go', asking), settings.newcomer.go, { style: 'primary' });
}

export function otherZoneModal({ settings }: Words, at: Pick<Asking, 'call' | 'chosen'>): Modal {
  const { title, label, description } = settings.newcomer.modal;
  const component = {
    type: 4 as const,
    custom_id: TYPED,
    style: 1 as const,
    max_length: 60,
    required: true,
  };
  return modal(stepId('typed', at), title, [{ label, description, component }]);
}

/** Asked by something that is not gone on with by itself. */
export function showSettled({ settings }: Words, course: Offered | null): Message {
  const { newcomer, saved } = settings;
  return card(ACCENT, [
    text(course ? saved.course(course.code, course.name) : newcomer.title, newcomer.ready),
  ]);
}

function stepId(step: Step, { call, chosen }: Pick<Asking, 'call' | 'chosen'>): string {
  const before = customId('newcomer', 1, step, chosen, '');
  return `${before}${call ? writeCall(call, MAX_ID - before.length) : ''}`;
}
