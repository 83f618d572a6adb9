/**
 * The currencies that a text can mean: undefined when it names none, an empty list when it names an
 * unknown one.
 */
export type Meant = readonly string[] | undefined;

/**
 * An ISO 4217 code, `unclear` when several or none are meant, `none` where no currency is named.
 */
export type ReadCurrency = { readonly value: string } | 'unclear' | 'none';

/** Currencies of Apple's stores and of their neighbours. */
const CODES =
  `AED AUD BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JPY KRW KZT MXN MYR NGN
  NOK NZD PEN PHP PKR PLN QAR RON SAR SEK SGD THB TRY TWD TZS UAH USD VND ZAR`.split(/\s+/);

/** `kr` alone is Swedish here; beside the code of a neighbour it may be theirs. */
const KRONA = ['SEK', 'NOK', 'DKK', 'ISK'];
const DOLLAR = ['USD', 'AUD', 'CAD', 'HKD', 'NZD', 'SGD', 'TWD'];

const WORDS = new Map<string, readonly string[]>([
  ...CODES.map((code) => [code.toLowerCase(), [code]] as const),
  ...['kr', 'krona', 'kronor', 'kronan'].map((word) => [word, KRONA] as const),
  ['skr', ['SEK']],
  ['nkr', ['NOK']],
  ['dkr', ['DKK']],
  ...['kroner', 'krone'].map((word) => [word, ['NOK', 'DKK']] as const),
  ...['€', 'euro', 'euros', 'euroa'].map((word) => [word, ['EUR']] as const),
  ...['$', 'dollar', 'dollars'].map((word) => [word, DOLLAR] as const),
  ...['us', 'us$'].map((word) => [word, ['USD']] as const),
  ['franken', ['CHF']],
  ['£', ['GBP']],
]);

/**
 * Signs and words next to a sum or in its heading; three letters in a sentence are rarely a
 * currency.
 */
const BESIDE =
  /us\$|[$€£]|(?<!\p{L})(?:sek|eur|usd|gbp|nok|dkk|isk|chf|pln|cad|aud|kr|skr|nkr|dkr|kronor|kroner|euro[sa]?)(?!\p{L})/giu;

/**
 * What a text means that should be a currency and nothing else (`SEK`, `kr`, `Svenska kronor`,
 * `US-Dollar`).
 */
export const meantAlone = (written: string): Meant => {
  const text = written.normalize('NFKC').toLowerCase();
  if (text.trim() === '') return undefined;
  const words = text
    .replace(/(svensk[at]?|swedish) (?=kron)/, 's')
    .replace(/(norsk[ae]?|norwegian) (?=kron)/, 'n')
    .replace(/(dansk[ae]?|danish) (?=kron)/, 'd')
    .replace(/([snd])kron\p{L}+/gu, '$1kr')
    .match(/us\$|[$€£]|[^\s$€£().,/:;-]+/gu);
  return allOf((words ?? ['']).map((word) => WORDS.get(word) ?? []));
};

/**
 * What is next to a sum (`25 000 kr`) or in its heading (`Amount (SEK)`); other words are ignored.
 */
export const meantBeside = (written: string): Meant =>
  allOf(
    (written.normalize('NFKC').match(BESIDE) ?? []).map(
      (word) => WORDS.get(word.toLowerCase()) ?? [],
    ),
  );

/**
 * The one currency that all places mean together: `$` in the sum and `USD` in a column are dollars
 * of the States.
 */
export const readCurrency = (...places: readonly Meant[]): ReadCurrency => {
  const found = places.filter((meant) => meant !== undefined);
  const [first] = found;
  if (first === undefined) return 'none';
  const common = first.filter((code) => found.every((meant) => meant.includes(code)));
  if (common.length === KRONA.length && common.every((code) => KRONA.includes(code)))
    return { value: 'SEK' };
  const [only, ...more] = common;
  return only === undefined || more.length > 0 ? 'unclear' : { value: only };
};

/**
 * What all words of one text mean together; `kr` next to a neighbouring country's code means two
 * things.
 */
const allOf = (words: readonly (readonly string[])[]): Meant => {
  const [first] = words;
  if (first === undefined) return undefined;
  if (words.includes(KRONA) && words.some((word) => word !== KRONA && !word.includes('SEK')))
    return [];
  return first.filter((code) => words.every((word) => word.includes(code)));
};
