// All routes of the local REST API. Fixed paths come before those with parameters in the same place.
import type { Route } from '../router.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { guildRoutes } from './guilds.ts';
import { interactionRoutes } from './interactions.ts';
import { messageRoutes } from './messages.ts';
import { threadRoutes } from './threads.ts';
import { userRoutes } from './users.ts';

export const routes: readonly Route[] = [
  ...userRoutes,
  ...channelRoutes,
  ...messageRoutes,
  ...threadRoutes,
  ...guildRoutes,
  ...commandRoutes,
  ...interactionRoutes,
];
