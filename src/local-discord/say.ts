// The terminal driver: acts as a member of the local Discord and prints what that member then sees.
import { parseArgs } from 'node:util';
import { defaultDataDir } from './data-dir.ts';
import { carryOut } from './say/do.ts';
import { parseSentence } from './say/sentence.ts';
import { Complaint, findServer, setLocale } from './say/server.ts';

const HELP = `Act as a member of the local Discord, from the terminal.

  npm run say -- ada "/"                        which commands there are
  npm run say -- ada "/quiz"                    use a command
  npm run say -- ada "/quiz topic:lambda"       with options
  npm run say -- ada "type /quiz topic:lam"     what autocomplete offers
  npm run say -- grace "press A"                press a button on the newest message that has it
  npm run say -- grace "press A on 1234…"       … on this message
  npm run say -- grace "select A C"             choose from a menu (values with spaces in quotes)
  npm run say -- grace "submit text=It is …"    fill in the form that was opened
  npm run say -- grace "show"                   the last ten messages that grace sees
  npm run say -- ada "wait 1 day"               move the clock on for everybody (minutes, hours, days, weeks)
  npm run say -- ada "in #daily /quiz"          in another channel (or --channel daily), and there only
  npm run say -- ada 'in "A talk" press A'      in a thread
  npm run say -- ada "in dm /quiz"              in direct messages with the bot
  npm run say -- ada "install"                  the bot for herself: its commands then are hers everywhere (uninstall)
  npm run say -- ada 'in "Study night" /quiz'   in a group message
  npm run say -- ada "in lobby /quiz"           in a server without the bot; 'in "Another server#lobby" …' in full
  npm run say -- ada "hello"                    write a message
  npm run say -- ada 'in #help post "How?" …'   open a post in a forum
  npm run say -- ada "menu Name on @grace"      a command of the menu of a member or message
  npm run say -- grace "delete 1234…"           delete a message (or dismiss a private one)

  --locale de                    set the language of the member's Discord, for this and all later sentences
  --channel NAME                 where; else where the member was last, at first #general
  --data DIRECTORY               what the local Discord runs on; else DATA_DIR (also of .env) or ./data, and in it
                                 local-discord
  --url http://127.0.0.1:3001    its address, instead of looking it up in the data directory

Members of the demo server: ada (owner), grace (moderator), linus, margaret. All of them are in the group "Study night"
and in "Another server" (#lobby, #pets) too, where the bot is not.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    channel: { type: 'string', default: '' },
    locale: { type: 'string', default: '' },
    data: { type: 'string' },
    url: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

// "… | head -1" closes the pipe before everything is written: nothing is wrong then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const [who, ...words] = positionals;
if (values.help || who === undefined || words.length === 0) {
  process.stdout.write(HELP);
  process.exitCode = values.help ? 0 : 1;
} else {
  await say(who, words.join(' '));
}

async function say(member: string, text: string): Promise<void> {
  try {
    const sentence = parseSentence(text);
    const server = await findServer(values.data ?? defaultDataDir(), values.url);
    const channel = sentence.channel || values.channel;
    if (values.locale !== '') await setLocale(server, member, values.locale);
    process.stdout.write(`${await carryOut({ server, who: member, channel }, sentence)}\n`);
  } catch (error) {
    // What a person can put right is told without a stack; a bug keeps it.
    if (!(error instanceof Complaint)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
