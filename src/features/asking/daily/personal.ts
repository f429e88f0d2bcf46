// Who set a schedule up, and is told when it fails: the schedule stays for its server, without the id.
import { sharedRows } from '#db/personal.ts';
import { ERASED } from '#features/people/server/rules.ts';
import { dailySchedules } from './table.ts';

export const personal = sharedRows(dailySchedules, dailySchedules.createdBy, { createdBy: ERASED });
