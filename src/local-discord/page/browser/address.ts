// Member and channel in the page's address: a reload, a bookmark or a second window is where one was, and Back leads to
// where one came from. A tab also remembers them for when the address is typed anew.
export type Address = { member: string; place: string };

const KEY = 'cohort-place';

export function readAddress(): Address {
  const text = location.hash.slice(1) || (sessionStorage.getItem(KEY) ?? '');
  const [member = '', place = ''] = decodeURIComponent(text).split('/');
  return { member, place };
}

export function writeAddress({ member, place }: Address): void {
  const text = `${encodeURIComponent(member)}/${encodeURIComponent(place)}`;
  sessionStorage.setItem(KEY, text);
  if (location.hash === `#${text}`) return;
  // The first address of a visit is completed, not left behind as a step of its own.
  if (location.hash === '') history.replaceState(null, '', `#${text}`);
  else history.pushState(null, '', `#${text}`);
}

/** Back, Forward, or an address changed by hand. */
export function onAddress(go: (address: Address) => void): void {
  addEventListener('popstate', () => go(readAddress()));
}
