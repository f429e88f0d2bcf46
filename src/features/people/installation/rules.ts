// Whose database it is, and what that means for a start. Pure.

/** Enough that two databases with the same row ids do not make the same nonces. */
export const SECRET_LENGTH = 6;
