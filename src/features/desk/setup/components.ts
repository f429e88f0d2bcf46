// The controls of the set-up screen: each acts at once and shows the screen as it is then.

import type { Answer, BotApp, Component, ComponentInteraction } from '#bot/feature.ts';
import { actorIn, requireServer } from '#bot/ground.ts';
import { requireManageServer } from '#bot/permission.ts';
import type { Sentence, SetupSection } from '#features/people/server/section.ts';
import { Refusal } from '#lib/refusal.ts';
import { listLanguages } from '#words/words.ts';
import { chooseEdition, chooseLanguage, chooseWeekStart, chooseZone, readSetup } from './actions.ts';
import { type Notice, parseWeekStart } from './rules.ts';
import { setupScreen } from './screen.ts';
import {
  type Control,
  controls,
  noticeSentence,
  showNotice,
  showSwitched,
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
        requireManageServer(interaction);
        const [name = '', arg = ''] = args;
        const section = sections.find((one) => one.controls.includes(name));
        if (section) return pressSection({ ...app, sections }, interaction, { section, name });
        const control = controls.find((known) => known === name);
        if (!control) throw new Refusal({ kind: 'outdated-component' });
        return press({ ...app, sections }, interaction, { control, arg });
      },
    },
  ];
}

async function pressSection(
  deps: Deps,
  interaction: ComponentInteraction,
  { section, name }: { section: SetupSection; name: string },
): Promise<Answer> {
  const pressed = await section.press(deps, interaction, name);
  return pressed.kind === 'modal' ? pressed : showAgain(deps, interaction, pressed.notices);
}

async function press(
  deps: Deps,
  interaction: ComponentInteraction,
  { control, arg }: { control: Control; arg: string },
): Promise<Answer> {
  if (control === 'notice') return switchFromNotice(deps, interaction, arg);
  if (control === 'zone') {
    const { server } = await readSetup(deps, { serverId: requireServer(interaction) });
    return { kind: 'modal', modal: (words) => zoneModal(words, server.zone) };
  }
  return showAgain(deps, interaction, await act(deps, interaction, { control, arg }));
}

type Acting = { control: Exclude<Control, 'zone' | 'notice'>; arg: string };

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
    case 'zone-typed': {
      const { notice, followed } = await chooseZone(deps, { ...who, typed: typed(interaction) });
      return [said(notice), ...followed];
    }
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
  notices: readonly Sentence[],
): Promise<Answer> {
  const message = await setupScreen(deps, interaction, { sections: deps.sections, notices });
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
