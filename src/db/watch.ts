// Gives up waiting for a server that owes an answer for too long.
import { DatabaseTimeout } from './failure.ts';

export type Watch = {
  statement<T>(send: () => PromiseLike<T>): Promise<T>;
  /** For what the server opens and closes around work of ours, which may take its time. */
  around<T>(open: (enter: <R>(work: () => Promise<R>) => Promise<R>) => PromiseLike<T>): Promise<T>;
};

/** A wait that was too long rejects by itself: postgres.js does not always reject what it destroys. */
export function createWatch(silentFor: number, alarm: () => void): Watch {
  const listen = (reject: (error: Error) => void) => {
    const timer = setTimeout(() => {
      alarm();
      reject(new DatabaseTimeout(silentFor));
    }, silentFor);
    return () => clearTimeout(timer);
  };
  return {
    async statement(send) {
      const silence = Promise.withResolvers<never>();
      const heard = listen(silence.reject);
      try {
        return await Promise.race([send(), silence.promise]);
      } finally {
        heard();
      }
    },
    async around(open) {
      const silence = Promise.withResolvers<never>();
      let heard = listen(silence.reject);
      let isOver = false;
      const enter = async <R>(work: () => Promise<R>) => {
        heard();
        try {
          return await work();
        } finally {
          if (!isOver) heard = listen(silence.reject);
        }
      };
      try {
        return await Promise.race([open(enter), silence.promise]);
      } finally {
        isOver = true;
        heard();
      }
    },
  };
}
