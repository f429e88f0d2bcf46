// Forms: a title and labelled inputs, cut to what Discord allows, whatever the language.
import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
} from 'discord.js';
import { shorten } from './card.ts';

/** A modal in our hands: Discord's own type has further kinds of parts that we do not use. */
export type Modal = APIModalInteractionResponseCallbackData;

export type Field = { label: string; description?: string; component: APILabelComponent['component'] };

/** Characters, by Discord's documentation of modals and of the Label component. */
const MAX_TITLE = 45;
const MAX_LABEL = 45;
const MAX_DESCRIPTION = 100;

export function modal(id: string, title: string, fields: readonly Field[]): Modal {
  return {
    custom_id: id,
    title: shorten(title, MAX_TITLE),
    components: fields.map(({ label, description, component }) => ({
      type: ComponentType.Label,
      label: shorten(label, MAX_LABEL),
      ...(description === undefined ? {} : { description: shorten(description, MAX_DESCRIPTION) }),
      component,
    })),
  };
}
