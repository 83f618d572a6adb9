import { describe, expect, test } from 'vitest';
import { errorNumbers } from '#programmes/apple-licences/rules/api/error-numbers.ts';
import { RELAY_CODES, SYNC_CODES } from '#programmes/apple-licences/rules/api/failure-code.ts';
import { formatFor } from '#core/language/format.ts';
import type { Language } from '#core/language/language.ts';
import { loadNoAnswerText } from '#programmes/apple-licences/screens/at-apple/load-no-answer-text.ts';
import {
  noAnswerWords,
  type KeptFailure,
} from '#programmes/apple-licences/screens/at-apple/no-answer-words.ts';

const NAMES = { now: 'Nordby skola', next: 'Sydby skola', name: 'Token Nord' };

const CODES: readonly KeptFailure[] = [
  ...['no-reply', 'stopped'].map((code) => ({ code })),
  ...RELAY_CODES.map((code) => ({ code: `relay-${code}` })),
  ...['too-many', 'down', 'not-let-in', 'refused', 'unreadable'].map((cause) => ({
    code: `reply-${cause}`,
  })),
  ...errorNumbers.map(({ number }) => ({ code: 'reply-number', number })),
  ...['not-a-page', 'not-an-event'].map((code) => ({ code: `form-${code}` })),
  ...['keeps-changing', 'other-location', 'pages-out-of-order'].map((cause) => ({
    code: `reading-${cause}`,
  })),
  ...SYNC_CODES.map((code) => ({ code })),
  ...SYNC_CODES.map((code) => ({ code, params: NAMES })),
];

const UNKNOWN: readonly KeptFailure[] = [
  { code: 'quite-new' },
  { code: 'relay-quite-new' },
  { code: 'relay-unknown' },
  { code: 'reply-number' },
  { code: 'reply-toString' },
  { code: 'constructor' },
];

const wordsIn = async (language: Language) => {
  const texts = await loadNoAnswerText(language);
  const format = formatFor(language, 'Europe/Stockholm');
  return (failure: KeptFailure) => noAnswerWords(failure, texts, format);
};

/** Sentences that begin with a capital and end, without the holes of a template. */
const isPlain = (text: string): boolean =>
  /^[A-ZÅÄÖ][^{}<>_]*\.$/.test(text) && !/undefined|NaN/.test(text);

const LANGUAGES = ['sv', 'en'] as const;

describe.each(LANGUAGES)('why Apple did not answer, %s', (language) => {
  test.each(CODES)('B7: $code $number $params is put in words', async (failure) => {
    const { means, todo, number } = (await wordsIn(language))(failure);
    expect([means, todo].filter((text) => !isPlain(text))).toEqual([]);
    // The words of the unknown name the code in brackets.
    expect(means).not.toContain(`(${failure.code})`);
    expect(`${means} ${todo}`).not.toMatch(/[a-z]+-[a-z]+-[a-z]+/);
    expect(number).toBe(failure.number);
  });

  test.each(UNKNOWN)('B7: $code, which this version does not know, is named', async (failure) => {
    const { means, todo } = (await wordsIn(language))(failure);
    expect(means).toContain(`(${failure.code})`);
    expect([means, todo].every(isPlain)).toBe(true);
  });

  test('B7: a number of Apple’s that nobody knows is named', async () => {
    const told = (await wordsIn(language))({ code: 'reply-number', number: 9999 });
    expect(told).toMatchObject({ number: 9999, means: expect.stringContaining('9999') });
  });

  test('B7: no two refusals of ours say the same', async () => {
    const words = await wordsIn(language);
    const codes = [...RELAY_CODES.map((code) => `relay-${code}`), ...SYNC_CODES];
    expect(new Set(codes.map((code) => words({ code }).means)).size).toBe(codes.length);
  });

  test.each(['other-location', 'other-organization'])(
    'B6: %s names what it was and what it is',
    async (code) => {
      const words = await wordsIn(language);
      const { means } = words({ code, params: NAMES });
      expect(means.indexOf(NAMES.next)).toBeGreaterThan(0);
      expect(means.indexOf(NAMES.now)).toBeGreaterThan(means.indexOf(NAMES.next));
      expect(words({ code, params: { now: 'Nordby skola' } }).means).toBe(words({ code }).means);
    },
  );

  test('B7: the other token of a location is named as it is written', async () => {
    const words = await wordsIn(language);
    expect(words({ code: 'duplicate-location', params: { name: 'eToken' } }).means).toContain(
      'eToken',
    );
  });
});

describe('a wait that is asked for', () => {
  const cases: readonly (readonly [Language, number, string])[] = [
    ['sv', 60_000, ' Vänta minst 1 minut innan du synkar igen.'],
    ['sv', 61_000, ' Vänta minst 2 minuter innan du synkar igen.'],
    ['en', 3_600_000, ' Wait at least 60 minutes before you sync again.'],
  ];

  test.each(cases)('B7: %s, %i ms', async (language, waitMs, sentence) => {
    const words = await wordsIn(language);
    expect(words({ code: 'reply-down', waitMs }).todo).toBe(
      words({ code: 'reply-down' }).todo + sentence,
    );
  });

  test('B7: seconds are waited for without a word', async () => {
    const words = await wordsIn('sv');
    expect(words({ code: 'reply-down', waitMs: 59_999 })).toEqual(words({ code: 'reply-down' }));
  });
});

test('X14: no sentence is the same in both languages', async () => {
  const [sv, en] = [await wordsIn('sv'), await wordsIn('en')];
  const same = CODES.filter(
    (failure) => sv(failure).means === en(failure).means || sv(failure).todo === en(failure).todo,
  );
  expect(same).toEqual([]);
});
