// The menus and buttons of what is asked first. Nothing is kept until the last press; that goes on with what was called.
import { type Call, readCall } from '#bot/call.ts';
import type { Again, Answer, BotApp, Component, ComponentInteraction, Feature } from '#bot/feature.ts';
import type { DayWatcher } from '#features/people/member/day-watcher.ts';
import { Refusal } from '#lib/refusal.ts';
import { askFirst, settleFirst } from './course.actions.ts';
import { otherZoneModal, showNewcomer, showSettled, TYPED } from './newcomer.view.ts';

type At = { call: Call | null; chosen: string };

/** The question as a new message. */
export const askNewcomer: NonNullable<Feature['newcomer']> = async (app, { memberId, locale, call }) => {
  const message = await screen(app, { memberId, locale, call, chosen: null, unknownZone: null });
  return { kind: 'reply', private: true, message };
};

export function newcomerComponent(watchers: readonly DayWatcher[]): Component {
  return {
    name: 'newcomer',
    defer: 'none',
    async run(app, { interaction, args: [step = '', chosen = '', ...written] }) {
      const at = { call: readCall(written.join(':')), chosen };
      switch (step) {
        case 'exam':
          return askAgain(app, interaction, { ...at, chosen: pickedIn(interaction) });
        case 'zone':
          return settle({ app, watchers }, interaction, { ...at, zone: pickedIn(interaction) });
        case 'other':
          return { kind: 'modal', modal: (words) => otherZoneModal(words, at) };
        case 'typed':
          return settle({ app, watchers }, interaction, { ...at, zone: typedIn(interaction) });
        case 'go':
          return settle({ app, watchers }, interaction, { ...at, zone: null });
        default:
          throw new Refusal({ kind: 'outdated-component' });
      }
    },
  };
}

type Settling = { app: BotApp; watchers: readonly DayWatcher[] };

async function settle(
  { app, watchers }: Settling,
  interaction: ComponentInteraction,
  { call, chosen, zone }: At & { zone: string | null },
): Promise<Answer | Again> {
  const memberId = interaction.user.id;
  const settled = await settleFirst({ ...app, watchers }, { memberId, course: chosen, zone });
  switch (settled.kind) {
    case 'unknown-zone':
      return askAgain(app, interaction, { call, chosen, unknownZone: settled.typed });
    case 'unknown-course':
      return askAgain(app, interaction, { call, chosen });
    case 'settled':
      if (call) return { kind: 'again', call };
      return { kind: 'update', message: (words) => showSettled(words, settled.course) };
  }
}

type Screen = {
  memberId: string;
  locale: string;
  call: Call | null;
  chosen: string | null;
  unknownZone: string | null;
};

async function screen(app: BotApp, { memberId, chosen, ...shown }: Screen) {
  const asked = await askFirst(app, { memberId, chosen });
  const now = app.clock.now();
  return (words: Parameters<typeof showNewcomer>[0]) => showNewcomer(words, { ...shown, ...asked, now });
}

/** In place of the message: with another exam chosen, or with what was wrong. */
async function askAgain(
  app: BotApp,
  { user, locale }: ComponentInteraction,
  { call, chosen, unknownZone = null }: At & { unknownZone?: string | null },
): Promise<Answer> {
  const message = await screen(app, { memberId: user.id, locale, call, chosen, unknownZone });
  return { kind: 'update', message };
}

function pickedIn(interaction: ComponentInteraction): string {
  return interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : '';
}

function typedIn(interaction: ComponentInteraction): string {
  return interaction.isModalSubmit() ? interaction.fields.getTextInputValue(TYPED) : '';
}
