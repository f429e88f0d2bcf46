// The log of a server's changes stays for its admins, and so does its channel for reviews, without the id of who made them.
import { allOf, sharedRows } from '#db/personal.ts';
import { ERASED } from './rules.ts';
import { reviewChannels, serverChanges } from './table.ts';

export const personal = allOf(
  sharedRows(serverChanges, serverChanges.memberId, { memberId: ERASED }),
  sharedRows(reviewChannels, reviewChannels.setBy, { setBy: ERASED }),
);
