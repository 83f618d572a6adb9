import { describe, expect, test } from 'vitest';
import type { CommonProblem } from '#core/result.ts';
import { vip as vipEnglish } from '#programmes/adobe-vip/words/en/vip.ts';
import { vipReturns as returnsEnglish } from '#programmes/adobe-vip/words/en/vip-returns.ts';
import { vip as vipSwedish } from '#programmes/adobe-vip/words/sv/vip.ts';
import { vipReturns as returnsSwedish } from '#programmes/adobe-vip/words/sv/vip-returns.ts';
import { vipProblem } from '#programmes/adobe-vip/screens/problem-words.ts';
import { returnProblem } from '#programmes/adobe-vip/screens/return/return-words.ts';
import { appleWrites as writesEnglish } from '#programmes/apple-licences/words/en/apple-writes.ts';
import { apps as appsEnglish } from '#programmes/apple-licences/words/en/apps.ts';
import { licences as licencesEnglish } from '#programmes/apple-licences/words/en/licences.ts';
import { tokens as tokensEnglish } from '#programmes/apple-licences/words/en/tokens.ts';
import { appleWrites as writesSwedish } from '#programmes/apple-licences/words/sv/apple-writes.ts';
import { apps as appsSwedish } from '#programmes/apple-licences/words/sv/apps.ts';
import { licences as licencesSwedish } from '#programmes/apple-licences/words/sv/licences.ts';
import { tokens as tokensSwedish } from '#programmes/apple-licences/words/sv/tokens.ts';
import { appProblem } from '#programmes/apple-licences/screens/app/app-words.ts';
import {
  atAppleProblem,
  licenceProblem,
  notAskedWords,
} from '#programmes/apple-licences/screens/app/load-licences-text.ts';
import { tokenProblem } from '#programmes/apple-licences/screens/token/token-words.ts';
import { imports as importsEnglish } from '#workspace/words/en/import.ts';
import { imports as importsSwedish } from '#workspace/words/sv/import.ts';
import { importProblem } from '#workspace/screens/import/dry-run/sentence.ts';
import { shellTexts } from '#tests/ui/texts.ts';

const swedish = {
  ...shellTexts('sv'),
  apps: appsSwedish,
  import: importsSwedish,
  licences: licencesSwedish,
  tokens: tokensSwedish,
  vip: vipSwedish,
  vipReturns: returnsSwedish,
  writes: writesSwedish,
};
const english = {
  ...shellTexts('en'),
  apps: appsEnglish,
  import: importsEnglish,
  licences: licencesEnglish,
  tokens: tokensEnglish,
  vip: vipEnglish,
  vipReturns: returnsEnglish,
  writes: writesEnglish,
};

/**
 * How each screen says a refusal, by the code alone. Some take in their own codes alone: any other
 * is handed to them as if it were one.
 */
const saidOf = (
  code: CommonProblem['code'],
  text: typeof swedish | typeof english,
): Record<string, string> => {
  const { licences: words } = text;
  return {
    app: appProblem({ code }, text),
    atApple: atAppleProblem({ code }, { ...text, words }, text),
    import: importProblem({ code }, text),
    licence: licenceProblem({ code }, words, text),
    notAsked: notAskedWords({ code }, text, text),
    return: returnProblem({ code }, text, '2026-11-20'),
    token: tokenProblem({ code }, text),
    vip: vipProblem({ code }, text, '2026-11-20'),
  };
};

describe('a refusal is a sentence, never a code', () => {
  test.each(['from-tomorrow', 'constructor', ''])(
    'X9: “%s”, which this version does not know, gets the general sentence',
    (code) => {
      for (const text of [swedish, english])
        for (const sentence of Object.values(saidOf(code as CommonProblem['code'], text)))
          expect(sentence).toBe(text.shell.refused.notSaved);
    },
  );

  test.each([
    'only-reads',
    'record-is-gone',
    'record-not-understood',
    'not-in-form',
    'changed-since',
    'nothing-to-take-back',
  ] as const)('X9: %s, which any record may meet, is a sentence everywhere', (code) => {
    for (const text of [swedish, english])
      for (const sentence of Object.values(saidOf(code, text)))
        expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
  });
});
