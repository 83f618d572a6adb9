import type { Problem } from '#core/result.ts';
import type { FileProblem } from '#programmes/imports.ts';
import type { ReadProblemCode } from './read-problem.ts';

/** Why a file is not opened: it cannot be read, or holds nothing to import. */
export type OpenProblem = Problem<ReadProblemCode | FileProblem>;
