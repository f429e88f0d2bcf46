/** Starts what every test run shares (the database server); filled by test/support/database.ts. */
export function setup(): void {}
