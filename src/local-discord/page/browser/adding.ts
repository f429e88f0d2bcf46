// Links by which the bot is added, to a server or to oneself. In Discord they open a dialog of its own; here there is
// nobody at that address, so the page does it.
import { api } from './api.ts';
import type { Choice } from './choices.ts';
import { changeInstall } from './install.ts';
import { openList } from './list-popup.ts';
import { nameOf } from './names.ts';
import type { Session } from './session.ts';

type Say = (text: string) => void;

const USER_INSTALL = '1';

/** What pressing such a link does; null for any other address. */
export function addingBy(session: Session, url: string, say: Say): ((pressed: HTMLElement) => void) | null {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (address?.host !== 'discord.com' || address.pathname !== '/oauth2/authorize') return null;
  if (address.searchParams.get('client_id') !== session.view().bot.applicationId) return null;
  const isForUser = address.searchParams.get('integration_type') === USER_INSTALL;
  return isForUser ? () => addToMe(session, say) : (pressed) => addToServer(session, pressed, say);
}

function addToMe(session: Session, say: Say): void {
  const { bot, hasApp } = session.view();
  if (hasApp) say(`${nameOf(bot.user)} is installed already.`);
  else void changeInstall(session, say);
}

function addToServer(session: Session, pressed: HTMLElement, say: Say): void {
  const { bot, guilds } = session.view();
  const choices = guilds.filter((each) => each.mayInvite && !each.isBotHere).map(toChoice);
  if (choices.length === 0) {
    say(`There is no server without ${nameOf(bot.user)} that this member manages.`);
    return;
  }
  const send = async ([id = '']: string[]) => {
    await api.call('inviteBot', [id]);
    say(`${nameOf(bot.user)} is in ${guilds.find((each) => each.id === id)?.name} now.`);
  };
  const list = { key: pressed.dataset.key ?? '', label: 'Add to a server', choices, before: [] };
  openList(pressed, { ...list, count: { least: 1, most: 1 }, send: (values) => void send(values) });
}

function toChoice({ id, name }: { id: string; name: string }): Choice {
  return { value: id, label: name, description: '', isDefault: false };
}
