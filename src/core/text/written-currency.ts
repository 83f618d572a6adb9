/**
 * The currencies that a text can mean: undefined when it names none, an empty list when it names an
 * unknown one.
 */
export type Meant = readonly string[] | undefined;

/**
 * An ISO 4217 code, `unclear` when several or none are meant, `none` where no currency is named.
 */
export type ReadCurrency = { readonly value: string } | 'unclear' | 'none';

/** Codes of the currencies of Apple's stores and of their neighbours. */
export const CODES =
  `AED AUD BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JPY KRW KZT MXN MYR NGN
  NOK NZD PEN PHP PKR PLN QAR RON SAR SEK SGD THB TRY TWD TZS UAH USD VND ZAR`.split(/\s+/);

/** `kr` alone is as the headings around it; beside the code of a neighbour it may be theirs. */
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
  ['zł', ['PLN']],
  ['kč', ['CZK']],
  ...['₺', 'tl'].map((word) => [word, ['TRY']] as const),
  ['₴', ['UAH']],
  ['₹', ['INR']],
  ['₪', ['ILS']],
  ['₩', ['KRW']],
  ['¥', ['JPY', 'CNY']],
  ['ft', ['HUF']],
  ['lei', ['RON']],
  ['лв', ['BGN']],
]);

/** The signs among them, as an expression. */
export const SIGNS = '[$€£₺₴₹₪₩¥]';

/**
 * Signs and words next to a sum or in its heading; three letters in a sentence are rarely a
 * currency, and those of most countries only in capitals.
 */
const BESIDE = new RegExp(
  String.raw`us\$|${SIGNS}|(?<!\p{L})(?:zł|kč|лв|ft|tl|lei|sek|eur|usd|gbp|nok|dkk|isk|chf|pln|czk|cad|aud|kr|skr|nkr|dkr|kronor|kroner|euro[sa]?)(?!\p{L})`,
  'giu',
);
const IN_CAPITALS = new RegExp(String.raw`(?<!\p{L})(?:${CODES.join('|')})(?!\p{L})`, 'gu');

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
    .match(WORD);
  return allOf((words ?? ['']).map((word) => WORDS.get(word) ?? []));
};

const WORD = new RegExp(String.raw`us\$|${SIGNS}|[^\s$€£₺₴₹₪₩¥().,/:;-]+`, 'gu');

/**
 * What is next to a sum (`25 000 kr`) or in its heading (`Amount (SEK)`); other words are ignored.
 */
export const meantBeside = (written: string): Meant => {
  const text = written.normalize('NFKC');
  const words = [...(text.match(BESIDE) ?? []), ...(text.match(IN_CAPITALS) ?? [])];
  return allOf(words.map((word) => WORDS.get(word.toLowerCase()) ?? []));
};

/** Whose kronor `kr` alone is; Swedish ones where nothing says it. */
export type Crowns = {
  readonly codes: readonly string[];
  /** Nothing says it. */
  readonly areTaken: boolean;
};

/** Where nothing says whose. */
export const SWEDISH_CROWNS: Crowns = { codes: ['SEK'], areTaken: true };

/**
 * Whose kronor `kr` alone is in a list, by how many of its headings each language knows: one that
 * knows more than the others has its own.
 */
export const crownsBy = (known: Readonly<Record<'SEK' | 'NOK' | 'DKK', number>>): Crowns => {
  const most = Math.max(...Object.values(known));
  const codes = Object.entries(known).flatMap(([code, count]) => (count === most ? [code] : []));
  return codes.length === 1 || !codes.includes('SEK') ? { codes, areTaken: false } : SWEDISH_CROWNS;
};

/** Whether a place says kronor, and not whose. */
export const areBareCrowns = (...places: readonly Meant[]): boolean => {
  const common = commonOf(places) ?? [];
  return common.length === KRONA.length && common.every((code) => KRONA.includes(code));
};

/**
 * The one currency that all places mean together: `$` in the sum and `USD` in a column are dollars
 * of the States. `kr` alone, and `kroner`, are as the headings say.
 */
export const readCurrencyAs = (crowns: Crowns, ...places: readonly Meant[]): ReadCurrency => {
  const common = commonOf(places);
  if (common === undefined) return 'none';
  const own = common.filter((code) => common.length === 1 || isCrownOf(crowns, common, code));
  const [only, ...more] = own;
  return only === undefined || more.length > 0 ? 'unclear' : { value: only };
};

const isCrownOf = ({ codes }: Crowns, common: readonly string[], code: string): boolean =>
  common.every((one) => KRONA.includes(one)) && codes.includes(code);

/** As `readCurrencyAs`, where nothing says whose kronor are meant: Swedish ones. */
export const readCurrency = (...places: readonly Meant[]): ReadCurrency =>
  readCurrencyAs(SWEDISH_CROWNS, ...places);

/** What all places mean together; undefined where none means anything. */
const commonOf = (places: readonly Meant[]): readonly string[] | undefined => {
  const found = places.filter((meant) => meant !== undefined);
  const [first] = found;
  return first?.filter((code) => found.every((meant) => meant.includes(code)));
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
