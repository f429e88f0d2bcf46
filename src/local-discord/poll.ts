// Polls: from the request's form to the form in which Discord shows them.
import { asNumber, asObject, asObjects, type Json } from './json.ts';

export function startPoll(poll: Json, now: number): Json {
  const hours = asNumber(poll.duration, 24);
  return {
    question: asObject(poll.question),
    answers: asObjects(poll.answers).map((answer, index) => ({ answer_id: index + 1, ...answer })),
    expiry: new Date(now + hours * 3_600_000).toISOString(),
    allow_multiselect: poll.allow_multiselect === true,
    layout_type: 1,
    results: { is_finalized: false, answer_counts: [] },
  };
}

export function endPoll(poll: Json, now: number): Json {
  return {
    ...poll,
    expiry: new Date(now).toISOString(),
    results: { ...asObject(poll.results), is_finalized: true },
  };
}
