import { expect, test } from 'vitest';
import type { FieldProblem } from '#programmes/ground.ts';
import { apps as english } from '#programmes/apple-licences/words/en/apps.ts';
import { apps as swedish } from '#programmes/apple-licences/words/sv/apps.ts';
import { appProblem } from '#programmes/apple-licences/screens/app/app-words.ts';
import { loadRecordText } from '#workspace/screens/history/load-history-text.ts';
import { sentenceOfAny } from '#workspace/screens/refusal/problem-text.ts';
import { shellTexts } from '#tests/ui/texts.ts';

type Params = Readonly<Record<string, string>>;

test.each([
  ['sv', swedish, 'Appen finns redan på den platsen: Räkna.'],
  ['en', english, 'The app is already at that location: Räkna.'],
] as const)(
  'B8, X12: the history reports an app that is here already as its form does (%s)',
  async (language, apps, words) => {
    const problem = { code: 'app-is-here' as const, field: 'adamId', params: { name: 'Räkna' } };
    const { format, shell } = shellTexts(language);
    const texts = { ...(await loadRecordText(language)), language, format };
    const refused = { problem, kind: 'volume-app', today: '2026-10-01' };
    expect(await sentenceOfAny(refused, texts)).toBe(words);
    expect(appProblem(problem, { apps, shell })).toBe(words);
  },
);

test('X9: what a record is refused with has the sentence of its own programme wherever all kinds appear', async () => {
  const { format } = shellTexts('sv');
  const texts = { ...(await loadRecordText('sv')), language: 'sv' as const, format };
  const say = (kind: string, code: FieldProblem['code'], params?: Params): Promise<string> => {
    const problem = { code, ...(params === undefined ? {} : { params }) };
    return sentenceOfAny({ problem, kind, today: '2026-10-01' }, texts);
  };
  expect(await say('credit-order', 'record-is-gone')).toBe('Posten finns inte längre här.');
  expect(await say('volume-app', 'record-is-gone')).toBe('Posten finns inte längre här.');
  expect(await say('credit-order', 'not-an-amount')).toMatch(/^Skriv beloppet med siffror/);
  const orderedOn = { orderedOn: '2026-09-01' };
  expect(await say('credit-order', 'before-the-order', orderedOn)).toMatch(
    /före beställningen .*2026/,
  );
  expect(await say('vip-customer', 'due-before-created', { createdOn: '2026-09-01' })).toBe(
    'Sista dagen kan inte ligga före 1 sep, då den skapades.',
  );
  const plain = 'Det gick inte att spara. Det som fanns är kvar.';
  expect(await say('credit-order', 'changed-since')).toBe(plain);
  expect(await say('constructor', 'not-an-ordinary-field')).toBe(plain);
});
