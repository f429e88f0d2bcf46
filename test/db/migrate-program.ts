// One of several processes that start at once and migrate the same database. Usage: node migrate-program.ts URL
import { migrate } from '#db/migrate.ts';
import { silentLog } from '../support/settings.ts';

await migrate({ url: process.argv[2] ?? '', log: silentLog });
