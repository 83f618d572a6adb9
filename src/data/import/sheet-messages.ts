import type { SheetFile, SheetRow } from '#domain/sheet.ts';
import type { ReadProblem } from './read-problem.ts';
import type { ReadStep } from './read-progress.ts';

/** What the page asks of the reading worker: one file, once. */
export type ReadRequest = { readonly file: Blob; readonly name: string };

/** What the worker says: its steps, the rows in portions that do not block the page, and the end. */
export type ReadReply =
  | { readonly is: 'progress'; readonly step: ReadStep; readonly share?: number | undefined }
  | { readonly is: 'sheet'; readonly name: string }
  | { readonly is: 'rows'; readonly rows: readonly SheetRow[]; readonly share: number }
  | { readonly is: 'done'; readonly file: Omit<SheetFile, 'sheets'> }
  | { readonly is: 'problem'; readonly problem: ReadProblem };
