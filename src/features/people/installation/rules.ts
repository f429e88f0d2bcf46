// Whose database it is, and what that means for a start. Pure.

/** Enough that two databases with the same row ids do not make the same nonces. */
export const SECRET_LENGTH = 6;

/** Of a database without an owner: so many of its servers are asked about by a process that sees only some of them. */
export const SERVERS_ASKED = 20;
