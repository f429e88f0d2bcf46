// The form that a file comes with, and the buttons under what would happen.
import type { Component } from '#bot/feature.ts';
import { actorIn } from '#bot/ground.ts';
import { Refusal } from '#lib/refusal.ts';
import { planFile } from './files.commands.ts';
import { cancelImport, runImport } from './import.actions.ts';
import { fieldsOf, own, requireReview } from './pressed.ts';
import { notChangedLine, showLine } from './view.ts';

const doImport: Component = {
  name: 'qimport',
  defer: 'update',
  async run(app, press) {
    await requireReview(app, press.interaction);
    const done = await runImport(app, own(press));
    return {
      kind: 'update',
      message: (words) => {
        if (done.kind === 'imported')
          return showLine(words.authoring.imported(done.packName, done.added, done.changed));
        return showLine(
          done.kind === 'import-gone' ? words.authoring.importGone : notChangedLine(words, done),
        );
      },
    };
  },
};

const noImport: Component = {
  name: 'qnoimport',
  defer: 'none',
  async run(app, press) {
    await cancelImport(app, own(press));
    return { kind: 'update', message: (words) => showLine(words.authoring.cancelled) };
  },
};

/** A file that came with the form. */
const fileSent: Component = {
  name: 'qfile',
  defer: 'private',
  async run(app, press) {
    await requireReview(app, press.interaction);
    const fields = fieldsOf(press);
    const file = fields.getUploadedFiles('file', true).first();
    if (!file) throw new Refusal({ kind: 'outdated-component' });
    const [format = 'any'] = press.args;
    const typed = fields.getTextInputValue('pack').trim();
    return planFile(app, {
      ...actorIn(press.interaction),
      file,
      typed: typed === '' ? null : typed,
      format: format === 'any' ? null : format,
    });
  },
};

export const fileComponents: readonly Component[] = [fileSent, doImport, noImport];
