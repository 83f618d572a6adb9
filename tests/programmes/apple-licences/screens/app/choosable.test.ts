import { describe, expect, test } from 'vitest';
import { licences as english } from '#programmes/apple-licences/words/en/licences.ts';
import { licences as swedish } from '#programmes/apple-licences/words/sv/licences.ts';
import { notChoosable } from '#programmes/apple-licences/screens/giving/choosable.ts';

describe('who is not in the list to choose from', () => {
  test('B11: is explained in a sentence for each reason', () => {
    const others = [
      ['retired', 4],
      ['has-one', 1],
    ] as [string, number][];
    expect(notChoosable(others, swedish)).toBe(
      '4 är avslutade och står inte i listan. 1 har redan en licens.',
    );
    expect(notChoosable(others, english)).toBe(
      '4 are retired and not on the list. 1 already has a licence.',
    );
  });

  test('B11: for a reason that has no sentence, its words are in brackets', () => {
    expect(notChoosable([['chosen-before', 2]], swedish)).toBe(
      '2 kan inte väljas (står redan i listan).',
    );
    expect(notChoosable([], swedish)).toBe('');
  });
});
