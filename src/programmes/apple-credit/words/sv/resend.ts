import { countIn } from '#core/language/count.ts';

const n = countIn('sv');

const theCredit = (count: number): string => (count === 1 ? 'Krediten' : 'Krediterna');
const them = (count: number): string => (count === 1 ? 'den' : 'dem');

const credits = (count: number): string => (count === 1 ? '1 kredit' : `${n(count)} krediter`);

/** What the text for AppleCare is made of; amounts are written in its own language. */
export type Letter = {
  readonly appleId: string;
  readonly purchaser: string;
  readonly institution: string;
  readonly credits: readonly { readonly number: string; readonly amount: string }[];
};

/** Words of asking for expired credit again, in the own store or from AppleCare. */
export const resend = {
  title: 'Återsänd kredit',
  step: (at: number) => `${at} av 3`,
  routes: { 'own-store': 'Apple Online Store', applecare: 'AppleCare' },
  route: 'Väg',

  choose: {
    title: 'Vilka krediter ska sändas igen?',
    sub: 'De har gått ur säkra inkorgen. Flera kan begäras på en gång, en väg i taget.',
    lacks: {
      orderNumber: 'Ordernummer saknas, fyll i det först',
      purchaserAppleId: 'Innehållsköparens Apple-ID saknas, fyll i det först',
    },
    none: 'Ingen kredit har gått ur inkorgen',
    noneSentence: 'När en order har passerat sina 90 dagar kan den begäras igen härifrån.',
    next: (count: number) => (count === 0 ? 'Välj minst en' : `Fortsätt med ${credits(count)}`),
  },

  why: {
    'own-store': (count: number) =>
      `${theCredit(count)} köptes i er egen Apple Online Store. Då återsänder ni ${them(count)} själva där.`,
    applecare: (count: number) =>
      `${theCredit(count)} köptes från Apple eller en återförsäljare. Då är det AppleCare som sänder ${them(count)} igen.`,
    reseller: (count: number) =>
      `${theCredit(count)} köptes från en återförsäljare. Då är det AppleCare som sänder ${them(count)} igen.`,
    unknown: (count: number) =>
      count === 1
        ? 'Det står inte var krediten köptes. I er egen store återsänder ni den själva, annars gör AppleCare det.'
        : 'Det står inte var alla krediterna köptes. I er egen store återsänder ni själva, annars gör AppleCare det.',
    none: () => 'Ingen kredit begärs på den här vägen.',
  },
  /** Of credits on a way that is not for where they were bought, by name. */
  strange: {
    'own-store': (names: string, count: number) =>
      `${names} köptes inte i er egen Apple Online Store. Då är det AppleCare som återsänder ${them(count)}, om du inte vet något annat.`,
    applecare: (names: string, count: number) =>
      `${names} köptes i er egen Apple Online Store. Då återsänder ni ${them(count)} själva där, om du inte vet något annat.`,
  },
  next: {
    'own-store': (names: string) => `Sedan begärs ${names} i er egen Apple Online Store.`,
    applecare: (names: string) => `Sedan begärs ${names} hos AppleCare.`,
  },
  more: (count: number) => `${n(count)} till`,
  bought: {
    '': 'okänt var den köptes',
    apple: 'köpt från Apple',
    'own-store': 'köpt i er egen store',
    reseller: 'köpt från en återförsäljare',
  },
  rest: { 'own-store': 'Begärs i Apple Online Store', applecare: 'Begärs hos AppleCare' },
  moveHere: 'Begär här i stället',
  moveAll: (count: number) => `Begär ${credits(count)} här i stället`,
  moved: {
    'own-store': (names: string) => `${names} begärs nu i Apple Online Store`,
    applecare: (names: string) => `${names} begärs nu hos AppleCare`,
  },
  cameHere: 'Flyttade hit',
  moveBack: 'Flytta tillbaka',
  askedOtherwise: 'Har du redan begärt på annat sätt, till exempel på telefon? Anteckna det här.',
  refused: (name: string, why: string) => `${name} är inte antecknad. ${why}`,
  toOther: 'Till den andra vägen',
  storeTitle: 'Fyra steg i butiken',
  formTitle: 'Så fyller du i formuläret',
  done: (done: number, of: number) => `${done} av ${of} klart`,
  tick: (step: string) => `Klart: ${step}`,
  steps: {
    'open-store': 'Gå till er Apple Online Store',
    'order-status': 'Konto, Kontrollera beställningsstatus',
    'sign-in': 'Logga in, eller ange beställningsnumret',
    resend: 'Klicka på Återsänd kredit',
    'open-form': 'Öppna Business and Education Support',
    contact: 'Kontaktinformation och företagets namn',
    'organisation-type': 'Typ av företag',
    issue: 'Tell us about your issue',
    details: 'Details of your issue: klistra in texten',
    submit: 'Klicka på Submit',
  },
  orderStatusHint: 'Menyn Konto ligger högst upp på sidan',
  openedAt: (time: string) => `öppnad ${time}`,
  chosen: (count: number, sum: string) =>
    sum === '' ? credits(count) : `${credits(count)}, ${sum}`,
  mailTo: (address: string) =>
    address === '' ? 'Mejlet kommer till innehållsköparen' : `Mejlet kommer till ${address}`,
  buyerAppleId: 'Apple-ID som köpte krediten',
  orderNumber: 'Beställningsnummer',
  copyContact: 'Kopiera kontaktinformationen',
  organisationTypes: { business: 'Business', education: 'Education' },
  other: 'Other',
  submitHint: 'Skicka',
  newDays: 'När mejlet kommit börjar 90 nya dagar i säkra inkorgen.',
  open: { 'own-store': 'Butiken', applecare: 'Öppna formuläret' },
  openAgain: 'Öppna igen',
  asked: 'Begärd i dag',

  textNumber: (at: number, of: number) => (of === 1 ? 'Texten' : `Text ${n(at)} av ${n(of)}`),
  severalTexts: (count: number) =>
    `Krediterna ska till ${n(count)} Apple-ID. Skicka formuläret en gång för varje text.`,
  languages: { sv: 'Svenska', en: 'English' },
  language: 'Textens språk',
  copyText: 'Kopiera text',
  copyFirst: 'Kopiera text 1',
  copied: 'Texten är kopierad',
  notCopied: 'Enheten tillåter inte att kopiera här.',
  mail: 'Mejla texten',
  subject: 'Återsänd VPP-kredit',
  letter: ({ appleId, purchaser, institution, credits }: Letter) =>
    [
      'Hej,',
      '',
      credits.length === 1
        ? `VPP-krediten nedan hämtades inte inom 90 dagar och finns inte längre i vår säkra inkorg. Sänd den på nytt till vårt Apple-ID ${appleId}.`
        : `VPP-krediterna nedan hämtades inte inom 90 dagar och finns inte längre i vår säkra inkorg. Sänd dem på nytt till vårt Apple-ID ${appleId}.`,
      '',
      ...credits.map(({ number, amount }) => (amount === '' ? number : `${number}    ${amount}`)),
      '',
      ...(institution === '' ? [] : [`Organisation: ${institution}`]),
      ...(purchaser === '' ? [] : [`Innehållsköpare: ${purchaser}`]),
    ].join('\n'),

  saved: (count: number) =>
    count === 1 ? 'Återsändning begärd' : `Återsändning begärd för ${credits(count)}`,
  wait: {
    title: 'Vänta på svaret',
    sub: 'Apple mejlar innehållsköparen när krediten är i inkorgen igen.',
    askedOn: (day: string) => `begärd ${day}`,
    followUp: (day: string) => `Har inget hänt till ${day} påminner Frister.`,
    which: 'Vilka har kommit?',
    mailDay: 'Mejlets dag',
    mailCame: (count: number) => (count === 0 ? 'Välj minst en' : 'Mejlet har kommit'),
    askAgain: 'Fråga igen',
    none: 'Inget att vänta på',
    noneSentence: 'Ingen återsändning är begärd.',
    close: 'Klar',
    came: (count: number) =>
      count === 1
        ? 'Krediten är i inkorgen, 90 nya dagar'
        : `${credits(count)} i inkorgen, 90 nya dagar`,
  },
  addresses: {
    title: 'Återsändning',
    note: 'för hela arbetsplatsen',
    supportForm: 'Formuläret Business and Education Support',
    ownStore: 'Er egen Apple Online Store',
    hint: 'Tomt betyder Apples egen adress.',
    saved: 'Adressen är sparad',
    notAnAddress: 'Adressen börjar med https://',
  },
};
