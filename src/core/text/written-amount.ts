import { CODES, SIGNS } from './written-currency.ts';

/** One thing that a written sum can mean, with what its marks then are ('' where there is none). */
export type AmountReading = {
  /** Canonical decimal text with two decimals. */
  readonly amount: string;
  readonly decimals: '' | '.' | ',';
  readonly thousands: '' | '.' | ',';
};

/** Figures before the decimals: more are no sum that a record can hold (`field-schemas.ts`). */
const MOST_FIGURES = 15;

/**
 * ISO 4217 codes and signs that may appear next to a sum. `tkr` and `mkr` are left out: they
 * multiply it.
 */
const CURRENCY = String.raw`(?:euro[sa]?|kron(?:or|er)|[snd]kr|zł|kč|лв|ft|tl|lei|us\$|${SIGNS}|${CODES.join('|')}|kr)`;
const BEFORE = new RegExp(String.raw`^${CURRENCY}\.?\s*`, 'i');
const AFTER = new RegExp(String.raw`(?<!\s)\s*(?:[:.,]?[-–—]|${CURRENCY}\.?)$`, 'i');

/** Accounting programs write a sum below nothing as `1.250,00-`; without decimals it is `25-` for `25:-`. */
const MINUS_BEHIND = new RegExp(String.raw`^(.*[.,]\d\d) ?-((?:\s*${CURRENCY}\.?)?)$`, 'i');

/**
 * What a written sum can mean: nothing when it is no sum, two things when its only mark is
 * ambiguous (`25.000:-` is 25 000 or 25; so is `1,250`). Spaces and `'` group thousands; currency
 * signs, `kr` and `:-` are ignored.
 */
export const amountReadings = (written: string): AmountReading[] => {
  const text = written
    .normalize('NFKC')
    .replace(/\u2212/g, '-')
    .trim();
  const rest = text.replace(/^-\s*/, '');
  const whole = rest.replace(MINUS_BEHIND, '$1$2');
  const bare = whole.replace(BEFORE, '').replace(AFTER, '').replace(AFTER, '').trim();
  const [, within = '', body] = /^(-?)\s*(\d[\d.,'’ ]*)$/.exec(bare) ?? [];
  const minuses = [rest !== text, whole !== rest, within !== ''].filter(Boolean).length;
  if (body === undefined || minuses > 1) return [];
  const sign = minuses === 1 ? '-' : '';
  const figures = withoutSpaces(body);
  const end = endOf(whole);
  return figures === undefined
    ? []
    : readings(figures)
        .filter(({ decimals }) => end === undefined || decimals === '')
        .map((found) => (end === undefined ? found : { ...found, decimals: end }))
        .filter(({ amount }) => amount.indexOf('.') <= MOST_FIGURES)
        .map((found) =>
          found.amount === '0.00' ? found : { ...found, amount: sign + found.amount },
        );
};

/** What stands in the place of decimals that are nought: `1.500,-` is no one and a half. */
const ENDS = new RegExp(String.raw`\d\s*([.,])[-–—](?:\s*${CURRENCY}\.?)?$`, 'i');

const endOf = (text: string): '.' | ',' | undefined => {
  const [, mark] = ENDS.exec(text) ?? [];
  return mark === '.' || mark === ',' ? mark : undefined;
};

/** Spaces and apostrophes must group by three, as `1 250 000`. */
const withoutSpaces = (body: string): string | undefined => {
  if (!/['’ ]/.test(body)) return body;
  return /^\d{1,3}(?:['’ ]\d{3})+(?:[.,]\d*)?$/.test(body) ? body.replace(/['’ ]/g, '') : undefined;
};

const readings = (figures: string): AmountReading[] => {
  const marks = figures.replace(/\d/g, '');
  if (marks === '') return [{ amount: canonical(figures, ''), decimals: '', thousands: '' }];
  const mark = marks.at(-1) as '.' | ',';
  const [whole, decimals] = [
    figures.slice(0, figures.lastIndexOf(mark)),
    figures.slice(figures.lastIndexOf(mark) + 1),
  ];
  const asThousands: AmountReading[] = isGrouped(figures, mark)
    ? [{ amount: canonical(figures, ''), decimals: '', thousands: mark }]
    : [];
  const thousands: AmountReading['thousands'] = marks.length > 1 ? (marks[0] as '.' | ',') : '';
  const wholeIsPlain = thousands === '' || (thousands !== mark && isGrouped(whole, thousands));
  const asDecimals: AmountReading[] =
    wholeIsPlain && /^\d{0,2}0*$/.test(decimals)
      ? [{ amount: canonical(whole, decimals.slice(0, 2)), decimals: mark, thousands }]
      : [];
  return [...asThousands, ...asDecimals];
};

const isGrouped = (text: string, mark: string): boolean =>
  (mark === '.' ? /^[1-9]\d{0,2}(?:\.\d{3})+$/ : /^[1-9]\d{0,2}(?:,\d{3})+$/).test(text);

const canonical = (whole: string, decimals: string): string =>
  `${whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '') || '0'}.${decimals.padEnd(2, '0')}`;

/** Words for sums that are written in thousands or millions. */
const THOUSANDS =
  /(?<!\p{L})(?:tkr|mkr|[tkm](?:sek|nok|dkk|eur|usd|gbp|€)|tusen|tusental|thousands?|millions?|miljoner|tsd|mio|milliers|miles)(?!\p{L})/iu;

/** Whether the heading of sums says that they leave noughts out: `Amount (tkr)`, `kEUR`. */
export const saysThousands = (heading: string): boolean =>
  THOUSANDS.test(heading.normalize('NFKC'));
