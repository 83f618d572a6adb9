import { refuse } from '#core/result.ts';
import type { SheetFile } from '#core/import/sheet.ts';
import { LIMITS } from '../read/limits.ts';
import type { OpenProblem } from '../read/open-problem.ts';

/** Why nothing was found in a file that was not read to its end; undefined for any other file. */
export const whyNothing = ({ openQuote }: SheetFile): OpenProblem | undefined =>
  openQuote === undefined
    ? undefined
    : refuse('endless-cell', undefined, { row: openQuote, limit: LIMITS.cell }).problem;
