// Servers: their settings are changed in setup; here is only what needs no command.
import type { Feature } from '#bot/feature.ts';
import { serverJoined, serverLeft, settleServers } from './actions.ts';
import { jobs } from './jobs.ts';
import { personal } from './personal.ts';
import { readLanguage } from './store.ts';

export const server: Feature = {
  jobs,
  listed: settleServers,
  joined: serverJoined,
  left: serverLeft,
  personal,
  language: { ofServer: readLanguage },
};
