// What happens on the server, told to whoever listens (the control API's event stream).

export type FeedEvent = { type: string; [key: string]: unknown };

export type Feed = {
  tell(event: FeedEvent): void;
  listen(listener: (event: FeedEvent) => void): () => void;
};

export function createFeed(): Feed {
  const listeners = new Set<(event: FeedEvent) => void>();
  return {
    tell(event) {
      for (const listener of listeners) listener(event);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
