// Draws the pictures of a message before it is sent. Those that are not ready in time are left out: the text says the same.
import { ComponentType } from 'discord.js';
import { type Message, type Part, pictureFile } from '#bot/card.ts';
import type { Said } from '#bot/say.ts';
import type { Pictures } from '#pictures/picture.ts';

type Drawing = { pictures: Pictures | null; milliseconds: number };

export async function drawAnswer(said: Said, drawing: Drawing): Promise<Said> {
  if (said.kind === 'modal') return said;
  const message = await drawMessage(said.message, drawing);
  if (said.kind === 'update' || !said.note) return { ...said, message };
  return { ...said, message, note: await drawMessage(said.note, drawing) };
}

export async function drawMessage(message: Message, { pictures, milliseconds }: Drawing): Promise<Message> {
  const { pictures: wanted = [], ...rest } = message;
  if (wanted.length === 0) return rest;
  const drawn = await Promise.all(
    wanted.map(async (picture) => ({
      name: pictureFile(picture),
      data: (await pictures?.draw(picture, { milliseconds })) ?? null,
    })),
  );
  const missing = drawn.flatMap(({ name, data }) => (data === null ? `attachment://${name}` : []));
  const files = drawn.flatMap(({ name, data }) => (data === null ? [] : { name, data }));
  return { ...rest, components: without(rest.components, missing), files: [...(rest.files ?? []), ...files] };
}

/** A part that shows what is not there would be refused by Discord, and the whole message with it. */
function without(components: Message['components'], urls: readonly string[]): Message['components'] {
  if (urls.length === 0) return components;
  const isShown = (part: Part) =>
    part.type !== ComponentType.MediaGallery || !part.items.some(({ media }) => urls.includes(media.url));
  return components.map((component) =>
    component.type === ComponentType.Container
      ? { ...component, components: component.components.filter(isShown) }
      : component,
  );
}
