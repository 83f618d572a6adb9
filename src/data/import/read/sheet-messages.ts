import type { Answers } from '#core/import/file-question.ts';
import type { Mapping } from '#core/import/mapping.ts';
import type { Gap, LooksAfter, SkippedSheet } from '#core/import/shelf.ts';
import type { SheetFile } from '#core/import/sheet.ts';
import type { Problem } from '#core/result.ts';
import type { AnyMetadata, AnyRow, FileContent, FileProblem } from '#programmes/imports.ts';
import type { ReadAs } from '#programmes/reads-as.ts';
import type { ReadProblemCode } from './read-problem.ts';
import type { ReadStep } from './read-progress.ts';

type Skipped = { readonly skipped: readonly SkippedSheet[]; readonly gaps: readonly Gap[] };

/** What is known about a file once it is open. */
export type Opened = Omit<SheetFile, 'sheets' | 'documents' | 'cut' | 'openQuote'> &
  FileContent &
  Skipped;

/** Why a file is not opened: it cannot be read, or holds nothing to import. */
export type OpenProblem = Problem<ReadProblemCode | FileProblem>;

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
      readonly looksAfter?: LooksAfter;
      /** What someone says that it is, though nothing was found in it. */
      readonly readAs?: ReadAs;
    }
  /** One mapping for each sheet. */
  | { readonly ask: 'map'; readonly mappings: readonly Mapping[] }
  /** Someone says what a sheet is. */
  | { readonly ask: 'read-as'; readonly sheet: string; readonly as: ReadAs }
  | { readonly ask: 'rows'; readonly answers: Answers };

/**
 * The worker's messages: its steps, rows in portions that do not block the page, and finally the
 * result.
 */
export type ReadReply =
  | { readonly is: 'progress'; readonly step: ReadStep; readonly share?: number | undefined }
  | { readonly is: 'rows'; readonly rows: readonly AnyRow[] }
  | { readonly is: 'opened'; readonly file: Opened }
  | { readonly is: 'mapped'; readonly content: FileContent & Skipped }
  /** After the last portion: what each sheet says about itself as a whole. */
  | { readonly is: 'all-rows'; readonly metadata: readonly AnyMetadata[] }
  | { readonly is: 'problem'; readonly problem: OpenProblem };
