// Walking message and modal components: numbering them, finding one, reading their text.
import { asObject, asObjects, asText, isObject, type Json } from './json.ts';

export const COMPONENT = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
};

/** Every component, parents first, in reading order. */
export function* walkComponents(components: readonly Json[]): Generator<Json> {
  for (const component of components) {
    yield component;
    yield* walkComponents(childrenOf(component));
  }
}

function childrenOf(component: Json): Json[] {
  const single = [component.accessory, component.component].filter(isObject);
  return [...asObjects(component.components), ...single];
}

/** A copy in which every component has its `id`, counted from 1 around those the bot chose. */
export function numberComponents(components: readonly Json[]): Json[] {
  const taken = new Set([...walkComponents(components)].map((component) => component.id));
  let next = 1;
  const assign = (component: Json): Json => {
    let id = component.id;
    if (typeof id !== 'number' || id === 0) {
      while (taken.has(next)) next += 1;
      id = next;
      next += 1;
    }
    const copy: Json = { ...component, id };
    if (Array.isArray(component.components)) copy.components = asObjects(component.components).map(assign);
    if (isObject(component.accessory)) copy.accessory = assign(component.accessory);
    if (isObject(component.component)) copy.component = assign(component.component);
    return copy;
  };
  return components.map(assign);
}

export function findByCustomId(components: readonly Json[], customId: string): Json | null {
  for (const component of walkComponents(components)) if (component.custom_id === customId) return component;
  return null;
}

/** Signs around a label, which nobody types: "◀ Previous" is pressed as "previous". */
const SIGNS = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** The button with this label (or the emoji it shows instead), upper and lower case alike. */
export function findByLabel(components: readonly Json[], label: string): Json | null {
  const wanted = label.trim().toLowerCase();
  if (wanted === '') return null;
  const buttons = [...walkComponents(components)].filter((each) => each.type === COMPONENT.button);
  const named = (button: Json) => asText(button.label).toLowerCase();
  return (
    buttons.find((button) => named(button) === wanted) ??
    buttons.find((button) => asText(asObject(button.emoji).name) === label.trim()) ??
    buttons.find((button) => named(button).replaceAll(SIGNS, '') === wanted) ??
    // A lone letter means an answer: "A" must not press "Another like this" once the question is behind.
    buttons.find((button) => wanted.length > 1 && named(button).startsWith(wanted)) ??
    null
  );
}

export function isSelect(component: Json): boolean {
  return [3, 5, 6, 7, 8].includes(Number(component.type));
}

export function textOf(components: readonly Json[]): string {
  return [...walkComponents(components)]
    .filter((component) => component.type === COMPONENT.textDisplay)
    .map((component) => asText(component.content))
    .join('\n');
}
