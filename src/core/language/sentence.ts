import { ownEntry } from '../own-entry.ts';
import type { Problem } from '../result.ts';

/** A sentence, and what is put into it. */
export type Sentence = (params: NonNullable<Problem['params']>) => string;

/** A sentence for each code: one that is missing, and one too many, does not compile. */
export type Sentences<Code extends string> = Readonly<Record<Code, Sentence>>;

/** Whether there is a sentence for what was refused. */
export const hasSentence = <Code extends string>(
  sentences: Readonly<Record<Code, unknown>>,
  problem: Problem,
): problem is Problem<Code> => Object.hasOwn(sentences, problem.code);

/** The sentence of a code; undefined for one that this version does not know. */
export const sentenceFor = (
  sentences: Readonly<Record<string, Sentence>>,
  { code, params = {} }: Pick<Problem, 'code' | 'params'>,
): string | undefined => ownEntry(sentences, code)?.(params);
