// What is wrong in a content file, and the one error that carries all of it.

/** `line` counts from 1; `text` says what is wrong and what to do. */
export type Fault = { file: string; line: number; text: string };

/** Thrown once for everything found under a content directory; the message lists all faults, one a line. */
export class ContentError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const sorted = faults.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
    super(sorted.map(({ file, line, text }) => `${file}:${line}: ${text}`).join('\n'));
    this.name = 'ContentError';
    this.faults = sorted;
  }
}
