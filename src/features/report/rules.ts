// What can be wrong with a question. Pure.
export const reportKinds = ['wrong-key', 'outdated', 'unclear', 'typo', 'other'] as const;
export type ReportKind = (typeof reportKinds)[number];

export const MAX_REPORT_TEXT = 1000;

export function isReportKind(text: string | null | undefined): text is ReportKind {
  return reportKinds.some((kind) => kind === text);
}
