// Programs that a bench talks to through the local Discord: the bot as `npm start` runs it, and others.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalDiscord } from '#local-discord/server.ts';

const root = join(import.meta.dirname, '../..');

export type Program = { pid: number; stop(): Promise<void> };

/** What stands between `node` and the file in the start script of package.json: flags, and what is loaded first. */
export function shippedFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return String(scripts.start).split(' ').slice(1, -1);
}

/** The same room for a baseline's heap, without what holds it back until the bot is ready: nothing lets that go again. */
export function baselineFlags(): string[] {
  return shippedFlags().filter((flag) => flag.includes('semi-space'));
}

/** A bench that ends early leaves nothing behind. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Resolves when it is connected. `flags` are those that are shipped unless others are given. */
export async function spawnBotWith(
  discord: LocalDiscord,
  env: Record<string, string>,
  flags: readonly string[] = shippedFlags(),
): Promise<Program> {
  return spawnProgram(['src/main.ts'], {
    flags,
    env: {
      NODE_ENV: 'production',
      DISCORD_TOKEN: discord.token,
      DISCORD_API: discord.api,
      HTTP_PORT: '0',
      LOG_LEVEL: 'info',
      ...env,
    },
  });
}

export async function spawnProgram(
  args: readonly string[],
  { flags, env }: { flags: readonly string[]; env: Record<string, string> },
): Promise<Program> {
  const child = spawn(process.execPath, [...flags, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  await lineOf(child, 'connected to Discord');
  child.stdout.resume();
  return {
    pid: child.pid ?? 0,
    async stop() {
      const exited = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await exited;
      running.delete(child);
    },
  };
}

function lineOf(child: ChildProcess, wanted: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const onData = (chunk: Buffer) => {
      output += String(chunk);
      if (!output.includes(wanted)) return;
      child.stdout?.off('data', onData);
      resolve();
    };
    child.stdout?.on('data', onData);
    child.once('exit', () => reject(new Error(`${child.spawnargs.join(' ')} did not start:\n${output}`)));
  });
}
