// The fields of a modal as native controls: text, menus, radio buttons, checkboxes, files.
import { COMPONENT, isSelect } from '../../components.ts';
import { asNumber, asObjects, asText, isObject, type Json } from '../../json.ts';
import { choicesOf, countInWords, countOf } from './choices.ts';
import { h, uniqueId } from './dom.ts';
import { readFile } from './read-file.ts';
import type { Session } from './session.ts';

export type FormField = { name: string; element: HTMLElement; read(): Promise<unknown> | unknown };

type Parts = { session: Session; field: Json; label: string; hint: string; isRequired: boolean };

/** null for what is no field of a form. */
export function showField(session: Session, component: Json): FormField | null {
  const inner = isObject(component.component) ? component.component : asObjects(component.components)[0];
  if (!inner) return null;
  const label = asText(component.label) || asText(inner.label);
  const isRequired = inner.required !== false && inner.type !== COMPONENT.checkbox;
  const parts = { session, field: inner, label, hint: asText(component.description), isRequired };
  if (isSelect(inner))
    return countOf(inner).most > 1 ? chooseMany(parts, optionsOf(parts)) : chooseOne(parts);
  switch (asNumber(inner.type)) {
    case COMPONENT.textInput:
      return writeText(parts);
    case COMPONENT.radioGroup:
      return chooseRadio(parts);
    case COMPONENT.checkboxGroup:
      return chooseMany(parts, optionsOf(parts));
    case COMPONENT.checkbox:
      return tick(parts);
    case COMPONENT.fileUpload:
      return upload(parts);
    default:
      return null;
  }
}

const optionsOf = ({ session, field }: Parts) => choicesOf(session, field);
const nameOfField = ({ field }: Parts) => asText(field.custom_id);

/** Label, control and hint, tied together for screen readers. */
function labelled({ label, hint, isRequired }: Parts, control: HTMLElement): HTMLElement {
  const hintId = uniqueId('hint');
  if (hint !== '') control.setAttribute('aria-describedby', hintId);
  if (isRequired) control.setAttribute('aria-required', 'true');
  return h(
    'div',
    { class: 'form-field' },
    h('label', { for: control.id }, label, isRequired ? star() : null),
    hint === '' ? null : h('p', { class: 'form-hint', id: hintId, text: hint }),
    control,
  );
}

function star(): HTMLElement {
  return h('span', { class: 'star', 'aria-hidden': 'true', text: ' *' });
}

const PARAGRAPH = 2;

function writeText(parts: Parts): FormField {
  const { field } = parts;
  const shared = {
    id: uniqueId('text'),
    placeholder: asText(field.placeholder) || null,
    maxlength: asNumber(field.max_length, 4000),
  };
  const control =
    asNumber(field.style, 1) === PARAGRAPH
      ? h('textarea', { ...shared, rows: 4 })
      : h('input', { ...shared, type: 'text' });
  control.value = asText(field.value);
  return { name: nameOfField(parts), element: labelled(parts, control), read: () => control.value };
}

function chooseOne(parts: Parts): FormField {
  const options = optionsOf(parts);
  const control = h('select', { id: uniqueId('select') });
  const start = options.find((each) => each.isDefault)?.value ?? '';
  const placeholder = asText(parts.field.placeholder) || 'Choose one';
  control.append(
    h('option', { value: '', text: placeholder }),
    ...options.map(({ value, label, description }) =>
      h('option', { value, text: description === '' ? label : `${label} – ${description}` }),
    ),
  );
  control.value = start;
  const read = () => (control.value === '' ? [] : [control.value]);
  return { name: nameOfField(parts), element: labelled(parts, control), read };
}

type Option = { value: string; label: string; description: string; isDefault: boolean };

function groupOf(parts: Parts, type: 'radio' | 'checkbox', options: Option[]) {
  const name = uniqueId('group');
  const inputs = options.map((option) => {
    const input = h('input', { type, name, value: option.value, id: uniqueId('choice') });
    input.checked = option.isDefault;
    return input;
  });
  const rows = options.map((option, index) =>
    h(
      'label',
      { class: 'form-choice' },
      inputs[index],
      h(
        'span',
        {},
        option.label,
        option.description === '' ? null : h('span', { class: 'form-hint', text: option.description }),
      ),
    ),
  );
  const { label, hint, isRequired } = parts;
  const element = h(
    'fieldset',
    { class: 'form-field' },
    h('legend', {}, label, isRequired ? star() : null),
    hint === '' ? null : h('p', { class: 'form-hint', text: hint }),
    ...rows,
  );
  return { element, checked: () => inputs.filter((input) => input.checked).map((input) => input.value) };
}

function chooseRadio(parts: Parts): FormField {
  const { element, checked } = groupOf(parts, 'radio', optionsOf(parts));
  return { name: nameOfField(parts), element, read: () => checked()[0] };
}

function chooseMany(parts: Parts, options: Option[]): FormField {
  const count = { ...countOf(parts.field), most: asNumber(parts.field.max_values, options.length) };
  const hint =
    parts.hint === '' ? countInWords(count) : `${parts.hint} (${countInWords(count).toLowerCase()})`;
  const { element, checked } = groupOf({ ...parts, hint }, 'checkbox', options);
  return { name: nameOfField(parts), element, read: checked };
}

function tick(parts: Parts): FormField {
  const option = {
    value: 'true',
    label: parts.label,
    description: parts.hint,
    isDefault: parts.field.default === true,
  };
  const { element, checked } = groupOf({ ...parts, hint: '' }, 'checkbox', [option]);
  // The one box says it already.
  element.querySelector('legend')?.classList.add('visually-hidden');
  return { name: nameOfField(parts), element, read: () => checked().length > 0 };
}

function upload(parts: Parts): FormField {
  const isMany = asNumber(parts.field.max_values, 1) > 1;
  const control = h('input', { id: uniqueId('file'), type: 'file', multiple: isMany });
  const read = () => Promise.all([...(control.files ?? [])].map(readFile));
  return { name: nameOfField(parts), element: labelled(parts, control), read };
}
