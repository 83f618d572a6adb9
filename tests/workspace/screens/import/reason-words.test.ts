import { describe, expect, test } from 'vitest';
import type { Language } from '#core/language/language.ts';
import type { Texts } from '#ui/text.ts';
import { loadFileWords, loadImported } from '#workspace/screens/import/run/load-imported.ts';
import { imports as english } from '#workspace/words/en/import.ts';
import { imports as swedish } from '#workspace/words/sv/import.ts';

const GENERAL = { sv: swedish, en: english };

/** The reasons of each programme, the general ones last. */
const reasonsIn = async (language: Language) => {
  const words = await loadFileWords(language);
  const own = (await loadImported()).map(({ reasons }) => reasons?.(words as Texts) ?? {});
  return [...own, GENERAL[language].why];
};

describe('A5: why a row ended as it did, once what stood in it is gone', () => {
  test.each(['sv', 'en'] as const)(
    'A5: every reason is a whole sentence without it, and with no more than another row (%s)',
    async (language) => {
      const odd: (readonly [code: string, said: string])[] = [];
      for (const reasons of await reasonsIn(language))
        for (const [code, say] of Object.entries(reasons))
          for (const params of PARAMS) {
            if (NEEDS_A_ROW.has(code) && !('row' in params)) continue;
            const said = say(params);
            if (HOLES.test(said) || said !== said.replace(/\s+/g, ' ').trim())
              odd.push([code, said]);
          }
      expect(odd).toEqual([]);
    },
  );

  test.each(['sv', 'en'] as const)(
    'A5: what two programmes call alike is the same thing (%s)',
    async (language) => {
      const own = (await reasonsIn(language)).slice(0, -1);
      const shared = GENERAL[language].why as Readonly<Record<string, unknown>>;
      const said = new Map<string, string>();
      for (const reasons of own)
        for (const [code, say] of Object.entries(reasons)) {
          // Those of all files are said in the general words.
          if (Object.hasOwn(shared, code)) continue;
          expect([code, said.get(code) ?? say({})]).toEqual([code, say({})]);
          said.set(code, say({}));
        }
    },
  );
});

/** What is left of it: nothing, or which row it repeats. */
const PARAMS: readonly Readonly<Record<string, string | number>>[] = [
  {},
  { row: 5, sheet: '' },
  { row: 5, sheet: 'Blad2' },
];

/** Those that repeat a row name it always. */
const NEEDS_A_ROW = new Set([
  'duplicate-of-row',
  'decided-by-row',
  'same-person',
  'same-token-as-row',
]);

/** Where something should have stood: quotes around nothing, a mark after a gap, no value at all. */
const HOLES = /undefined|””|““|“”|\(\)|(?:^| )[,.;:]|, *$|(?:^| )(?:från|på|i|from|on|in) *$/;
