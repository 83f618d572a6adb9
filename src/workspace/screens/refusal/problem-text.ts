import { ownEntry } from '#core/own-entry.ts';
import type { Problem } from '#core/result.ts';
import type { Texts } from '#ui/text.ts';

/**
 * The sentence of a refusal that any programme may make: by the words of all records, or by those
 * of its programme; one that neither know gets the plain one.
 */
export const sentenceOfAny = (
  problem: Problem,
  text: Pick<Texts, 'history' | 'recordWords' | 'format'>,
): string => {
  const { refusals } = text.history;
  return (
    ownEntry<string>(refusals, problem.code) ??
    ownEntry(text.recordWords.refused, problem.code)?.(problem.params ?? {}, text) ??
    refusals.unknown
  );
};
