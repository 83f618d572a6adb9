import { refuse, type Problem, type Refusal } from '../result.ts';
import { isShort, MOST_CHARACTERS } from './short-text.ts';

/**
 * What is wrong with the texts that someone gives, each at its field: no record can hold one that
 * is longer.
 */
export const longTexts = (given: object): readonly Problem<'text-too-long'>[] =>
  Object.entries(given).flatMap(([field, text]) =>
    typeof text === 'string' && !isShort(text)
      ? [refuse('text-too-long', field, { most: MOST_CHARACTERS }).problem]
      : [],
  );

/** The first of them as a refusal, or undefined. */
export const whyTooLong = (given: object): Refusal<'text-too-long'> | undefined => {
  const [problem] = longTexts(given);
  return problem === undefined ? undefined : { ok: false, problem };
};
