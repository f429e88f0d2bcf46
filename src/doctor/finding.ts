// What the doctor says of one thing: that it is right, what is wrong and how to mend it, or that it could not be seen.

export type Finding = {
  /** What was looked at, in a word or two; the same over releases, for programs. */
  check: string;
  state: 'ok' | 'fault' | 'unseen';
  /** One line; of a fault with its mend. */
  says: string;
};

export function ok(check: string, says: string): Finding {
  return { check, state: 'ok', says };
}

export function fault(check: string, says: string): Finding {
  return { check, state: 'fault', says: inOneLine(says) };
}

export function unseen(check: string, says: string): Finding {
  return { check, state: 'unseen', says: inOneLine(says) };
}

/** The faults, or that all is well. */
export function orOk(check: string, faults: readonly string[], well: string): Finding[] {
  return faults.length > 0 ? faults.map((line) => fault(check, line)) : [ok(check, well)];
}

/** 0: all is right. 1: something is to be mended. 2: nothing is known to be wrong, but something could not be seen. */
export function exitCodeOf(findings: readonly Finding[]): 0 | 1 | 2 {
  const has = (state: Finding['state']) => findings.some((each) => each.state === state);
  if (has('fault')) return 1;
  return has('unseen') ? 2 : 0;
}

export function showFindings(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ check }) => check.length));
  const lines = findings.map(({ check, state, says }) => {
    return `${state.padEnd(6)}  ${check.padEnd(width)}  ${says}`;
  });
  return `${lines.join('\n')}\n`;
}

function inOneLine(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, ' ');
}
