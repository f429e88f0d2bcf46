// For a second translator: sixty sentences of a language, drawn by chance, without the English. Whoever translates them
// back, and then looks at the key, sees what the first translation lost.
//   npm run words:sample -- fr            the sentences
//   npm run words:sample -- fr --key      the same ones with their places and the English
//   npm run words:sample -- fr --seed 7   sixty others
import { parseArgs } from 'node:util';
import { seededRandom } from '#lib/random.ts';
import { listLanguages, wordsOf } from '#words/words.ts';
import { sayEverything } from '../support/sentences.ts';

const SENTENCES = 60;
/** Labels of a word or two say little. */
const FEWEST_WORDS = 4;
const SAMPLE_COUNTS = [3, 12, 40, 7];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { key: { type: 'boolean', default: false }, seed: { type: 'string', default: '1' } },
});
const codes = listLanguages().map(({ code }) => code);
const [code = ''] = positionals;
if (!codes.includes(code)) {
  process.stderr.write(`Name one of the languages: npm run words:sample -- ${codes.slice(1).join('|')}\n`);
  process.exit(2);
}

const counts = (index: number) => SAMPLE_COUNTS[index % SAMPLE_COUNTS.length] ?? 1;
const translated = new Map(sayEverything(wordsOf(code), counts).map(({ path, text }) => [path, text]));
const random = seededRandom(Number(values.seed));
const drawn = sayEverything(wordsOf('en'), counts)
  .filter(({ text }) => text.split(' ').length >= FEWEST_WORDS)
  .map((sentence) => ({ ...sentence, at: random() }))
  .sort((a, b) => a.at - b.at)
  .slice(0, SENTENCES);
for (const [index, { path, text }] of drawn.entries()) {
  process.stdout.write(
    values.key ? `${index + 1}. ${path}: ${text}\n` : `${index + 1}. ${translated.get(path)}\n`,
  );
}
