// The embedded server's settings: small, for one bot on a machine of 512 MB, and as durable as PostgreSQL is by itself.
import type { Settings } from './server.ts';

export const TUNING: Settings = {
  shared_buffers: '32MB',
  huge_pages: 'off',
  // One process of the bot and a program or two beside it; each slot takes memory, used or not.
  max_connections: 40,
  // What a bot asks is a row or some hundred: nothing for several processes, or for a compiler.
  max_worker_processes: 0,
  max_parallel_workers: 0,
  max_parallel_workers_per_gather: 0,
  max_parallel_maintenance_workers: 0,
  jit: 'off',
  // Reads and writes where they are asked for: otherwise three more processes wait for them.
  io_method: 'sync',
  autovacuum_worker_slots: 1,
  autovacuum_max_workers: 1,
  maintenance_work_mem: '32MB',
  // Nobody follows its log: backups are copies.
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_logical_replication_workers: 0,
  max_wal_size: '256MB',
  min_wal_size: '32MB',
  // What it says is for whoever looks why it did not start; what fails in a statement, the bot says.
  log_checkpoints: 'off',
  log_min_error_statement: 'panic',
};
