import { headingKey } from '#core/import/heading-key.ts';
import { wordsIn, type WordsFor } from '#core/import/heading-words.ts';
import { withoutAccents, withTwoLetters } from '#core/text/without-accents.ts';

const pairsOf = (languages: readonly WordsFor<string>[]): (readonly [string, string])[] =>
  languages.flatMap((words) =>
    Object.entries(words).flatMap(([meaning, all = '']) =>
      wordsIn(all).map((word) => [word, meaning] as const),
    ),
  );

const torn = (pairs: readonly (readonly [string, string])[]): string[] => {
  const meanings = Map.groupBy(pairs, ([word]) => word);
  return [...meanings]
    .map(([word, all]) => [word, ...new Set(all.map(([, meaning]) => meaning))])
    .filter(({ length }) => length > 2)
    .map((found) => found.join(' '));
};

/** Words that mean two things within one list of words, with what they mean. */
export const withTwoMeanings = (languages: readonly WordsFor<string>[]): string[] =>
  torn(pairsOf(languages));

/** Words that would mean two things if they were written without their accents. */
export const onlyWithAccents = (languages: readonly WordsFor<string>[]): string[] =>
  torn(
    pairsOf(languages).flatMap(([word, meaning]) =>
      [withoutAccents(word), withTwoLetters(word)].map((form) => [form, meaning] as const),
    ),
  );

/** Words that no heading can be compared with, and those that are there twice in one language. */
export const uselessWords = (languages: readonly WordsFor<string>[]): string[] =>
  languages.flatMap((words) => {
    const all = pairsOf([words]).map(([word]) => word);
    return all.filter((word, at) => headingKey(word) !== word || all.indexOf(word) !== at);
  });
