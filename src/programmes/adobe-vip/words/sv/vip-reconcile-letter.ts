import { countIn } from '#core/language/count.ts';

const n = countIn('sv');

type LetterLine = {
  readonly quantity: number;
  readonly product: string;
  readonly sku: string;
  readonly price: string;
};

const what = ({ quantity, product, sku, price }: LetterLine): string =>
  `${n(quantity)} × ${[product, sku === '' ? '' : `(${sku})`].filter(Boolean).join(' ')}${price === '' ? '' : ` à ${price}`}`;

/** A letter to whoever issued an invoice about what does not agree with an order. */
export const reconcileLetter = {
  subject: {
    differ: (number: string) => `Faktura ${number}: stämmer inte med vår order`,
    'line-without-order': (number: string) => `Faktura ${number}: en rad som vi saknar order för`,
    'order-without-line': (number: string) => `Order ${number}: saknas på fakturan`,
    credit: (number: string) => `Order ${number}: returen är inte krediterad`,
  },
  greeting: 'Hej,',
  opening: {
    differ: 'en rad på er faktura stämmer inte med vår order.',
    'line-without-order': 'er faktura har en rad som vi inte har någon order för.',
    'order-without-line': 'vi hittar ingen fakturarad för den här ordern.',
    credit: 'en beviljad retur är inte krediterad.',
  },
  ours: (number: string, day: string, line: LetterLine) =>
    `Vår order ${number}, ${day}: ${what(line)}`,
  returned: (quantity: number, day: string) => `Beviljad retur: ${n(quantity)}, ${day}`,
  theirs: (invoice: string, line: string, order: string, values: LetterLine) =>
    `Faktura ${invoice}${line === '' ? '' : `, rad ${line}`}${order === '' ? '' : `, order ${order}`}: ${what(values)}`,
  purchaseOrder: (number: string) => `PO-nummer: ${number}`,
  customer: (name: string, number: string) => `Kund: ${[name, number].filter(Boolean).join(', ')}`,
  ask: {
    differ: 'Kan ni rätta fakturan, eller säga vad skillnaden beror på?',
    'line-without-order': 'Kan ni säga vilken beställning raden hör till, eller kreditera den?',
    'order-without-line': 'Kan ni bekräfta ordern och säga när den faktureras?',
    credit: 'Kan ni säga när den krediteras?',
  },
  ending: (name: string) => (name === '' ? 'Med vänlig hälsning' : `Med vänlig hälsning\n${name}`),
};
