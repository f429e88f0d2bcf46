// What work is a step of (an interaction, its action, a statement), for whoever wants to see where time goes. Types alone:
// where nobody traces there is no Trace, and src/telemetry tells OpenTelemetry where there is one.

/** Never what anybody wrote, and nobody's id. */
export type Facts = Record<string, string | number | boolean>;

export type Step = {
  name: string;
  /** What reaches us, or what we ask of others; left out for work of our own. */
  kind?: 'server' | 'client';
  facts?: Facts;
  /** Told as part of another step and never alone: what looks every few seconds whether there is work asks a lot. */
  isDetail?: boolean;
  /** Told only where it had something to do: other steps than details, a failure, or a second of work. */
  isJob?: boolean;
};

/** Where a call was made, to be named later. */
export type Place = object | null;

export type Trace = {
  /** As a step of the one underway, else as the first of a new trace. */
  run<T>(step: Step, work: () => Promise<T>): Promise<T>;
  /** As a step of the first place, with a link to each of the others. */
  runFor<T>(places: readonly Place[], step: Step, work: () => Promise<T>): Promise<T>;
  here(): Place;
  /** Says more of the step underway; `error.type` says that it failed. */
  note(facts: Facts, name?: string): void;
  /** For what others call back: it belongs to the step underway now, whoever calls it. */
  bind<A extends unknown[], R>(work: (...args: A) => R): (...args: A) => R;
};
