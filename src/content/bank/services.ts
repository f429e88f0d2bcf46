// Which services of the exam's list a text names, and F29 for those that too few questions are about.
import type { Pack } from '../pack.ts';
import type { Question } from '../schema.ts';
import type { BankFlaw } from './finding.ts';
import type { BankRules } from './rules.ts';
import { hasWord } from './words.ts';

/** The names of the listed services that a text names, by any of their words. */
export function servicesIn(text: string, { services }: Pick<BankRules, 'services'>): string[] {
  return services.filter(({ words }) => words.some((word) => hasWord(text, word))).map(({ name }) => name);
}

/** The questions of the edition that name each service in their stem or key. */
export function countServices(pack: Pack, rules: BankRules): { name: string; questions: number }[] {
  const { services, coverage } = rules;
  const counts = new Map(services.map(({ name }) => [name, 0]));
  for (const question of pack.questions.values()) {
    if (coverage === undefined || !question.editions.includes(coverage.edition)) continue;
    for (const name of servicesIn(subjectOf(question), rules)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, questions]) => ({ name, questions }));
}

/** The questions of the edition that name each skill of its guide, and how many it needs. */
export function countSkills(
  pack: Pack,
  { coverage }: BankRules,
): { id: string; name: string; questions: number; least: number }[] {
  const edition = pack.exam.editions.find(({ id }) => id === coverage?.edition);
  if (coverage === undefined || edition === undefined) return [];
  const skills = edition.domains.flatMap(({ tasks }) => tasks.flatMap((task) => task.skills));
  const named = [...pack.questions.values()].flatMap((question) => question.skills[edition.id] ?? []);
  return skills.map(({ id, name }) => ({
    id,
    name,
    questions: named.filter((skill) => skill === id).length,
    least: coverage.emphasized.includes(id) ? coverage.leastEmphasized : coverage.leastPerSkill,
  }));
}

export function findCoverageFlaws(pack: Pack, rules: BankRules): BankFlaw[] {
  const { coverage } = rules;
  if (coverage === undefined) return [];
  const skills = countSkills(pack, rules)
    .filter(({ questions, least }) => questions < least)
    .map(({ id, questions, least }) => `${id} (${questions} of ${least})`);
  const services = countServices(pack, rules)
    .filter(({ questions }) => questions < coverage.leastPerService)
    .map(({ name, questions }) => `${name} (${questions})`);
  return [
    ...(skills.length === 0
      ? []
      : [
          {
            code: 'F29',
            text: `too few questions of ${coverage.edition} name the skills ${skills.join(', ')}: write more`,
          },
        ]),
    ...(services.length === 0
      ? []
      : [
          {
            code: 'F29',
            text: `fewer than ${coverage.leastPerService} questions of ${coverage.edition} name the services ${services.join(', ')}: write more`,
          },
        ]),
  ];
}

function subjectOf({ stem, options }: Question): string {
  return [stem, ...options.filter(({ correct }) => correct).map(({ text }) => text)].join('\n');
}
