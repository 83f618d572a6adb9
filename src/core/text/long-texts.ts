import { refuse, type Problem, type Refusal } from '../result.ts';
import { isShort, MOST_CHARACTERS } from './short-text.ts';

/**
 * A problem for each text that is too long for a record, at its field.
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
