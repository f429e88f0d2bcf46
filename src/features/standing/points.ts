// What a server's members have of points, for whoever wants to know what would change them. The contract of a board.
import type { Db } from '#db/connect.ts';

export type Points = {
  /** Of all time and domains of one exam. */
  read(db: Db, board: { serverId: string; exam: string }): Promise<{ memberId: string; points: number }[]>;
};
