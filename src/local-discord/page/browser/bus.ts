// A list of listeners per topic, typed.

export type Bus<Topics> = {
  on<Topic extends keyof Topics>(topic: Topic, listener: (value: Topics[Topic]) => void): void;
  emit<Topic extends keyof Topics>(topic: Topic, value: Topics[Topic]): void;
};

export function createBus<Topics>(): Bus<Topics> {
  const listeners: { [Topic in keyof Topics]?: ((value: Topics[Topic]) => void)[] } = {};
  return {
    on(topic, listener) {
      const list = listeners[topic] ?? [];
      listeners[topic] = list;
      list.push(listener);
    },
    emit(topic, value) {
      for (const listener of listeners[topic] ?? []) listener(value);
    },
  };
}
