// What Discord's own client would not let a member do. The bot never hears of it.

export class ClientRefusal extends Error {}

export function refuseAct(reason: string): never {
  throw new ClientRefusal(reason);
}
