// Whoever comes from outside of any server is asked once what they learn, and then gets what they had called.
import { type Call, callOf } from '#bot/call.ts';
import type { Answer, BotApp, Feature, UsedInteraction } from '#bot/feature.ts';
import { Refusal } from '#lib/refusal.ts';

export type Welcome = NonNullable<Feature['newcomer']>;

/** The question in place of an answer that needs to know first; every other failure as it is. */
export function welcoming(app: BotApp, welcome: Welcome | undefined) {
  return async (interaction: UsedInteraction, run: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await run();
    } catch (error) {
      const isUnknown = error instanceof Refusal && error.reason.kind === 'no-course';
      if (!isUnknown || !welcome) throw error;
      return welcome(app, {
        memberId: interaction.user.id,
        locale: interaction.locale,
        call: calledBy(interaction),
      });
    }
  };
}

/** A button of an old message is not pressed again. */
function calledBy(interaction: UsedInteraction): Call | null {
  return interaction.isChatInputCommand() ? callOf(interaction) : null;
}

/** What was called comes in place of the question, where nothing else hangs on its message. */
export function inPlace(answer: Answer): Answer {
  if (answer.kind !== 'reply' || !answer.private || answer.sent || answer.refused || answer.note)
    return answer;
  const { message, language } = answer;
  return { kind: 'update', message, ...(language === undefined ? {} : { language }) };
}
