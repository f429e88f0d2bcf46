// Sounds an alarm when the server owes an answer for too long.

export type Watch = {
  statement<T>(send: () => PromiseLike<T>): Promise<T>;
  /** For what the server opens and closes around work of ours, which may take its time. */
  around<T>(open: (enter: <R>(work: () => Promise<R>) => Promise<R>) => PromiseLike<T>): Promise<T>;
};

export function createWatch(silentFor: number, alarm: () => void): Watch {
  const listen = () => {
    const timer = setTimeout(alarm, silentFor);
    return () => clearTimeout(timer);
  };
  return {
    async statement(send) {
      const heard = listen();
      try {
        return await send();
      } finally {
        heard();
      }
    },
    async around(open) {
      let heard = listen();
      try {
        return await open(async (work) => {
          heard();
          try {
            return await work();
          } finally {
            heard = listen();
          }
        });
      } finally {
        heard();
      }
    },
  };
}
