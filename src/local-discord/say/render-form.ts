// A modal as text: its fields, how each is filled in, and the line to type for it.
import { fieldOf } from '../acting/submit.ts';
import { asObjects, asText, type Json } from '../json.ts';
import { type Names, plainText } from './markup.ts';

const KINDS: Record<number, string> = {
  3: 'choose',
  4: 'text',
  5: 'members',
  6: 'roles',
  7: 'members or roles',
  8: 'channels',
  19: 'file, as @path',
  21: 'choose one',
  22: 'choose',
  23: 'yes or no',
};

export function renderForm(modal: Json, who: string, names: Names): string {
  const components = asObjects(modal.components);
  const fields = components.map((component) => fieldOf(component).field).filter((field) => field !== null);
  const example = fields.map((field) => `${asText(field.custom_id)}=…`).join(' ');
  return [
    `Form: ${asText(modal.title)}`,
    ...components.flatMap((component) => renderField(component, names)).map((line) => `  ${line}`),
    `  └ fill it in with: npm run say -- ${who} "submit ${example}"`,
  ].join('\n');
}

function renderField(component: Json, names: Names): string[] {
  const { field, label } = fieldOf(component);
  if (!field) return plainText(asText(component.content), names).split('\n');
  const isNeeded = field.required !== false && field.type !== 23;
  const kind = KINDS[Number(field.type)] ?? `type ${String(field.type)}`;
  const head = `${asText(field.custom_id)}: ${label} (${kind}${isNeeded ? ', required' : ''})`;
  const hint = asText(component.description) || asText(field.placeholder);
  const options = asObjects(field.options).map((option) => {
    const value = asText(option.value) === asText(option.label) ? '' : ` (value ${asText(option.value)})`;
    return `    ${option.default === true ? '●' : '○'} ${asText(option.label)}${value}`;
  });
  const current = asText(field.value);
  return [head, ...(hint ? [`    ${hint}`] : []), ...(current ? [`    now: ${current}`] : []), ...options];
}
