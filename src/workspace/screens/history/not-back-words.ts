import { sentenceFor } from '#core/language/sentence.ts';
import type { FieldProblem } from '#programmes/ground.ts';
import type { Texts } from '#ui/text.ts';

/**
 * Why a record, or what a field held, does not come back, where its programme has a sentence of its
 * own for that; undefined of any other refusal.
 */
export const notBackWords = (
  problem: FieldProblem,
  { recordWords }: Pick<Texts, 'recordWords'>,
): string | undefined => sentenceFor(recordWords.notBack, problem);
