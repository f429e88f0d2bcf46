// For developers: what the bot asked of Discord last, with status, time, and what Discord's schema says about it.
import { h, icon } from './dom.ts';
import type { Session } from './session.ts';
import type { BotRequest } from './types.ts';

const SHOWN = 100;

export function createInspector(session: Session, close: () => void): HTMLElement {
  const list = h('ol', { class: 'requests', 'aria-label': 'Requests of the bot, newest first' });
  const draw = () => {
    const newest = session.state.requests.slice(-SHOWN).reverse();
    const rows = newest.map(showRequest);
    list.replaceChildren(
      ...(rows.length > 0 ? rows : [h('li', { class: 'hint', text: 'The bot has not asked anything yet.' })]),
    );
  };
  session.on('place', draw);
  session.on('request', (request) => {
    list.querySelector('.hint')?.remove();
    list.prepend(showRequest(request));
    while (list.children.length > SHOWN) list.lastElementChild?.remove();
  });
  return h(
    'aside',
    { class: 'inspector', id: 'inspector', 'aria-label': 'Inspector', hidden: true },
    h(
      'div',
      { class: 'inspector-head' },
      h('h2', { text: 'Inspector' }),
      h(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': 'Close the inspector', onClick: close },
        icon('close'),
      ),
    ),
    h('p', {
      class: 'hint',
      text: 'The bot’s requests to Discord, newest first, each checked against Discord’s published schema and limits.',
    }),
    list,
  );
}

function showRequest(request: BotRequest): HTMLElement {
  const isGood = request.status >= 200 && request.status < 300;
  const status = h('span', {
    class: isGood ? 'status good' : 'status bad',
    text: String(request.status || 'cut'),
  });
  const verdict = verdictOn(request);
  const summary = h(
    'summary',
    {},
    h('span', { class: 'method', text: request.method }),
    h('span', { class: 'route', text: request.route }),
    status,
    h('span', { class: 'ms', text: `${Math.round(request.ms)} ms` }),
    h('span', { class: request.faults.length > 0 ? 'verdict bad' : 'verdict', text: verdict }),
  );
  const details = h('details', {}, summary);
  // The body is only laid out for whoever looks.
  details.addEventListener('toggle', () => details.append(showDetails(request)), { once: true });
  return h('li', {}, details);
}

/** "valid", "2 faults", or nothing where there was no body to check. */
function verdictOn({ body, faults }: BotRequest): string {
  if (faults.length > 0) return faults.length === 1 ? '1 fault' : `${faults.length} faults`;
  return body === undefined ? '' : 'valid';
}

function showDetails(request: BotRequest): HTMLElement {
  const faults = request.faults.map(
    (fault) => `${(fault.path ?? []).join('.')}: ${fault.message ?? ''} (${fault.code ?? ''})`,
  );
  const body = request.body === undefined ? '(no body)' : JSON.stringify(request.body, null, 2);
  return h(
    'div',
    { class: 'request-details' },
    h('p', { class: 'hint', text: `${request.path} · ${new Date(request.at).toLocaleTimeString()}` }),
    ...faults.map((text) => h('p', { class: 'fault', text })),
    h('pre', { tabindex: '0', 'aria-label': 'Request body' }, h('code', { text: body })),
  );
}
