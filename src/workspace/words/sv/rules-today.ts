/**
 * Which rules hold for someone today: asked once, by the first start and where a programme is
 * switched on (X15).
 */
export const rulesToday = {
  title: 'Vad gäller för dig i dag?',
  sub: 'Apple och Adobe har ändrat sina regler genom åren. Det går att byta i inställningarna.',
  save: 'Välj',
  accounts: {
    label: 'Applicenser från Apple',
    answers: {
      'apple-licences.accounts-2016': {
        title: 'Användarlicenser',
        sentence:
          'Ett konto och en token, för gott. Användaren anger lösenordet till sitt Apple-ID.',
        source: 'Microsoft Intune, 2016',
      },
      'apple-licences.accounts-2025': {
        title: 'Användar- eller enhetslicenser',
        sentence: 'Många token, en för varje plats. Licenser ges till användare eller enheter.',
        source: 'Microsoft Intune, 2025',
      },
    } as Record<
      string,
      { readonly title: string; readonly sentence: string; readonly source: string }
    >,
  },
  orders: {
    label: 'Order efter en auktorisering hos Adobe',
    days: (count: number) => (count === 1 ? '1 dag' : `${count} dagar`),
    answers: {
      'adobe-vip.order-30': {
        sentence: 'VIP. Därefter är kunden försenad.',
        source: 'Adobes svenska sida',
      },
      'adobe-vip.order-14': {
        sentence: 'VIP. Därefter är kunden försenad.',
        source: 'Adobes nyare engelska sidor',
      },
      'adobe-vip.order-7': {
        sentence: 'VIP Marketplace. Därefter har auktoriseringen gått ut.',
        source: 'Adobes sidor för Marketplace',
      },
    } as Record<string, { readonly sentence: string; readonly source: string }>,
  },
  source: (sentence: string, source: string) => `${sentence} Källa: ${source}.`,
};
