import type { AccountsEditionId } from '#programmes/apple-licences/rules/editions.ts';

type OfEachEdition = Readonly<Record<AccountsEditionId, string>>;

/** Words of this programme's section in Settings. */
export const accounts = {
  title: 'Token och konton',
  note: 'för hela arbetsplatsen',
  edition: 'Regler',
  editions: {
    'apple-licences.accounts-2016': '2016 års regler',
    'apple-licences.accounts-2025': '2025 års regler',
  } satisfies OfEachEdition,
  details: {
    'apple-licences.accounts-2016':
      'En organisation har ett konto och en token, för gott. Licenser ges till användare.',
    'apple-licences.accounts-2025':
      'Många token, en för varje plats. Licenser ges till användare eller enheter.',
  } satisfies OfEachEdition,
};
