// Why the embedded database cannot run here: one line that says what to do, meant for the person at the terminal.

export class EmbeddedError extends Error {
  constructor(line: string) {
    super(line);
    this.name = 'EmbeddedError';
  }
}
