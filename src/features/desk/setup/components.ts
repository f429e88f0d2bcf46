// The controls of the checklist: each acts at once and shows the checklist as it is then.

import type { Answer, BotApp, Component, ComponentInteraction } from '#bot/feature.ts';
import { actorIn, requireServer, serverHere } from '#bot/ground.ts';
import { mayManageServer, requireManageServer } from '#bot/permission.ts';
import { privately } from '#bot/pressing.ts';
import type { Sentence, SetupSection } from '#features/people/server/section.ts';
import { Refusal } from '#lib/refusal.ts';
import { listLanguages } from '#words/words.ts';
import {
  chooseEdition,
  chooseLanguage,
  chooseWeekStart,
  chooseZone,
  readSetup,
  type Who,
} from './actions.ts';
import type { Wish } from './checklist.rules.ts';
import { type Notice, parseWeekStart } from './rules.ts';
import { setupScreen } from './screen.ts';
import {
  type Control,
  controls,
  NONE,
  noticeSentence,
  OTHER,
  showNotice,
  showSwitched,
  showWhoMay,
  TYPED,
  zoneModal,
} from './view.ts';

type Sections = { sections: readonly SetupSection[] };
type Deps = BotApp & Sections;

export function setupComponents(sections: readonly SetupSection[]): readonly Component[] {
  return [
    {
      name: 'setup',
      defer: 'none',
      async run(app, { interaction, args }) {
        const [name = '', arg = ''] = args;
        if (name === 'start') return start({ ...app, sections }, interaction);
        requireManageServer(interaction);
        const section = sections.find((one) => one.controls.includes(name));
        if (section) return pressSection({ ...app, sections }, interaction, { section, name });
        const control = controls.find((known) => known === name);
        if (!control) throw new Refusal({ kind: 'outdated-component' });
        return press({ ...app, sections }, interaction, { control, arg });
      },
    },
  ];
}

/** From a message that all can read: a checklist for whoever may, and a word about who may for all others. */
async function start(deps: Deps, interaction: ComponentInteraction): Promise<Answer> {
  if (!mayManageServer(interaction)) {
    const serverId = serverHere(interaction);
    if (serverId !== null) await deps.channels.know(serverId);
    const ownerId = interaction.guild?.ownerId ?? null;
    return privately((words) => showWhoMay(words, ownerId));
  }
  const wish = { kind: 'onwards' as const, from: null };
  return privately(await setupScreen(deps, interaction, { sections: deps.sections, notices: [], wish }));
}

async function pressSection(
  deps: Deps,
  interaction: ComponentInteraction,
  { section, name }: { section: SetupSection; name: string },
): Promise<Answer> {
  const pressed = await section.press(deps, interaction, name);
  if (pressed.kind === 'modal') return pressed;
  return showAgain(deps, interaction, {
    notices: pressed.notices,
    wish: { kind: 'onwards', from: section.name },
  });
}

async function press(
  deps: Deps,
  interaction: ComponentInteraction,
  { control, arg }: { control: Control; arg: string },
): Promise<Answer> {
  switch (control) {
    case 'start':
      return start(deps, interaction);
    case 'notice':
      return switchFromNotice(deps, interaction, arg);
    case 'open':
    case 'check':
      return showAgain(deps, interaction, {
        notices: [],
        wish: { kind: 'exactly', name: arg === NONE ? null : arg },
      });
    case 'zone': {
      const zone = chosen(interaction);
      if (zone !== '' && zone !== OTHER) break;
      const { server } = await readSetup(deps, { serverId: requireServer(interaction) });
      return { kind: 'modal', modal: (words) => zoneModal(words, server.zone) };
    }
  }
  return showAgain(deps, interaction, {
    notices: await act(deps, interaction, { control, arg }),
    wish: { kind: 'onwards', from: control === 'edition' || control === 'switch' ? 'exam' : 'place' },
  });
}

type Acting = { control: Exclude<Control, 'open' | 'check' | 'start' | 'notice'>; arg: string };

async function act(
  deps: Deps,
  interaction: ComponentInteraction,
  { control, arg }: Acting,
): Promise<readonly Sentence[]> {
  const who = actorIn(interaction);
  switch (control) {
    case 'edition':
      return [said(await chooseEdition(deps, { ...who, typed: chosen(interaction) }))];
    case 'switch': {
      const { server } = await readSetup(deps, who);
      return [said(await chooseEdition(deps, { ...who, typed: `${server.exam}/${arg}` }))];
    }
    case 'zone':
      return moveZone(deps, { ...who, typed: chosen(interaction) });
    case 'zone-is':
      return moveZone(deps, { ...who, typed: arg });
    case 'zone-typed':
      return moveZone(deps, { ...who, typed: typed(interaction) });
    case 'week': {
      const day = parseWeekStart(arg);
      if (!day) throw new Refusal({ kind: 'outdated-component' });
      return [said(await chooseWeekStart(deps, { ...who, day }))];
    }
    case 'language': {
      const languages = listLanguages();
      const notice = await chooseLanguage({ ...deps, languages }, { ...who, typed: chosen(interaction) });
      deps.languages.forget(requireServer(interaction));
      return [said(notice)];
    }
  }
}

async function moveZone(deps: Deps, input: Who & { typed: string }): Promise<readonly Sentence[]> {
  const { notice, followed } = await chooseZone(deps, input);
  return [said(notice), ...followed];
}

/** On the public notice: the message itself says that it is done, and by whom. An old notice switches nothing back. */
async function switchFromNotice(
  deps: Deps,
  interaction: ComponentInteraction,
  editionId: string,
): Promise<Answer> {
  const who = actorIn(interaction);
  const { server, edition, successor, follower } = await readSetup(deps, who);
  const to = successor ?? follower;
  if (to?.id !== editionId) {
    const kept: Notice = { kind: 'edition-kept', code: edition?.code ?? server.edition };
    return { kind: 'reply', private: true, message: (words) => showNotice(words, kept) };
  }
  await chooseEdition(deps, { ...who, typed: `${server.exam}/${editionId}` });
  return { kind: 'update', message: (words) => showSwitched(words, to, interaction.user.id) };
}

async function showAgain(
  deps: Deps,
  interaction: ComponentInteraction,
  shown: { notices: readonly Sentence[]; wish: Wish },
): Promise<Answer> {
  const message = await setupScreen(deps, interaction, { sections: deps.sections, ...shown });
  return { kind: 'update', message };
}

function said(notice: Notice): Sentence {
  return (words) => noticeSentence(words, notice);
}

function chosen(interaction: ComponentInteraction): string {
  return interaction.isAnySelectMenu() ? (interaction.values[0] ?? '') : '';
}

function typed(interaction: ComponentInteraction): string {
  return interaction.isModalSubmit() ? interaction.fields.getTextInputValue(TYPED) : '';
}
