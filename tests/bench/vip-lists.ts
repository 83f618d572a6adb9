const COLUMNS = {
  prices: 'SKU;Product;Price;Currency;Valid from',
  authorizations:
    'Request number;VIP ID;Customer name;Created;License type;Product;SKU;Quantity;PO number;Status',
  orders:
    'Order number;VIP ID;Customer name;Order date;SKU;Product;License type;Quantity;PO number;Request number;Unit price;Currency',
} as const;

const listOf = (
  name: string,
  kind: keyof typeof COLUMNS,
  count: number,
  line: (at: number) => readonly unknown[],
) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [COLUMNS[kind], ...Array.from({ length: count }, (_, at) => line(at).join(';'))].join('\r\n'),
  ),
});

const skuAt = (at: number): string =>
  `${65_000_000 + (at % 2500)}B${'ABC'[Math.floor(at / 2500) % 3]}0${1 + (Math.floor(at / 7500) % 4)}A12`;
const customerAt = (at: number): readonly string[] => [
  (0x5a20c8f190d7 + (at % 500)).toString(16).toUpperCase().padEnd(20, '0'),
  `Kund ${at % 500} Förvaltning`,
];
const dayAt = (at: number): string => `2026-0${1 + (at % 9)}-1${at % 10}`;

/** A made-up price list as a distributor sends one. */
export const priceList = (count: number) =>
  listOf('prices.csv', 'prices', count, (at) => [
    skuAt(at),
    `Produkt ${at % 2500}`,
    `${1000 + (at % 4000)}.50`,
    'SEK',
    '2026-11-01',
  ]);

/** Authorizations of five hundred customers. */
export const authorizationList = (count: number) =>
  listOf('authorizations.csv', 'authorizations', count, (at) => [
    `R-${at}`,
    ...customerAt(at),
    dayAt(at),
    'Team',
    `Produkt ${at % 2500}`,
    skuAt(at),
    1 + (at % 20),
    `PO-${at}`,
    at % 10 === 0 ? 'Pending' : 'Ordered',
  ]);

/** Their orders. */
export const orderList = (count: number) =>
  listOf('orders.csv', 'orders', count, (at) => [
    77_000_000 + at,
    ...customerAt(at),
    dayAt(at),
    skuAt(at),
    `Produkt ${at % 2500}`,
    'Team',
    1 + (at % 20),
    `PO-${at}`,
    `R-${at}`,
    '1200.00',
    'SEK',
  ]);
