// Which id Discord gave each command: only with it can a command be named so that it can be clicked.
export type CommandIds = {
  /** Null while Discord has not said it. */
  of(name: string): string | null;
  /** Takes in what Discord answers when it is asked for the commands, or sent them. */
  learn(commands: unknown): void;
};

export function createCommandIds(): CommandIds {
  const ids = new Map<string, string>();
  return {
    of: (name) => ids.get(name) ?? null,
    learn(commands) {
      for (const command of Array.isArray(commands) ? commands : []) {
        const { id, name } = (command ?? {}) as { id?: unknown; name?: unknown };
        if (typeof id === 'string' && typeof name === 'string') ids.set(name, id);
      }
    },
  };
}
