// What a command, a menu or a component is answered by: found, allowed in its place, not run yet.
import { understandShown } from '#bot/autocomplete.ts';
import { asCommand } from '#bot/call.ts';
import { parseCustomId } from '#bot/custom-id.ts';
import type {
  Answer,
  BotApp,
  Command,
  CommandInteraction,
  Component,
  ComponentInteraction,
  Defer,
  MenuCommand,
  MenuInteraction,
} from '#bot/feature.ts';
import { isOfferedEverywhere, serverHere } from '#bot/ground.ts';
import { inPlace, type welcoming } from '#bot/newcomer.ts';
import { Refusal, type RefusalReason } from '#lib/refusal.ts';

export type Work = { name: string; defer: Defer; run: () => Promise<Answer> };

export type Routes = {
  app: BotApp;
  commands: Map<string, Command>;
  menus: Map<string, MenuCommand>;
  components: Map<string, Component>;
  welcome: ReturnType<typeof welcoming>;
};

export function commandWork({ app, commands, welcome }: Routes, interaction: CommandInteraction): Work {
  const command = commands.get(interaction.commandName);
  if (!command) return outdated(interaction.commandName);
  // Discord offers it nowhere else; a client that has not heard yet may all the same.
  if (!isOfferedEverywhere(command.data) && serverHere(interaction) === null)
    return refused(interaction.commandName, { kind: 'server-only' });
  const run = () =>
    welcome(interaction, async () => {
      await understandShown(app, command, interaction);
      return command.run(app, interaction);
    });
  const defer = typeof command.defer === 'function' ? command.defer(interaction) : command.defer;
  return { name: `/${command.data.name}`, defer, run };
}

export function menuWork({ app, menus, welcome }: Routes, interaction: MenuInteraction): Work {
  const menu = menus.get(interaction.commandName);
  if (!menu) return outdated(interaction.commandName);
  if (!isOfferedEverywhere(menu.data) && serverHere(interaction) === null)
    return refused(interaction.commandName, { kind: 'server-only' });
  const run = () => welcome(interaction, () => menu.run(app, interaction));
  return { name: menu.data.name, defer: menu.defer, run };
}

export function componentWork(routes: Routes, interaction: ComponentInteraction): Work {
  const { app, components, welcome } = routes;
  const id = parseCustomId(interaction.customId);
  const component = id && components.get(id.name);
  if (!id || !component) return outdated('unknown component');
  if (id.version < 1 || id.version > (component.version ?? 1)) return outdated(component.name);
  const press = { interaction, version: id.version, args: id.args };
  const run = async () => {
    const done = await component.run(app, press);
    if (done.kind !== 'again') return done;
    // Only outside of servers was it asked; what a server allows to whom is for Discord to know.
    if (serverHere(interaction) !== null) throw new Refusal({ kind: 'outdated-component' });
    return inPlace(await commandWork(routes, asCommand(interaction, done.call)).run());
  };
  return { name: component.name, defer: component.defer, run: () => welcome(interaction, run) };
}

function outdated(name: string): Work {
  return refused(name, { kind: 'outdated-component' });
}

function refused(name: string, reason: RefusalReason): Work {
  return { name, defer: 'none', run: () => Promise.reject(new Refusal(reason)) };
}
