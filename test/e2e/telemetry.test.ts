// Traces as a collector gets them: from an interaction to its statements, of whom nothing is said.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerFirst, type Stage, startStage, until } from '../support/cohort.ts';
import { attribute, startCollector, type TakenSpan } from '../support/collector.ts';

let stage: Stage;
let collector: Awaited<ReturnType<typeof startCollector>>;
beforeAll(async () => {
  collector = await startCollector();
  stage = await startStage({
    telemetry: {
      url: collector.url,
      headers: { authorization: 'Bearer secret' },
      service: 'study-bot',
      resource: {},
      ratio: 1,
    },
  });
});
afterAll(async () => {
  await stage.stop();
  await collector.stop();
});

const root = (name: string) => collector.spans.find((span) => span.name === name && !span.parentSpanId);
const traceOf = ({ traceId }: TakenSpan) => collector.spans.filter((span) => span.traceId === traceId);
/** From a span up to the root, by name. */
function pathOf(span: TakenSpan): string[] {
  const above = collector.spans.find(({ spanId }) => spanId === span.parentSpanId);
  return [span.name, ...(above ? pathOf(above) : [])];
}

async function rootOf(name: string): Promise<TakenSpan> {
  await until(() => root(name) !== undefined);
  const found = root(name);
  if (!found) throw new Error(`no trace of ${name}`);
  return found;
}

it('one press is one trace, from the interaction over its action to the statement and to the answer', async () => {
  const question = await stage.ada.command(stage.general, '/quiz');
  const asked = await rootOf('/quiz');
  expect(attribute(asked, 'cohort.kind')).toBe('command');
  expect(traceOf(asked).map(pathOf)).toContainEqual(['insert posts', 'transaction', 'run /quiz', '/quiz']);

  await answerFirst(stage.grace, question.message);
  const pressed = await rootOf('answer');
  const paths = traceOf(pressed).map(pathOf);
  const upwards = ['write answers', 'run answer', 'answer'];
  expect(paths).toContainEqual(upwards);
  expect(paths).toContainEqual(['insert answers', ...upwards]);
  expect(paths).toContainEqual(['POST /interactions/:id/:token/callback', 'answer']);
  expect(attribute(pressed, 'cohort.outcome')).toBe('answered');
  expect(attribute(pressed, 'cohort.shard')).toBe(0);
  expect(Number(attribute(pressed, 'cohort.queued_ms'))).toBeGreaterThanOrEqual(0);
  const sent = traceOf(pressed).find(({ name }) => name.startsWith('POST'));
  expect(sent && attribute(sent, 'http.response.status_code')).toBe(204);
  expect(sent && Number(attribute(sent, 'cohort.waited_ms'))).toBeGreaterThanOrEqual(0);
});

it('a job that closes a question is a trace with its requests', async () => {
  stage.discord.clock.advance(31 * 60_000);
  await stage.bot.runJob('close-posts');
  const closing = await rootOf('job close-posts');
  expect(traceOf(closing).map(pathOf)).toContainEqual([
    'PATCH /channels/:id/messages/:id',
    'close-posts one',
    'job close-posts',
  ]);
});

it('says nothing of who it was, what they wrote or which values were asked for', async () => {
  await stage.linus.command(stage.general, '/quiz topic:blockchain');
  await until(() => collector.spans.filter(({ name }) => name === '/quiz').length > 1);
  const said = JSON.stringify(collector.spans);
  const ids = [...Object.values(stage.ids), stage.guildId, stage.general];
  expect(ids.filter((id) => said.includes(id))).toEqual([]);
  expect(said).not.toMatch(/blockchain|Grace|Linus|Bearer|\$1/);
});

it('is who it was told to be, with the headers it was given', () => {
  const [resource] = collector.resources;
  expect(resource && attribute({ attributes: resource }, 'service.name')).toBe('study-bot');
  expect(collector.headers[0]).toMatchObject({ authorization: 'Bearer secret' });
});

it('sends what is left when it stops, and counts what the collector took', async () => {
  const metrics = await (await fetch(`http://127.0.0.1:${stage.bot.httpPort}/metrics`)).text();
  expect(metrics).toMatch(/^cohort_telemetry_spans_total\{outcome="sent"\} [1-9]/m);
  expect(metrics).not.toContain('outcome="dropped"');
  const before = collector.spans.filter(({ name }) => name === '/help').length;
  await stage.grace.command(stage.general, '/help');
  await stage.bot.stop();
  expect(collector.spans.filter(({ name }) => name === '/help')).toHaveLength(before + 1);
});
