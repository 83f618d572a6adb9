import { countIn } from '#core/language/count.ts';
import type { Sentences } from '#core/language/sentence.ts';
import type { CommonProblem } from '#core/result.ts';
import type { AnswerProblem } from '#programmes/adobe-vip/rules/reconcile/answer-commands.ts';
import type { GuessCode } from '#programmes/adobe-vip/rules/reconcile/guesses.ts';
import type { VipProblem } from '#programmes/adobe-vip/rules/vip-problem.ts';

type Else = (VipProblem | CommonProblem)['code'];

const n = countIn('sv');
const days = (count: number): string => (count === 1 ? 'en dag' : `${n(count)} dagar`);
const rows = (count: number): string => (count === 1 ? '1 rad' : `${n(count)} rader`);
const orders = (count: number): string => (count === 1 ? '1 order' : `${n(count)} order`);

/** How many rows of each kind there are, after the number. */
const counts: Readonly<
  Record<'pair' | 'differ' | 'line-without-order' | 'order-without-line', (count: number) => string>
> = {
  pair: () => 'stämmer i antal, och i pris där båda har ett',
  differ: () => 'hör ihop, men skiljer',
  'line-without-order': (count) => (count === 1 ? 'rad utan order' : 'rader utan order'),
  'order-without-line': () => 'order utan rad',
};

/** What a row looks like; sums and days come as they are written. */
const guesses: Sentences<GuessCode> = {
  'price-differs': ({ by = '', way = '', listed = '', from = '' }) =>
    `Priset skiljer: fakturan är ${by} ${way === 'more' ? 'högre' : 'lägre'} per licens.` +
    (listed === '' ? '' : ` Prislistan${from === '' ? '' : ` från ${from}`} säger ${listed}.`),
  'quantity-differs': ({ by = 0, way = '' }) =>
    `Antalet skiljer: fakturan har ${n(by)} ${way === 'more' ? 'fler' : 'färre'}.`,
  returned: ({ quantity = 0, on = '' }) =>
    `En retur av ${n(quantity)} beviljades ${on}; fakturan har redan dragit av den.`,
  'other-level': ({ ours = '', theirs = '' }) =>
    `Fakturan har nivå ${theirs}, ordern nivå ${ours}.`,
  'other-pool': ({ ours = '', theirs = '' }) =>
    `Ordern har ${ours}, fakturan ${theirs}: samma produktnummer, annan prisgrupp eller annat segment.`,
  'other-product': ({ ours = '', theirs = '' }) =>
    `En annan produkt: ordern har ${ours}, fakturan ${theirs}.`,
  'other-currency': ({ ours = '', theirs = '' }) =>
    `Olika valuta, ${[ours, theirs].filter((currency) => currency !== '').join(' och ')}: priserna jämförs inte.`,
  'other-number': ({ theirs = '' }) => `Parad på PO-nummer. Fakturan har ordernummer ${theirs}.`,
  'looks-like-order': ({ number = '', days: apart = 0, sku = '' }) =>
    `Ser ut som order ${number}: samma kund, ${sku === 'same' ? 'SKU' : 'produkt'} och antal, ` +
    (apart === 0 ? 'samma dag.' : `${days(Number(apart))} isär.`),
  'looks-like-line': ({ line = '', invoice = '' }) =>
    `Ser ut som rad ${line} på faktura ${invoice}.`,
  'no-customer': ({ number = '', vipId = '', name = '' }) =>
    vipId !== ''
      ? `VIP ID ${vipId} finns inte i arbetsplatsen.`
      : number === ''
        ? `Ingen kund här heter ${name}.`
        : `Kundnummer ${number} finns inte i arbetsplatsen.`,
  'several-customers': ({ name = '' }) =>
    `Flera kunder heter ${name}. Para ihop raden med rätt order.`,
  'no-order': ({ number = '' }) =>
    number === ''
      ? 'Raden har inget ordernummer, och ingen order liknar den.'
      : 'Ingen order här liknar den.',
  'not-in-order': ({ number = '' }) => `Order ${number} finns här, men inte med den produkten.`,
  'no-return': ({ number = '' }) =>
    number === '' ? 'En kreditering utan ordernummer.' : `Ingen beviljad retur på order ${number}.`,
  'named-elsewhere': ({ number = '' }) =>
    `Fakturan nämner order ${number}, men debiterar inte den här raden.`,
  'not-invoiced': () => 'Ingen rad på fakturan nämner ordern.',
  'all-returned': ({ on = '' }) => `Allt gick tillbaka: returen beviljades ${on}.`,
  'credit-to-come': ({ on = '' }) =>
    `Returen beviljades ${on}. Krediteringen brukar komma på nästa faktura.`,
};

