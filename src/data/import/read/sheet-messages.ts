import type { Answers } from '#core/import/file-question.ts';
import type { Mapping } from '#core/import/mapping.ts';
import type { LooksAfter } from '#core/import/shelf.ts';
import type { AnyMetadata, AnyRow, FileContent } from '#programmes/imports.ts';
import type { ReadAs } from '#programmes/reads-as.ts';
import type { LotContent } from '../lot/lot-content.ts';
import type { OpenProblem } from './open-problem.ts';
import type { ReadStep } from './read-progress.ts';

/** What is known about files once they are open: of several as if they were one. */
export type Opened = LotContent & {
  /** As they were chosen, in that order. */
  readonly names: readonly string[];
  /** What tells their bytes from all others. */
  readonly digest: string;
};

/** A file as it was chosen. */
export type NamedBlob = { readonly blob: Blob; readonly name: string };

/** A file, one of several, with which the worker came to no end before: it is refused. */
export type GivenUp = {
  readonly at: number;
  readonly why: 'took-too-long' | 'unreadable-file';
};

/**
 * What the page asks of the worker that reads a file: first to open it, then what it holds. Each
 * has one last reply.
 */
export type ReadRequest =
  | {
      readonly ask: 'open';
      readonly files: readonly NamedBlob[];
      readonly givenUp?: readonly GivenUp[];
      /** Saved answers are not tried together: that took too long before. */
      readonly apart?: boolean;
      readonly looksAfter?: LooksAfter;
      /** What someone says that it is, though nothing was found in it. */
      readonly readAs?: ReadAs;
    }
  /** One mapping for each sheet of a programme. */
  | { readonly ask: 'map'; readonly of: OneProgramme; readonly mappings: readonly Mapping[] }
  /** Someone says what a sheet is. */
  | { readonly ask: 'read-as'; readonly sheet: string; readonly as: ReadAs }
  /** Someone says what a file is in which nothing was found. */
  | { readonly ask: 'read-anyway'; readonly at: number; readonly as: ReadAs }
  | { readonly ask: 'rows'; readonly of: OneProgramme; readonly answers: Answers };

/** Whose sheets are meant. */
type OneProgramme = FileContent['programme'];

/**
 * The worker's messages: its steps, rows in portions that do not block the page, and finally the
 * result.
 */
export type ReadReply =
  | { readonly is: 'progress'; readonly step: ReadStep; readonly share?: number | undefined }
  /** Which file it works on from now on; undefined where that is all of them. */
  | { readonly is: 'file'; readonly at: number | undefined }
  | { readonly is: 'rows'; readonly rows: readonly AnyRow[] }
  | { readonly is: 'opened'; readonly lot: Opened }
  | { readonly is: 'mapped'; readonly content: LotContent }
  /** After the last portion: what each sheet says about itself as a whole. */
  | { readonly is: 'all-rows'; readonly metadata: readonly AnyMetadata[] }
  | { readonly is: 'problem'; readonly problem: OpenProblem };
