/** An exact amount: decimal text with a point and two decimals (`25000.00`) and an ISO 4217 currency. Never a float. */
export type Money = { readonly amount: string; readonly currency: string };

const CANONICAL = /^-?\d+\.\d{2}$/;

/** Whether the text is an amount as Money stores it. */
export const isAmount = (text: string): boolean => CANONICAL.test(text);

/** The amount in hundredths, exact. */
export const toCents = (amount: string): bigint => BigInt(amount.replace('.', ''));

/** Hundredths as canonical decimal text. */
export const fromCents = (cents: bigint): string => {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** The sum of amounts in one currency. */
export const sumOf = (amounts: readonly string[]): string =>
  fromCents(amounts.reduce((sum, amount) => sum + toCents(amount), 0n));

/** Sums per currency, in the order in which the currencies first appear. */
export const sumsByCurrency = (sums: readonly Money[]): Money[] => {
  const totals = new Map<string, bigint>();
  for (const { amount, currency } of sums) totals.set(currency, (totals.get(currency) ?? 0n) + toCents(amount));
  return [...totals].map(([currency, cents]) => ({ amount: fromCents(cents), currency }));
};

const canonical = (whole: string, decimals: string): string =>
  `${whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '') || '0'}.${decimals.padEnd(2, '0')}`;

/**
 * The amounts that a written sum can mean: none when it is no sum, two when the mark is unclear
 * (`25.000:-` is 25 000 or 25 with three decimals, `1,250` likewise). Currency signs and `kr`, `SEK`, `:-` are ignored.
 */
export const readAmounts = (written: string): string[] => {
  const text = written.normalize('NFKC').replace(/[\s\u00a0\u202f']/g, '');
  const bare = text.replace(/^[a-z$€£]{0,3}/i, '').replace(/(:-|,-|\.-|[a-z$€£]{0,3}\.?)$/i, '');
  if (!/^-?\d[\d.,]*$/.test(bare)) return [];
  const marks = bare.replace(/[^.,]/g, '');
  if (marks === '') return [canonical(bare, '')];
  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
  const whole = bare.slice(0, last);
  const decimals = bare.slice(last + 1);
  if (decimals.length <= 2) return marks.length > 1 && !groupedBy(whole) ? [] : [canonical(whole, decimals)];
  if (decimals.length > 3 || !groupedBy(bare))
    return /^0+$/.test(decimals.slice(2)) ? [canonical(whole, decimals.slice(0, 2))] : [];
  const grouped = canonical(bare, '');
  return marks.length > 1
    ? [grouped]
    : /0$/.test(decimals)
      ? [grouped, canonical(whole, decimals.slice(0, 2))]
      : [grouped];
};

const groupedBy = (text: string): boolean => /^\d{1,3}(?:([.,])\d{3})?(?:\1\d{3})*$/.test(text);
