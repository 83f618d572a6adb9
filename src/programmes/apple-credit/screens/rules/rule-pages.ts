import { INBOX_RULE } from '#programmes/apple-credit/rules/editions.ts';
import { loadAppleCreditWords } from '#programmes/apple-credit/words/load.ts';
import type { CreditCatalogues } from '#programmes/apple-credit/words/catalogues.ts';
import type { RulePages } from '#workspace/screens/rules/rule-page.ts';

/** What explains the days in the inbox. */
export const rulePages: RulePages<Partial<CreditCatalogues>> = {
  [INBOX_RULE]: {
    page: () => import('./OrderRule.svelte'),
    words: async (language) => ({ credit: await loadAppleCreditWords(language, 'credit') }),
  },
};
