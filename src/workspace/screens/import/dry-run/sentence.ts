import { sentenceFor, type Sentence } from '#core/language/sentence.ts';
import type { RowWhy } from '#core/import/planned-row.ts';
import type { Problem } from '#core/result.ts';
import { refusedWords } from '#ui/say-refused.ts';
import type { Texts } from '#ui/text.ts';

/**
 * The sentence of why a row ends as it does, or of a note on it. One that a newer version wrote has
 * none here: the row tells the rest.
 */
export const sentenceOf = (sentences: Readonly<Record<string, Sentence>>, why: RowWhy): string =>
  sentenceFor(sentences, why) ?? '';

/** Why a file, or an import, was not taken or not undone; `more` is what its programme says. */
export const importProblem = (
  problem: Problem,
  text: Pick<Texts, 'import' | 'shell'>,
  more?: Readonly<Record<string, Sentence>>,
): string =>
  sentenceFor(text.import.problems, problem) ??
  (more && sentenceFor(more, problem)) ??
  refusedWords(problem, text);
