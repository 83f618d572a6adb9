import type { AskedRule } from '../../ground.ts';
import { ACCOUNTS_RULE, accountsEditionOf, appleLicencesEditions } from '../rules/editions.ts';

/** What Apple changed, so that a person must say which of it holds for them (X15). */
export const asked = {
  accounts: {
    programme: 'apple-licences',
    answers: appleLicencesEditions.filter(({ rule }) => rule === ACCOUNTS_RULE),
    today: ({ accountsEdition }) => accountsEditionOf(accountsEdition),
    isSet: ({ accountsEdition }) => (accountsEdition ?? '') !== '',
    say: (accountsEdition) => ({ accountsEdition }),
  },
} satisfies Readonly<Record<string, AskedRule>>;
