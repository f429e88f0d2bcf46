// What stands behind `npm start --`.
import { parseArgs } from 'node:util';
import { ConfigError } from './config.ts';

export type Flags = { open: boolean; takeDatabase: boolean; help: boolean };

const flags = {
  open: { type: 'boolean' },
  'take-database': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Throws a ConfigError for anything that is no flag of ours. */
export function readFlags(args: readonly string[]): Flags {
  try {
    const { values } = parseArgs({ args: [...args], options: flags });
    return {
      open: values.open ?? false,
      takeDatabase: values['take-database'] ?? false,
      help: values.help ?? false,
    };
  } catch (error) {
    // Node's own words are about its API.
    const isTheirs = error instanceof Error && 'code' in error && /^ERR_PARSE_ARGS/.test(String(error.code));
    if (!isTheirs) throw error;
    const known = ['-h', ...Object.keys(flags).map((name) => `--${name}`)];
    const unknown = args.find((arg) => !known.includes(arg));
    throw new ConfigError([`Cohort does not know ${unknown}: see npm start -- --help.`]);
  }
}
