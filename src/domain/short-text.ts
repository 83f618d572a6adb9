import { refuse, type Problem } from './result.ts';

/** More than a cell of a sheet holds (32,767 characters): what is longer is no name, and would hold up each list that shows it. */
export const MOST_CHARACTERS = 40_000;

/** Whether a text is short enough for a name or a note. */
export const isShort = (given: string): boolean => given.length <= MOST_CHARACTERS;

/** What is wrong with the texts that somebody gives, each at its field: no record can hold one that is longer. */
export const longTexts = (given: object): readonly Problem<'text-too-long'>[] =>
  Object.entries(given).flatMap(([field, text]) =>
    typeof text === 'string' && !isShort(text)
      ? [refuse('text-too-long', field, { most: MOST_CHARACTERS }).problem]
      : [],
  );

/** The first of them as a refusal, or undefined. */
export const whyTooLong = (given: object): ReturnType<typeof refuse> | undefined => {
  const [problem] = longTexts(given);
  return problem === undefined ? undefined : { ok: false, problem };
};
