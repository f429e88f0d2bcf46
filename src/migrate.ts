// Makes and changes the tables, and ends: `npm run migrate`, for whoever does not let the bot's own process do it.
import { tell, visitDatabase } from './visit.ts';

const HELP = `Brings the tables up to this release, as npm start does by itself.

  npm run migrate

By the role of MIGRATION_DATABASE_URL, where that is set: it lets the one of DATABASE_URL read and write rows.
`;

await tell(async () => {
  if (process.argv.length > 2) return HELP;
  return visitDatabase(async () => 'The tables are as this release has them.\n');
});