/** Words of the reconciliation of orders with a distributor's invoice. */
export const vipReconcile = {
  title: 'Avstämning',
  sub: (file: string, lines: number, against: number, when: string) =>
    [file, `${rows(lines)} mot ${orders(against)}`, ...(when === '' ? [] : [`läst ${when}`])]
      .filter((part) => part !== '')
      .join(' · '),
  files: (count: number) => (count === 1 ? '1 fil' : `${n(count)} filer`),
  readAnother: 'Läs in en annan fil',
  read: 'Läs in en avstämningsrapport',
  export: 'Exportera det som är kvar',
  csvName: 'avstamning',
  sides: 'Vänster: våra order. Höger: fakturan.',
  report: 'Rapport',
  allReports: 'Alla rapporter',
  counts,
  answered: (count: number) => (count === 1 ? '1 är besvarad' : `${n(count)} är besvarade`),
  bar: (pair: number, rest: number) => `${n(pair)} stämmer, ${n(rest)} är kvar att se över`,
  filter: 'Visa',
  filters: { open: 'Att se över', pair: 'Stämmer', all: 'Alla' },
  groups: {
    differ: 'Hör ihop, men skiljer',
    'line-without-order': 'Rader utan order',
    'order-without-line': 'Order utan rad',
    pair: 'Stämmer',
    answered: 'Besvarade',
  },
  showMore: (count: number) => `Visa ${n(count)} till`,
  ours: {
    order: (number: string) => (number === '' ? 'Order utan nummer' : `Order ${number}`),
    returned: (number: string) => (number === '' ? 'Retur' : `Retur, order ${number}`),
  },
  theirs: {
    line: (line: string) => `Rad ${line}`,
    lines: (list: string) => `Rad ${list}`,
    credit: (line: string) => `Kreditrad ${line}`,
  },
  sum: (quantity: string, price: string) => (price === '' ? quantity : `${quantity} × ${price}`),
  side: { ours: 'Vår order', theirs: 'Fakturan' },
  missing: {
    order: 'Ingen order med det numret',
    product: 'Inte i ordern',
    return: 'Ingen beviljad retur',
    'customer-id': 'Ingen kund med det numret',
    'vip-id': 'Ingen kund med detta VIP ID',
    'customer-name': 'Ingen kund med det namnet',
    line: 'Ingen rad för ordern',
    credit: 'Ingen kreditering',
  },
  differs: 'skiljer sig från',
  unpriced: {
    order: 'Bara antalet jämförs: ordern har inget pris.',
    invoice: 'Bara antalet jämförs: fakturan har inget pris.',
  },
  agrees: 'stämmer med',
  alone: 'hör inte ihop med något',
  guesses,
  verbs: {
    accept: 'Godkänn fakturan',
    write: 'Skriv till Adobe',
    explain: 'Förklara och stäng',
    pair: 'Para ihop',
    pairOther: 'Para ihop med en annan',
    make: 'Skapa order',
    notOurs: 'Inte vår',
    addCustomer: 'Lägg till kunden',
    takeBack: 'Ta tillbaka svaret',
    of: (verb: string, what: string) => `${verb}: ${what}`,
    more: (what: string) => `Fler val: ${what}`,
  },
  answers: {
    accepted: 'Fakturan är godkänd; ordern står kvar som den är',
    explained: 'Förklarad',
    'not-ours': 'Inte vår',
    paired: 'Ihopparad för hand',
    by: (what: string, who: string, on: string) => `${what}. ${who}, ${on}`,
  },
  done: {
    accepted: 'Godkänd. Ordern står kvar som den är.',
    explained: 'Förklarad och stängd',
    'not-ours': 'Markerad som inte vår',
    paired: (number: string) => (number === '' ? 'Ihopparad' : `Ihopparad med order ${number}`),
    made: (number: string) => `Order ${number} är skapad`,
    takenBack: 'Svaret är tillbakataget',
  },
  explain: {
    title: 'Förklara och stäng',
    note: 'Förklaring',
    hint: 'Raden lämnar listan. Under Alla står den kvar, med förklaringen.',
    save: 'Stäng raden',
  },
  noMatch: { title: 'Inga träffar', sentence: 'Ändra sökningen eller visa alla.' },
  pairSheet: {
    title: 'Para ihop',
    label: 'Order',
    search: 'Order, kund eller produkt',
    none: 'Ingen order stämmer. Ändra sökningen.',
    line: (quantity: string, product: string) => `${quantity} × ${product}`,
    invoiced: 'har redan en rad',
    save: 'Para ihop',
    hint: 'Flera rader kan höra till en order: de läggs ihop.',
  },
  letter: {
    title: 'Skriv till Adobe',
    language: 'Språk i texten',
    languages: { sv: 'Svenska', en: 'Engelska' },
    copy: 'Kopiera text',
    mail: 'Öppna i e-post',
    hint: 'Skicka den till den som ställde ut fakturan: distributören eller Adobe.',
  },
  empty: {
    title: 'Ingen faktura är inläst',
    sentence:
      'Avstämningsrapporten är månadsfilen med det som har fakturerats, som CSV från distributören eller Adobe. Volym jämför den med era order.',
    read: 'Läs in en rapport',
  },
  nothing: {
    title: 'Inget kvar att se över',
    sentence: 'Allt på fakturan stämmer med era order eller är besvarat.',
    all: 'Visa alla',
  },
  noPair: { title: 'Inget stämmer', sentence: 'Inget på fakturan stämmer helt med en order.' },
  outside: (count: number) =>
    count === 1
      ? '1 orderrad ligger utanför de dagar som rapporten täcker och räknas inte.'
      : `${n(count)} orderrader ligger utanför de dagar som rapporten täcker och räknas inte.`,
  csvHeads: {
    group: 'Läge',
    guess: 'Gissning',
    customer: 'Kund',
    order: 'Ordernummer',
    orderDate: 'Orderdag',
    purchaseOrder: 'PO-nummer',
    product: 'Produkt',
    sku: 'SKU',
    quantity: 'Antal',
    price: 'Pris per licens',
    currency: 'Valuta',
    invoice: 'Fakturanummer',
    line: 'Fakturarad',
    invoicedCustomer: 'Kund på fakturan',
    customerNumber: 'Kundnummer',
    invoicedOrder: 'Ordernummer på fakturan',
    invoicedProduct: 'Produkt på fakturan',
    invoicedSku: 'SKU på fakturan',
    invoicedQuantity: 'Fakturerat antal',
    invoicedPrice: 'Fakturerat pris',
    netAmount: 'Fakturerat belopp',
    invoicedCurrency: 'Fakturans valuta',
  },
  problems: {
    'note-needed': 'Skriv en förklaring.',
    'changed-since': 'Raden är redan besvarad på en annan enhet.',
    'order-number-needed': 'Raden har inget ordernummer. Para ihop den med en order i stället.',
    'day-needed': 'Raden har ingen orderdag. Para ihop den med en order i stället.',
    'quantity-not-whole': 'En kreditering är ingen order.',
    'record-is-gone': 'Den finns inte längre.',
    'only-reads': 'Du kan läsa, inte ändra.',
    other: 'Det gick inte. Läs in sidan igen.',
  } satisfies Record<AnswerProblem['code'] | 'other', string> & Partial<Record<Else, string>>,
};
