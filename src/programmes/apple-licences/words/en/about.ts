import type { Messages } from '#core/language/language.ts';
import type { about as source } from '../sv/about.ts';

/** How this programme is described to those who choose what they manage, in English. */
export const about = {
  line: 'VPP tokens for Intune, Jamf or another MDM: how long they are valid and their renewal',
  asked: {
    accounts: {
      label: 'App licences from Apple',
      answers: {
        'apple-licences.accounts-2016': {
          title: () => 'User licences',
          sentence: 'One account and one token, for good. Users enter their Apple ID password.',
          source: 'Microsoft Intune, 2016',
        },
        'apple-licences.accounts-2025': {
          title: () => 'User or device licences',
          sentence: 'Many tokens, one for each location. Licences go to users or devices.',
          source: 'Microsoft Intune, 2025',
        },
      },
    },
  },
} satisfies Messages<typeof source>;
