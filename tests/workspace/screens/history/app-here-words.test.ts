import { expect, test } from 'vitest';
import type { FieldProblem } from '#programmes/ground.ts';
import { apps as english } from '#programmes/apple-licences/words/en/apps.ts';
import { apps as swedish } from '#programmes/apple-licences/words/sv/apps.ts';
import { appProblem } from '#programmes/apple-licences/screens/app/app-words.ts';
import { loadRecordText } from '#workspace/screens/history/load-history-text.ts';
import { sentenceOfAny } from '#workspace/screens/refusal/problem-text.ts';
import { shellTexts } from '#tests/ui/texts.ts';

test.each([
  ['sv', swedish, 'Appen finns redan på den platsen: Räkna.'],
  ['en', english, 'The app is already at that location: Räkna.'],
] as const)(
  'B8, X12: the history reports an app that is here already as its form does (%s)',
  async (language, apps, words) => {
    const problem = { code: 'app-is-here' as const, field: 'adamId', params: { name: 'Räkna' } };
    const { format, shell } = shellTexts(language);
    const texts = { ...(await loadRecordText(language)), format };
    expect([sentenceOfAny(problem, texts), appProblem(problem, { apps, shell })]).toEqual([
      words,
      words,
    ]);
  },
);

test('X9: what any record is refused with, and what only its programme knows, has its sentence wherever all kinds appear', async () => {
  const texts = { ...(await loadRecordText('sv')), format: shellTexts('sv').format };
  const say = (code: FieldProblem['code'], params?: { readonly orderedOn: string }): string =>
    sentenceOfAny({ code, ...(params === undefined ? {} : { params }) }, texts);
  expect(say('record-is-gone')).toBe('Posten finns inte längre här.');
  expect(say('not-an-amount')).toMatch(/^Skriv beloppet med siffror/);
  expect(say('before-the-order', { orderedOn: '2026-09-01' })).toMatch(/före beställningen .*2026/);
  expect(say('changed-since')).toBe('Det gick inte att spara. Det som fanns är kvar.');
  expect(say('not-an-ordinary-field')).toBe('Det gick inte att spara. Det som fanns är kvar.');
});
