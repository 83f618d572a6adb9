import { refuse, type Problem } from '#core/result.ts';

/**
 * Why a file is not read. `params`: too-large, too-large-together and unpacks-too-large `limitMb`; too-many-rows,
 * too-many-cells and too-many-parts `limit`; endless-cell `row` and `limit`; wrong-type `what`
 * (see NotASheet).
 */
export type ReadProblemCode =
  | 'empty-file'
  | 'damaged-file'
  | 'password-protected'
  | 'wrong-type'
  | 'too-large'
  | 'too-large-together'
  | 'unpacks-too-large'
  | 'too-many-rows'
  | 'too-many-cells'
  | 'too-many-parts'
  | 'endless-cell'
  | 'unsafe-file'
  | 'took-too-long'
  | 'unreadable-file'
  | 'broken-json'
  | 'cancelled';

/** A refusal to read a file. */
export type ReadProblem = Problem<ReadProblemCode>;

/** What a file is when it is no sheet: the `what` of `wrong-type`. */
export type NotASheet =
  | 'pdf'
  | 'image'
  | 'media'
  | 'program'
  | 'archive'
  | 'numbers'
  | 'word'
  | 'presentation'
  | 'opendocument'
  | 'excel-binary'
  | 'office-document'
  | 'web-page'
  | 'sign-in-page'
  | 'web-archive'
  | 'xml'
  | 'binary';

/** The result that carries a refusal to read. */
export type ReadRefusal = { readonly ok: false; readonly problem: ReadProblem };

/** A refusal of a file that is no sheet, saying what it is. */
export const notASheet = (what: NotASheet): ReadRefusal =>
  refuse('wrong-type', undefined, { what });
