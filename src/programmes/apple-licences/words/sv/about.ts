import type { AccountsEditionId } from '#programmes/apple-licences/rules/editions.ts';

/** How this programme is described to those who choose what they manage. */
export const about = {
  line: 'VPP-token för Intune, Jamf eller annat MDM: hur länge de gäller och förnyelsen',
  asked: {
    accounts: {
      label: 'Applicenser från Apple',
      answers: {
        'apple-licences.accounts-2016': {
          title: () => 'Användarlicenser',
          sentence:
            'Ett konto och en token, för gott. Användaren anger lösenordet till sitt Apple-ID.',
          source: 'Microsoft Intune, 2016',
        },
        'apple-licences.accounts-2025': {
          title: () => 'Användar- eller enhetslicenser',
          sentence: 'Många token, en för varje plats. Licenser ges till användare eller enheter.',
          source: 'Microsoft Intune, 2025',
        },
      } satisfies Readonly<Record<AccountsEditionId, unknown>>,
    },
  },
};
