import type { Messages } from '#core/language/language.ts';
import type { accounts as source } from '../sv/accounts.ts';

/** Words of this programme's section in Settings, in English. */
export const accounts = {
  title: 'Tokens and accounts',
  note: 'for the whole workspace',
  edition: 'Rules',
  editions: {
    'apple-licences.accounts-2016': 'The 2016 rules',
    'apple-licences.accounts-2025': 'The 2025 rules',
  },
  details: {
    'apple-licences.accounts-2016':
      'An organisation has one account and one token, for good. Licences go to users.',
    'apple-licences.accounts-2025':
      'Many tokens, one for each location. Licences go to users or devices.',
  },
} satisfies Messages<typeof source>;
