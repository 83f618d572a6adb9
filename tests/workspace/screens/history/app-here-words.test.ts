import { expect, test } from 'vitest';
import { apps as english } from '#programmes/apple-licences/words/en/apps.ts';
import { credit as englishCredit } from '#programmes/apple-credit/words/en/credit.ts';
import { apps as swedish } from '#programmes/apple-licences/words/sv/apps.ts';
import { credit as swedishCredit } from '#programmes/apple-credit/words/sv/credit.ts';
import { appProblem } from '#programmes/apple-licences/screens/app/app-words.ts';
import { sentenceOfAny } from '#workspace/screens/refusal/problem-text.ts';
import { shellTexts } from '#tests/ui/texts.ts';

test.each([
  ['sv', swedish, swedishCredit, 'Appen finns redan på den platsen: Räkna.'],
  ['en', english, englishCredit, 'The app is already at that location: Räkna.'],
] as const)(
  'B8, X12: the history reports an app that is here already as its form does (%s)',
  (language, apps, credit, words) => {
    const problem = { code: 'app-is-here' as const, field: 'adamId', params: { name: 'Räkna' } };
    const { format, shell } = shellTexts(language);
    expect([
      sentenceOfAny(problem, { credit, format }),
      appProblem(problem, { apps, shell }),
    ]).toEqual([words, words]);
  },
);
