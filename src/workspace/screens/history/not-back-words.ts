import { sentenceFor } from '#core/language/sentence.ts';
import type { Problem } from '#core/result.ts';
import type { Texts } from '#ui/text.ts';

/**
 * Why a record, or what a field held, does not come back, where its programme has a sentence of its
 * own for that; undefined of any other refusal.
 */
export const notBackWords = (
  problem: Problem,
  { recordWords }: Pick<Texts, 'recordWords'>,
): string | undefined => sentenceFor(recordWords.notBack, problem);
