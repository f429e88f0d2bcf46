// What can be wrong with a question, and what a report must say. Pure.
export const reportKinds = ['wrong-key', 'outdated', 'unclear', 'typo', 'other'] as const;
export type ReportKind = (typeof reportKinds)[number];

export const MAX_REPORT_TEXT = 1000;

export type ReportOutcome = { kind: 'reported' | 'no-such-question' | 'blank' | 'no-kind' | 'too-many' };

export function isReportKind(text: string | null | undefined): text is ReportKind {
  return reportKinds.some((kind) => kind === text);
}

/** What was typed, without what no database takes (NUL) and without blanks around it; empty when nothing is left. */
export function cleanReport(text: string): string {
  return text.replaceAll('\0', '').trim();
}
