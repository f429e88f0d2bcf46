// What no container is allowed here, and that what is mounted exists. Nothing is started.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');
const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
const services: Record<string, Record<string, unknown>> = parse(text).services;

it.each(Object.keys(services))('%s may write nowhere, gain nothing and take only so much', (name) => {
  expect(services[name]).toMatchObject({
    read_only: true,
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
    mem_limit: expect.any(String),
  });
});

it('lets the bot in as its own role, only after that was made, and gives it no way to be the owner', () => {
  expect(services.bot).toMatchObject({
    environment: { DATABASE_URL: 'postgres://cohort_bot@database:5432/cohort' },
    depends_on: { migrations: { condition: 'service_completed_successfully' } },
  });
  expect(JSON.stringify(services.bot)).not.toMatch(/owner|socket/);
  expect(services.migrations).toMatchObject({
    environment: { MIGRATION_DATABASE_URL: expect.stringContaining('cohort_owner@') },
    depends_on: { roles: { condition: 'service_completed_successfully' } },
    network_mode: 'none',
  });
});

it('mounts only files that exist', () => {
  const files = Object.values(services)
    .flatMap(({ volumes }) => (volumes as string[] | undefined) ?? [])
    .filter((volume) => volume.startsWith('./'))
    .map((volume) => volume.split(':')[0] ?? '');
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
