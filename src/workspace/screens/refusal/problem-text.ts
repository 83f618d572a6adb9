import { ownEntry } from '#core/own-entry.ts';
import type { FieldProblem } from '#programmes/ground.ts';
import type { Texts } from '#ui/text.ts';

/**
 * The sentence of a refusal that any programme may make: by the words of all records, or by those
 * of its programme; one that neither know gets the plain one.
 */
export const sentenceOfAny = (
  problem: FieldProblem,
  text: Pick<Texts, 'history' | 'recordWords' | 'format'>,
): string => {
  const { refusals } = text.history;
  return (
    ownEntry<string>(refusals, problem.code) ??
    ownEntry(text.recordWords.refused, problem.code)?.(problem.params ?? {}, text) ??
    refusals.unknown
  );
};
