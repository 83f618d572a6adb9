import { TOKEN_RULE } from '#programmes/apple-licences/rules/editions.ts';
import { loadAppleLicencesWords } from '#programmes/apple-licences/words/load.ts';
import type { Catalogues } from '#ui/text.ts';
import type { RulePages } from '#workspace/screens/rules/rule-page.ts';

/** What explains the year of a token. */
export const rulePages: RulePages<Partial<Catalogues>> = {
  [TOKEN_RULE]: {
    page: () => import('./TokenRule.svelte'),
    words: async (language) => ({ tokens: await loadAppleLicencesWords(language, 'tokens') }),
  },
};
