// What the dashboard shows and the alerts watch is there to be seen, and each alert comes when it should.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { dailySchedules } from '#features/asking/daily/table.ts';
import { type Stage, startStage, until } from '../support/cohort.ts';

const folder = join(import.meta.dirname, '../../src/http/monitoring');
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

type Rule = { alert: string; expr: string; annotations: { summary: string } };
const rules: Rule[] = parse(read('alerts.yml')).groups[0].rules;
type Panel = { title: string; targets: { expr: string }[] };
const panels: Panel[] = JSON.parse(read('dashboards/cohort.json')).panels;
const expressions = [
  ...rules.map(({ expr }) => expr),
  ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
];

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.stop());

const metrics = async () => (await fetch(`http://127.0.0.1:${stage.bot.httpPort}/metrics`)).text();
/** Names as PromQL has them; `up` is Prometheus's own. */
const namesIn = (text: string) =>
  [...text.matchAll(/\b(cohort|nodejs|process)_[a-z0-9_]+/g)].map(([name]) => name);

it('every metric that is named exists, with the labels that are asked for', async () => {
  await stage.ada.command(stage.general, '/quiz');
  await stage.bot.runJob('send-posts');
  // The answer is counted when Discord has it, and what was read holds for a second.
  await until(async () => (await metrics()).includes('{command="/quiz",outcome="answered"} 1'));
  const text = await metrics();
  const named = [...new Set(expressions.flatMap(namesIn))];
  expect(named.length).toBeGreaterThan(12);
  const declared = [...text.matchAll(/^# TYPE (\S+) /gm)].map(([, name = '']) => name);
  const base = (name: string) => name.replace(/_(bucket|count|sum)$/, '');
  expect(named.filter((name) => !declared.includes(name) && !declared.includes(base(name)))).toEqual([]);
  // Prometheus names these itself, and would take ours away.
  expect(text).not.toMatch(/[{,](job|instance)="/);
  expect(text).toMatch(/^cohort_gateway_shards\{state="Ready"\} 1$/m);
  expect(text).toMatch(/^cohort_dailies\{state="dropped"\} 0$/m);
  expect(text).toMatch(/^cohort_outbox_posts 0$/m);
  expect(text).toMatch(/^cohort_statement_seconds_bucket\{le="1",kind="statement",outcome="done"\} [1-9]/m);
});

it('counts questions of the day by what became of them, and what waits', async () => {
  const { db } = stage.database;
  const row = {
    serverId: stage.guildId,
    zone: 'UTC',
    time: '09:00',
    weekdays: [1],
    domains: [],
    createdBy: '1',
  };
  const never = new Date('2999-01-01T00:00:00Z');
  const when = { nextDate: '2999-01-01', nextAt: never, createdAt: never, status: 'active' as const };
  await db.insert(dailySchedules).values([
    { ...row, ...when, channelId: '1' },
    { ...row, ...when, channelId: '3', status: 'paused' as const },
  ]);
  const states = async () => [...(await metrics()).matchAll(/^cohort_dailies\{state="(\w+)"\} 1$/gm)];
  // What was read holds for a second.
  await until(async () => (await states()).length > 0);
  expect((await states()).map(([, state]) => state)).toEqual(['none']);
});

const tool = ['/usr/bin/promtool', '/usr/local/bin/promtool'].find((path) => existsSync(path));
it.skipIf(!tool)('each alert fires from recorded metrics, and none while all is well (promtool)', () => {
  const file = join(folder, 'alerts.test.yml');
  expect(execFileSync(tool ?? '', ['test', 'rules', file], { encoding: 'utf8' })).toContain('SUCCESS');
});

it('each alert has its case, and says what to do', () => {
  type Case = { alert_rule_test: { alertname: string; exp_alerts: object[] }[] };
  const cases: Case[] = parse(read('alerts.test.yml')).tests;
  const fired = cases.flatMap(({ alert_rule_test }) =>
    alert_rule_test.filter(({ exp_alerts }) => exp_alerts.length > 0).map(({ alertname }) => alertname),
  );
  expect(fired.toSorted()).toEqual(rules.map(({ alert }) => alert).toSorted());
  expect(rules.filter(({ annotations }) => annotations.summary.length < 30)).toEqual([]);
});
