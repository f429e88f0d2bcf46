// What one types after the member's name, as an action: "/quiz", "press A", "in #daily show", "hello".

export type Sentence = { channel: string } & (
  | { kind: 'command'; text: string }
  | { kind: 'autocomplete'; text: string }
  | { kind: 'send'; text: string }
  | { kind: 'post'; name: string; text: string }
  | { kind: 'press'; label: string; message: string }
  | { kind: 'select'; customId: string; values: string[]; message: string }
  | { kind: 'submit'; text: string }
  | { kind: 'menu'; name: string; target: string }
  | { kind: 'dismiss'; message: string }
  | { kind: 'delete'; message: string }
  | { kind: 'install' }
  | { kind: 'uninstall' }
  | { kind: 'commands' }
  | { kind: 'show' }
  | { kind: 'wait'; forMs: number }
);

const UNITS_MS: Record<string, number> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
};

type Rule = [RegExp, (groups: Record<string, string>) => Sentence];

const RULES: Rule[] = [
  [/^\/(?<text>.+)$/s, ({ text = '' }) => ({ kind: 'command', channel: '', text: `/${text}` })],
  [/^type\s+(?<text>\/.+)$/s, ({ text = '' }) => ({ kind: 'autocomplete', channel: '', text })],
  [
    /^press\s+(?<label>.+?)(?:\s+on\s+(?<message>\d+))?$/s,
    ({ label = '', message = '' }) => ({ kind: 'press', channel: '', label: unquote(label), message }),
  ],
  [
    /^select\s+(?:(?<menu>[^\s=]+)=)?(?<values>.+?)(?:\s+on\s+(?<message>\d+))?$/s,
    ({ menu = '', values = '', message = '' }) => ({
      kind: 'select',
      channel: '',
      customId: menu,
      values: splitValues(values),
      message,
    }),
  ],
  [
    /^post\s+"(?<name>[^"]+)"\s+(?<text>.+)$/s,
    ({ name = '', text = '' }) => ({ kind: 'post', channel: '', name, text }),
  ],
  [/^submit\s*(?<text>.*)$/s, ({ text = '' }) => ({ kind: 'submit', channel: '', text })],
  [
    /^menu\s+(?<name>.+?)\s+on\s+(?<target>\S+)$/s,
    ({ name = '', target = '' }) => ({ kind: 'menu', channel: '', name: unquote(name), target }),
  ],
  [/^dismiss\s+(?<message>\d+)$/, ({ message = '' }) => ({ kind: 'dismiss', channel: '', message })],
  [/^delete\s+(?<message>\d+)$/, ({ message = '' }) => ({ kind: 'delete', channel: '', message })],
  [/^\/$/, () => ({ kind: 'commands', channel: '' })],
  [/^install$/, () => ({ kind: 'install', channel: '' })],
  [/^uninstall$/, () => ({ kind: 'uninstall', channel: '' })],
  [/^show$/, () => ({ kind: 'show', channel: '' })],
  [
    /^wait\s+(?<count>\d+)\s+(?<unit>minute|hour|day|week)s?$/,
    ({ count = '', unit = '' }) => ({
      kind: 'wait',
      channel: '',
      forMs: Number(count) * (UNITS_MS[unit] ?? 0),
    }),
  ],
];

export function parseSentence(text: string): Sentence {
  // Threads have names with spaces, so a place may be quoted.
  const placed = /^in\s+#?(?:"(?<quoted>[^"]+)"|(?<plain>\S+))\s+(?<rest>.+)$/s.exec(text.trim());
  if (placed?.groups) {
    const { plain = '', quoted = plain, rest = '' } = placed.groups;
    return { ...parseSentence(rest), channel: quoted };
  }
  for (const [pattern, build] of RULES) {
    const match = pattern.exec(text.trim());
    if (match) return build({ ...match.groups });
  }
  return { kind: 'send', channel: '', text };
}

/** "A C", "A, C" and quoted values with spaces in them. */
export function splitValues(text: string): string[] {
  const parts = text.match(/"[^"]*"|[^\s,]+/g) ?? [];
  return parts.map(unquote);
}

function unquote(text: string): string {
  return text.replace(/^"(.*)"$/s, '$1');
}

/** "text=what I mean kind=key" for a form with those fields; a value reaches to the next field. */
export function parseFields(text: string, names: readonly string[]): Map<string, string> {
  const marks = names
    .flatMap((name) => [name, `"${name}"`].map((form) => ({ name, form, at: findField(text, form) })))
    .filter((mark) => mark.at >= 0)
    .sort((a, b) => a.at - b.at);
  const fields = new Map<string, string>();
  for (const [index, mark] of marks.entries()) {
    const end = marks[index + 1]?.at ?? text.length;
    fields.set(mark.name, unquote(text.slice(mark.at + mark.form.length + 1, end).trim()));
  }
  return fields;
}

function findField(text: string, form: string): number {
  if (text.startsWith(`${form}=`)) return 0;
  const at = text.indexOf(` ${form}=`);
  return at < 0 ? -1 : at + 1;
}
