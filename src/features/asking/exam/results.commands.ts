// /exam result: how the real one went, as its taker says.

import type { Answer, BotApp, CommandInteraction } from '#bot/feature.ts';
import { actorOf } from '#bot/ground.ts';
import { findEdition } from '#content/pack.ts';
import { localDateAt } from '#lib/local-date.ts';
import { nameExam } from './choosing.actions.ts';
import { recordRealResult, todayOf } from './history.actions.ts';
import { showNotice } from './notices.view.ts';
import { checkResult } from './results.rules.ts';
import { showBadResult, showTold } from './results.view.ts';

export async function recordResult(app: BotApp, interaction: CommandInteraction): Promise<Answer> {
  const { options, user } = interaction;
  const learner = actorOf(interaction);
  const named = await nameExam(app, { ...learner, edition: options.getString('edition') });
  const pack = named && (await app.content.packOf(named.exam));
  const edition = pack && findEdition(pack.exam, named.edition);
  if (!edition) return { kind: 'reply', private: true, message: (words) => showNotice(words, 'noQuestions') };
  // The day may be tomorrow already where the member is.
  const latest = localDateAt(app.clock.now(), 'Pacific/Kiritimati');
  const told = {
    isPassed: options.getBoolean('passed') ?? false,
    score: options.getInteger('score'),
    satOn: options.getString('date')?.trim() ?? (await todayOf(app, learner)),
  };
  const fault = checkResult(told, { edition, latest });
  if (fault)
    return { kind: 'reply', private: true, message: (words) => showBadResult(words, fault, edition) };
  await recordRealResult(app, {
    ...told,
    memberId: user.id,
    exam: pack.exam.id,
    edition: edition.id,
  });
  return {
    kind: 'reply',
    private: true,
    message: (words) => showTold(words, { isPassed: told.isPassed, code: edition.code }),
  };
}
