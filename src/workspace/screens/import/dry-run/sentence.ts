import type { RowWhy } from '#core/import/planned-row.ts';
import type { NothingToRead } from '#core/import/reader.ts';
import { sentenceFor, type Sentence, type Sentences } from '#core/language/sentence.ts';
import type { CommonProblem, Problem } from '#core/result.ts';
import type { ReadProblemCode } from '#data/import/read/read-problem.ts';
import type { ImportProblem } from '#data/import/run.ts';
import type { UndoProblem } from '#data/import/undo/undo.ts';
import type { OwnFileProblem } from '#programmes/imports.ts';
import { refusedWords } from '#ui/say-refused.ts';
import type { Texts } from '#ui/text.ts';

/** The sentence of why a row ends as it does, or of a note on it. */
export const sentenceOf = <Code extends string>(
  sentences: Sentences<NoInfer<Code>>,
  { code, params = {} }: RowWhy<Code>,
): string => sentences[code](params);

/** Why an import is not taken or not undone, whosever the file is. */
export type ScreenProblem = Problem<
  | ReadProblemCode
  | NothingToRead
  | 'nothing-pasted'
  | 'none-read'
  | 'not-tried'
  | (ImportProblem | UndoProblem)['code']
>;

/** Why a file is not taken; some of it only the programmes say. */
export type FileScreenProblem = Problem<ScreenProblem['code'] | OwnFileProblem>;

type Words = Pick<Texts, 'import' | 'shell'>;

/** Why an import was not taken or not undone. */
export const importProblem = (problem: ScreenProblem, text: Words): string =>
  problemWords(problem, text);

/** Why a file was not taken; `own` is what the programmes say of their files. */
export const fileProblem = (
  problem: FileScreenProblem,
  text: Words,
  own: Sentences<OwnFileProblem>,
): string => problemWords(problem, text, own);

const problemWords = (
  problem: FileScreenProblem,
  text: Words,
  own?: Readonly<Record<string, Sentence>>,
): string =>
  sentenceFor(problemsIn(text), problem) ??
  (own && sentenceFor(own, problem)) ??
  refusedWords(problem, text);

/** A sentence for each problem that is not of all screens: without one this does not compile. */
const problemsIn = ({
  import: { problems },
}: Words): Sentences<Exclude<ScreenProblem['code'], CommonProblem['code']>> => problems;
