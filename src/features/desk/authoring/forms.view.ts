// The two forms in which a question is written.
import { ComponentType, TextInputStyle } from 'discord.js';
import { shorten } from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import { type Field, type Modal, modal } from '#bot/modal.ts';
import { OWN_LIMITS } from '#content/own-question.ts';
import { LETTERS } from '#features/record/post/rules.ts';
import type { Words } from '#words/words.ts';
import { typedAs, type Writing } from './rules.ts';

/** Characters of one input of a form. */
const MAX_INPUT = 4_000;

/** `id` is whom it is sent to: a command that begins a draft, or a draft that is there. */
export function textForm({ authoring }: Words, id: string, writing: Writing): Modal {
  const { form } = authoring;
  return modal(id, form.title, [
    paragraph('stem', form.stem, { value: writing.stem, max: OWN_LIMITS.stem, required: true }),
    {
      ...paragraph('options', form.options, {
        value: typedAs(writing.options),
        max: MAX_INPUT,
        required: true,
      }),
      description: form.optionsHint,
    },
  ]);
}

export function keyForm({ authoring }: Words, draftId: number, writing: Writing): Modal {
  const { form } = authoring;
  const { options, key } = writing;
  return modal(customId('qkeyform', 1, draftId), form.keyTitle, [
    {
      label: form.key,
      component: {
        type: ComponentType.StringSelect,
        custom_id: 'key',
        required: true,
        min_values: 1,
        max_values: Math.min(OWN_LIMITS.keys, options.length),
        options: options.map((option, index) => ({
          value: String(index),
          label: shorten(`${LETTERS[index]}. ${option.replaceAll('\u0060', '')}`, 100),
          ...(key.includes(index) ? { default: true } : {}),
        })),
      },
    },
    {
      ...paragraph('reasons', form.reasons, {
        value: typedAs(writing.reasons),
        max: MAX_INPUT,
        required: false,
      }),
      description: form.reasonsHint,
    },
    paragraph('takeaway', form.takeaway, {
      value: writing.takeaway,
      max: OWN_LIMITS.takeaway,
      required: false,
    }),
    paragraph('references', form.references, {
      value: writing.references.join('\n'),
      max: OWN_LIMITS.references * (OWN_LIMITS.reference + 1),
      required: false,
    }),
  ]);
}

function paragraph(
  id: string,
  label: string,
  { value, max, required }: { value: string; max: number; required: boolean },
): Field {
  return {
    label,
    component: {
      type: ComponentType.TextInput,
      custom_id: id,
      style: TextInputStyle.Paragraph,
      required,
      max_length: max,
      ...(value === '' ? {} : { value: value.slice(0, max) }),
    },
  };
}

/** As many as Discord filters by. */
const _FILE_TYPES: `.${string}`[] = [
  '.json',
  '.yaml',
  '.csv',
  '.tsv',
  '.xlsx',
  '.xml',
  '.gift',
  '.txt',
  '.zip',
  '.apkg',
];

/** A file to import, and the pack it shall go into. */
export function fileForm(
  { authoring }: Words,
  { format, pack }: { format: string | null; pack: string },
): Modal {
  const { form } = authoring;
  return modal(customId('qfile', 1, format ?? 'any'), form.fileTitle, [
    {
      label: form.file,
      description: form.fileHint,
      component: {
        type: ComponentType.FileUpload,
        custom_id: 'file',
        min_values: 1,
        max_values: 1,
        required: true,
      },
    },
    {
      label: form.pack,
      description: form.packHint,
      component: {
        type: ComponentType.TextInput,
        custom_id: 'pack',
        style: TextInputStyle.Short,
        required: false,
        max_length: OWN_LIMITS.packName,
        ...(pack === '' ? {} : { value: pack }),
      },
    },
  ]);
}
