// The least that could do the bot's work, written by hand: a WebSocket, the product's own two statements sent by the bare
// driver, the product's own reply. No discord.js, no drizzle, no rules: what the bot could reach at best.
// A process of whole-bot.ts; REPLY is the body of the answer.
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import WebSocket from 'ws';
import { loadPacks } from '#content/load.ts';
import type { Database } from '#db/connect.ts';
import { openContent, projections } from '#features/index.ts';
import { answerQuestion } from '#features/record/answer/actions.ts';
import { createBatcher } from '#lib/batcher.ts';

const {
  DISCORD_API = '',
  DISCORD_TOKEN = '',
  DATABASE_URL = '',
  REPLY = '',
  POST_ID = '0',
  SERVER_ID = '',
} = process.env;
const sql = postgres(DATABASE_URL, { max: 10, onnotice: () => undefined });
const postId = Number(POST_ID);

type Press = { id: string; token: string; memberId: string };
type Statements = {
  read: string;
  write: string;
  /** Of one answer, as it is written. */
  row: Record<string, unknown>;
  /** The other parameters are always the same. */
  readOf: (keys: string) => unknown[];
  writeOf: (rows: string) => unknown[];
};

/** The product answers twice, once alone and once together, while somebody writes down what it sends. */
async function learnStatements(): Promise<Statements> {
  const sent: { query: string; params: unknown[] }[] = [];
  const db = drizzle(sql, { logger: { logQuery: (query, params) => sent.push({ query, params }) } });
  // safe: a drizzle database over postgres.js, without the pool that connect() puts between
  const database = db as unknown as Database;
  const packs = await loadPacks(join(import.meta.dirname, '../../content'));
  const content = await openContent({ db: database, clock: { now: () => new Date() } }, packs);
  const deps = { db: database, content, projections };
  const give = (memberId: string) =>
    answerQuestion(deps, {
      ...{ postId, memberId, serverId: SERVER_ID, picked: [0], from: null },
      ...{ pressId: memberId, at: new Date() },
    });
  await Promise.all(['minimal-a', 'minimal-b', 'minimal-c', 'minimal-d', 'minimal-e'].map(give));
  const read = sent.find(({ query }) => query.includes('jsonb_to_recordset') && query.includes('k.post_id'));
  const write = sent.find(({ query }) => query.includes('insert into "answers"'));
  if (!read || !write) throw new Error('the product sent other statements than expected');
  const isList = (param: unknown) => String(param).startsWith('[{');
  const rows = JSON.parse(String(write.params.find(isList))) as Record<string, unknown>[];
  const paramsOf = (params: readonly unknown[]) => (given: string) =>
    params.map((each) => (isList(each) ? given : each));
  return {
    ...{ read: read.query, readOf: paramsOf(read.params) },
    ...{ write: write.query, writeOf: paramsOf(write.params) },
    row: rows[0] ?? {},
  };
}

const { read, write, row, readOf, writeOf } = await learnStatements();
// Before the local Discord hangs up on what rests, which one request in many thousands would meet.
const agent = new Agent({ keepAlive: true, maxSockets: 64, timeout: 4_000 });
const body = Buffer.from(REPLY);

function reply({ id, token }: Press): Promise<void> {
  return new Promise((resolve, reject) => {
    const sending = request(
      `${DISCORD_API}/v10/interactions/${id}/${token}/callback`,
      {
        agent,
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': body.length },
      },
      (response) => response.resume().once('end', resolve),
    );
    sending.once('error', reject);
    sending.end(body);
  });
}

const answer = createBatcher<Press, null>({
  async run(batch) {
    const keys = batch.map(({ memberId }) => ({ postId, memberId }));
    await sql.unsafe(read, readOf(JSON.stringify(keys)) as never[], { prepare: true });
    const rows = batch.map(({ id, memberId }) => ({ ...row, memberId, pressId: id, answeredAt: new Date() }));
    const written = await sql.unsafe(write, writeOf(JSON.stringify(rows)) as never[], { prepare: true });
    // A baseline that writes less than the bot would be none.
    if (written.length !== batch.length) throw new Error('an answer was not written');
    return batch.map(() => null);
  },
  keyOf: ({ memberId }) => memberId,
  lanes: 3,
  max: 64,
  gather: 2,
});

const gateway = (await (
  await fetch(`${DISCORD_API}/v10/gateway/bot`, { headers: { authorization: `Bot ${DISCORD_TOKEN}` } })
).json()) as { url: string };
const socket = new WebSocket(`${gateway.url}?v=10&encoding=json`);
let sequence: number | null = null;
socket.on('message', (data) => {
  const event = JSON.parse(String(data));
  if (event.s !== null) sequence = event.s;
  if (event.op === 10) {
    const beat = () => socket.send(JSON.stringify({ op: 1, d: sequence }));
    setInterval(beat, event.d.heartbeat_interval).unref();
    const properties = { os: 'linux', browser: 'minimal', device: 'minimal' };
    socket.send(JSON.stringify({ op: 2, d: { token: DISCORD_TOKEN, intents: 1, properties } }));
  }
  if (event.t === 'READY') console.log('connected to Discord');
  if (event.t !== 'INTERACTION_CREATE') return;
  const press: Press = { id: event.d.id, token: event.d.token, memberId: event.d.member.user.id };
  void answer(press).then(() => reply(press));
});
process.once('SIGTERM', () => process.exit(0));
