import { describe, expect, test } from 'vitest';
import {
  errorNumbers,
  meaningOf,
  type Action,
} from '#programmes/apple-licences/rules/api/error-numbers.ts';
import { appleErrors as english } from '#programmes/apple-licences/words/en/apple-errors.ts';
import { appleErrors as swedish } from '#programmes/apple-licences/words/sv/apple-errors.ts';

const languages = [
  ['sv', swedish],
  ['en', english],
] as const;

type Told = { readonly means: string; readonly todo: string };

const everything = (words: typeof swedish | typeof english): readonly Told[] => [
  ...Object.values<Told>(words.numbers),
  ...Object.values<Told>(words.replies),
  ...Object.values<Told>(words.reading),
  { means: words.unknown.means(9999), todo: words.unknown.todo },
];

/** Sentences with a capital and a full stop, and nothing of the machine in them. */
const isPlain = (text: string): boolean =>
  /^[A-ZÅÄÖ][^{}<>_]*\.$/.test(text) &&
  !/undefined|\bHTTP\b|sToken|clientUserId|errorNumber|versionId/.test(text);

describe.each(languages)('words for what Apple answers, %s', (_, words) => {
  test('B7: every number says what it means and what to do', () => {
    expect(Object.keys(words.numbers).map(Number)).toEqual(
      errorNumbers.map(({ number }) => number),
    );
    const dumb = everything(words).filter(({ means, todo }) => !isPlain(means) || !isPlain(todo));
    expect(dumb).toEqual([]);
    expect(everything(words)).toHaveLength(errorNumbers.length + 5 + 5 + 1);
  });

  test('B7: no two numbers mean the same', () => {
    const meanings = Object.values<Told>(words.numbers).map(({ means }) => means);
    expect(new Set(meanings).size).toBe(meanings.length);
  });

  test('B7: an unknown number is shown as Apple writes it', () => {
    expect(meaningOf(9999).key).toBe('unknown');
    expect(words.unknown.means(9999)).toContain('9999');
  });
});

describe('what is to be done', () => {
  const acts = (action: Action) =>
    errorNumbers.filter((entry) => entry.action === action).map(({ number }) => number);

  test.each<readonly [Action, RegExp, RegExp]>([
    ['wait', /Vänta/, /Wait/],
    ['split', /delar upp/, /splits/],
    ['remove-duplicates', /dubbletten/, /duplicate/],
    ['renew-token', /Förnya/, /Renew/],
    ['new-token', /ny token/, /new token/],
    ['give-token', /filen/, /file/],
    ['full-sync', /allt på nytt/, /everything again/],
    ['reclaim-or-buy', /köp fler/, /buy more/],
    ['update-app', /Uppdatera Volym/, /Update Volym/],
    ['compare', /Synka och se/, /Sync and see/],
  ])('B7: the words of %s say so, in both languages', (action, sv, en) => {
    const numbers = acts(action);
    expect(numbers).not.toEqual([]);
    for (const number of numbers) {
      expect(swedish.numbers[number].todo).toMatch(sv);
      expect(english.numbers[number].todo).toMatch(en);
    }
  });

  test('X14: the languages are two', () => {
    const [ours, theirs] = [everything(swedish), everything(english)];
    expect(
      ours.filter(
        ({ means, todo }, place) => means === theirs[place]?.means || todo === theirs[place]?.todo,
      ),
    ).toEqual([]);
  });
});
