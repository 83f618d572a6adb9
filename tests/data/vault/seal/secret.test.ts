import { describe, expect, test } from 'vitest';
import { phraseToKeep, plainPhrase, plainWords, readingsOf } from '#data/vault/seal/secret.ts';
import { bitsOf, strengthOf, type Strength } from '#data/vault/seal/strength.ts';
import { loadWords } from '#data/vault/words/draw.ts';

const listed = new Set([...(await loadWords('sv')), ...(await loadWords('en'))]);
const isListed = (word: string): boolean => listed.has(word);

describe('X9: a passphrase is read as it was meant', () => {
  test.each([
    ['  granit   vinter ', 'granit vinter'],
    ['granit\tvinter\n', 'granit vinter'],
    ['granit\u00a0vinter', 'granit vinter'],
    ['A\u030angstro\u0308m', 'Ångström'],
    ['ｇｒａｎｉｔ', 'granit'],
    ['Granit Vinter', 'Granit Vinter'],
  ])('X9: %j is %j', (typed, plain) => {
    expect(plainPhrase(typed)).toBe(plain);
  });

  test.each([
    ['Granit Vinter', 'granit vinter'],
    ['Granit vinter 7', 'Granit vinter 7'],
    ['Min katt heter Sune', 'Min katt heter Sune'],
    ['', ''],
  ])('X9: a new phrase %j is kept as %j', (typed, kept) => {
    expect(phraseToKeep(typed, isListed)).toBe(kept);
  });

  test.each([
    ['Granit vinter', ['granit vinter', 'Granit vinter']],
    ['granit vinter', ['granit vinter']],
    ['Granit, vinter!', ['Granit, vinter!']],
    ['Åtta Ål', ['Åtta Ål']],
  ])('X9: typed %j is tried as %j', (typed, readings) => {
    expect(readingsOf({ by: 'passphrase', text: typed })).toEqual(readings);
  });

  test.each([
    ['Segel BOK  ugn', 'segel bok ugn'],
    ['1 segel\n2 bok\n3. ugn', 'segel bok ugn'],
    ['segel, bok; ugn', 'segel bok ugn'],
    [' ', ''],
  ])('X9: kit words %j are %j', (typed, words) => {
    expect(plainWords(typed)).toBe(words);
    expect(readingsOf({ by: 'recovery-kit', text: typed })).toEqual([words]);
  });
});

describe('X9: the meter', () => {
  test.each<[string, Strength]>([
    ['kort', 'weak'],
    ['aaaaaaaaaaaaaaaa', 'weak'],
    ['123456789012', 'weak'],
    ['qwertyuiopasdf', 'weak'],
    ['lösenord2026', 'weak'],
    ['sommar sommar sommar', 'weak'],
    ['Volym Volym 2026!', 'weak'],
    ['min katt heter sune', 'fair'],
    ['min katt heter sune och sover', 'very-strong'],
    ['granit vinter domino', 'fair'],
    ['granit vinter domino kastanj', 'strong'],
    ['granit vinter domino kastanj lykta', 'very-strong'],
    ['xK9#mQ2$vL7p', 'very-strong'],
  ])('X9: %j is %s', (phrase, strength) => {
    expect(strengthOf(phrase, isListed)).toBe(strength);
  });

  test('X9: five listed words have 55 bits', () => {
    expect(bitsOf('granit vinter domino kastanj lykta', isListed)).toBe(55);
  });
});
