// A quiz on one lesson, begun from what other features show.
import type { Component } from '#bot/feature.ts';
import { goOnOrStart } from './private.commands.ts';
import { LESSON_SIZE } from './rules.ts';

export const lessonComponent: Component = {
  name: 'lessonquiz',
  defer: 'none',
  run: (app, { interaction, args: [lesson = ''] }) =>
    goOnOrStart(app, interaction, { topic: `lesson:${lesson}`, count: LESSON_SIZE }),
};
