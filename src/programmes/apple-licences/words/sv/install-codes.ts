import type { InstallCause } from '#programmes/apple-licences/rules/install/install-codes.ts';

/** In a row, in a sentence, and what to do. */
type CodeWords = { readonly short: string; readonly means: string; readonly todo: string };

/** Why an app was not installed, by the codes of Intune (apple.md §5). */
export const installCodes = {
  'no-licence-left': {
    short: 'inga licenser kvar',
    means: 'Det fanns ingen ledig licens.',
    todo: 'Köp fler hos Apple, eller frigör en, och synka.',
  },
  'no-licence-found': {
    short: 'licensen hittades inte',
    means: 'Ingen licens för appen hittades.',
    todo: 'Frisläpp licensen och tilldela den igen.',
  },
  'licence-not-fetched': {
    short: 'licensen kunde inte hämtas',
    means: 'Licensen kunde inte hämtas för appen.',
    todo: 'Synka token och enheten. Hjälper det inte, frisläpp licensen och tilldela den igen, helst till enheten.',
  },
  'often-the-token': {
    short: 'okänt fel, ofta token',
    means: 'Felet är okänt. Ofta har token upphört.',
    todo: 'Se efter att token gäller, förnya den om den inte gör det, och försök igen.',
  },
  'not-paid': {
    short: 'köpet saknas',
    means: 'Appen kostar, och ingen licens eller kod följde med.',
    todo: 'Tilldela en licens, eller lös in en kod för appen.',
  },
  'device-licence-needs-ios-9': {
    short: 'enheten har för gammalt iOS',
    means: 'Licens per enhet kräver iOS 9 eller senare.',
    todo: 'Uppdatera enheten, eller tilldela licensen till användaren.',
  },
  'device-licence-not-here': {
    short: 'licens per enhet går inte här',
    means: 'Enheten är användarens egen (User Enrollment) och tar inte licens per enhet.',
    todo: 'Tilldela licensen till användaren.',
  },
  'not-signed-in': {
    short: 'inget konto är inloggat',
    means: 'Ingen är inloggad i App Store på enheten.',
    todo: 'Be användaren logga in, eller tilldela licensen till enheten.',
  },
  'install-declined': {
    short: 'användaren sa nej',
    means: 'Användaren avböjde installationen.',
    todo: 'Be användaren godkänna den nästa gång frågan kommer.',
  },
  'management-declined': {
    short: 'användaren sa nej till hantering',
    means: 'Användaren vill inte att appen hanteras.',
    todo: 'Be användaren godkänna det, eller ta bort den egna appen först.',
  },
  'shared-ipad': {
    short: 'delad iPad tar bara VPP-appar',
    means: 'En delad iPad tar bara appar med licens per enhet.',
    todo: 'Tilldela licensen till enheten.',
  },
  'store-is-off': {
    short: 'App Store är avstängd',
    means: 'App Store är avstängd på enheten.',
    todo: 'Tilldela licensen till enheten, eller tillåt App Store.',
  },
  'newer-version': {
    short: 'nyare version finns',
    means: 'Appen är installerad, och det finns en nyare version.',
    todo: 'Inget behöver göras. Synka enheten om du vill ha den nya nu.',
  },
} satisfies Record<InstallCause, CodeWords>;
