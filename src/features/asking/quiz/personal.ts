// Rounds that a member started, and how long they have to wait for the next.
import { allOf, ownRows } from '#db/personal.ts';
import { cooldowns, rounds } from './table.ts';

export const personal = allOf(ownRows(rounds, rounds.memberId), ownRows(cooldowns, cooldowns.memberId));
