import type {
  RecognisedFile,
  RowValue,
  SheetMetadata,
  SheetOutline,
} from '#programmes/apple-credit/import/recognised-sheet.ts';
import type { Answers, Question } from '#core/import/file-question.ts';
import type { Programme } from '#core/record/record.ts';
import type { Problem } from '#core/result.ts';
import type { VipListKind } from '#programmes/adobe-vip/import/cells/vip-headings.ts';
import type { VipOutline, VipRow } from '#programmes/adobe-vip/import/cells/vip-values.ts';
import type { ListOutline, ListRow } from '#programmes/apple-licences/import/plan/list-values.ts';
import type { SheetFile } from '#core/import/sheet.ts';
import type { ReadStep } from './read-progress.ts';

/**
 * What the columns of a sheet shall mean: one of them, or all as they are remembered; undefined
 * leaves them.
 */
export type Mapping =
  | { readonly index: number; readonly field: string }
  | { readonly remembered: Readonly<Record<string, string>> }
  | undefined;

/**
 * What a sheet can be said to be: codes and credit orders, a list of apps and licences, or one of
 * the lists of Adobe VIP, as they are offered.
 */
export const READ_AS = [
  'codes',
  'licences',
  'customers',
  'authorizations',
  'orders',
  'prices',
  'invoices',
] as const satisfies readonly ('codes' | 'licences' | VipListKind)[];

/** One of them. */
export type ReadAs = (typeof READ_AS)[number];

/** A sheet that is not imported: it holds nothing, or is nothing of what the file is read as. */
export type SkippedSheet =
  RecognisedFile['skipped'][number] | { readonly name: string; readonly reason: 'read-apart' };

type Skipped = { readonly skipped: readonly SkippedSheet[] };

/**
 * What a file holds as its columns are mapped now, and what is unclear in it: codes and orders,
 * lists of licences, or lists of Adobe VIP.
 */
export type FileContent = { readonly questions: readonly Question[] } & (
  | { readonly programme: 'apple-credit'; readonly sheets: readonly SheetOutline[] }
  | {
      readonly programme: 'apple-licences';
      readonly sheets: readonly ListOutline[];
      readonly whole: readonly string[];
    }
  | { readonly programme: 'adobe-vip'; readonly sheets: readonly VipOutline[] }
);

/** What can be shown of a sheet or list, of whichever programme it is. */
export type AnyOutline = SheetOutline | ListOutline | VipOutline;

/** A row as a value, of whichever programme the file is. */
export type AnyRow = RowValue | ListRow | VipRow;

/** What is known of a file once it is open. */
export type Opened = Omit<SheetFile, 'sheets' | 'documents'> & FileContent & Skipped;

/** A file as it was chosen. */
export type NamedBlob = { readonly blob: Blob; readonly name: string };

/**
 * What the page asks of the worker that reads a file: first to open it, then what it holds. Each
 * has one last reply.
 */
export type ReadRequest =
  | {
      readonly ask: 'open';
      readonly files: readonly NamedBlob[];
      readonly looksAfter?: readonly Programme[] | undefined;
    }
  /** One mapping for each sheet. */
  | { readonly ask: 'map'; readonly mappings: readonly Mapping[] }
  /** Somebody says what a sheet is. */
  | { readonly ask: 'read-as'; readonly sheet: string; readonly as: ReadAs }
  | { readonly ask: 'rows'; readonly answers: Answers };

/**
 * What the worker says: its steps, rows in portions that do not block the page, and last what was
 * asked for.
 */
export type ReadReply =
  | { readonly is: 'progress'; readonly step: ReadStep; readonly share?: number | undefined }
  | { readonly is: 'rows'; readonly rows: readonly AnyRow[] }
  | { readonly is: 'opened'; readonly file: Opened }
  | { readonly is: 'mapped'; readonly content: FileContent & Skipped }
  /** After the last portion: what each sheet says as a whole. */
  | { readonly is: 'all-rows'; readonly metadata: readonly SheetMetadata[] }
  | { readonly is: 'problem'; readonly problem: Problem };
