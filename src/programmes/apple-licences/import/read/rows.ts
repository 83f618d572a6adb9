import { refuse, ok, type Problem, type Result } from '#core/result.ts';
import type { SheetFile, SheetRow } from '#core/import/sheet.ts';
import { isTotalAlone, namesTotal } from '#core/import/tables/total-row.ts';
import { readDays } from '#core/day/written-day.ts';
import { adamIdOfAddress, readAdamId } from '#programmes/apple-licences/rules/app/adam-id.ts';
import { licenceTable, type LicenceTable } from './columns.ts';
import {
  UNLIMITED,
  type CountField,
  type SourceCounts,
} from '#programmes/apple-licences/rules/licence/licence-counts.ts';
import type { LicenceField } from './fields.ts';
import { isIntuneVolumeType, productTypeOf, saysNoLimit, yesOrNo } from './headings.ts';
import {
  STANDARD_QUALITY,
  type LicenceLine,
} from '#programmes/apple-licences/rules/licence/licence-line.ts';
import { nameKey } from '#programmes/apple-licences/rules/app/name-key.ts';
import { cellText, placesOf, shortened } from '#core/import/tables/table-columns.ts';
import { readMoment } from '#programmes/apple-licences/rules/api/written-moment.ts';

/** Why a row cannot be taken. */
export type LicenceRowReason =
  | 'adam-id-missing'
  | 'app-missing'
  | 'total-row'
  | 'not-an-adam-id'
  | 'not-a-volume-app'
  | 'not-a-pricing-param'
  | 'not-a-count'
  | 'not-a-yes-or-no';

/**
 * A row of a list: a line of licences, or the reason why it is none. Rows are numbered as in the
 * file.
 */
export type LicenceRow =
  | {
      readonly outcome: 'line';
      readonly sheet: string;
      readonly row: number;
      readonly line: LicenceLine;
      /** What was left out of the line. */
      readonly notes: readonly 'as-of-unclear'[];
      /**
       * An earlier row speaks of the same app at the same location; which of them holds is for the
       * user to say.
       */
      readonly duplicateOf?: { readonly sheet: string; readonly row: number };
    }
  | {
      readonly outcome: 'unreadable';
      readonly sheet: string;
      readonly row: number;
      readonly reason: LicenceRowReason;
      readonly params: Readonly<Record<string, string>>;
    };

/** The lists of licences in a file. Refused when no sheet holds one. */
export const licenceTables = (
  file: Pick<SheetFile, 'sheets'>,
): Result<readonly LicenceTable[], Problem<'no-licences'>> => {
  const tables = file.sheets.flatMap((sheet) => licenceTable(sheet) ?? []);
  return tables.length === 0 ? refuse('no-licences') : ok(tables);
};

/**
 * Every row of the lists (B9). The same app at two locations is two lines; twice at one location is
 * a duplicate.
 */
export const readLicenceRows = (tables: readonly LicenceTable[]): LicenceRow[] => {
  const seen = new Map<string, { readonly sheet: string; readonly row: number }>();
  return tables.flatMap((table) => {
    const place = placeOf(table);
    return table.rows.map((row) => markDuplicate(readRow(row, place), seen));
  });
};

type Place = { readonly table: LicenceTable; readonly at: ReadonlyMap<LicenceField | '', number> };
type Failure = {
  readonly reason: LicenceRowReason;
  readonly params?: Readonly<Record<string, string>>;
};

const placeOf = (table: LicenceTable): Place => ({
  table,
  at: placesOf(table.columns),
});

const TOTAL: Failure = { reason: 'total-row' };

/** What a row may say that adds up others: of where and when it does. */
const BESIDE_TOTALS: readonly LicenceField[] = ['location', 'source', 'asOf'];

const readRow = (row: SheetRow, place: Place): LicenceRow => {
  const where = { sheet: place.table.sheet, row: row.number };
  const text = (field: LicenceField): string => cellText(row, place.at.get(field));
  const beside = BESIDE_TOTALS.map((field) => place.at.get(field));
  const fail = (failure: Failure): LicenceRow => {
    const { reason, params = {} } = isTotalAlone(row, beside) ? TOTAL : failure;
    return { outcome: 'unreadable', ...where, reason, params };
  };
  if (!isIntuneVolumeType(text('intuneType')))
    return fail({ reason: 'not-a-volume-app', params: { written: shortened(text('intuneType')) } });
  const app = isByName(place)
    ? byName(text('name'), row)
    : adamIdOf(text('adamId'), text('storeUrl'));
  if (typeof app !== 'string') return fail(app);
  const counts = readCounts(row, place);
  if ('reason' in counts) return fail(counts);
  const pricingParam = text('pricingParam').toUpperCase();
  if (!PRICING_PARAMS.includes(pricingParam))
    return fail({ reason: 'not-a-pricing-param', params: { written: shortened(pricingParam) } });
  const asOf = readAsOf(text('asOf'));
  const line: LicenceLine = {
    source: text('source') || (place.table.format === 'neutral' ? '' : place.table.format),
    location: text('location'),
    adamId: app,
    name: text('name'),
    productType: productTypeOf(text('productType')),
    pricingParam: pricingParam || STANDARD_QUALITY,
    isPricingGiven: pricingParam !== '',
    said: counts,
    ...(asOf === undefined ? {} : { asOf }),
  };
  return {
    outcome: 'line',
    ...where,
    line,
    notes: asOf === undefined && text('asOf') !== '' ? ['as-of-unclear'] : [],
  };
};

/** Whether no column has numbers or addresses of apps: each is known by its name. */
const isByName = ({ at }: Place): boolean =>
  at.has('name') && !at.has('adamId') && !at.has('storeUrl');

const byName = (name: string, row: SheetRow): '' | Failure => {
  if (row.cells.some((cell) => namesTotal(cell, 'others'))) return { reason: 'total-row' };
  return name === '' ? { reason: 'app-missing' } : '';
};

/**
 * Apple's values (apple.md §2.2), or none: it identifies an app, so a typo would create another
 * app.
 */
const PRICING_PARAMS = [STANDARD_QUALITY, 'PLUS', ''];

const adamIdOf = (written: string, address: string): string | Failure => {
  const adamId =
    written === '' ? adamIdOfAddress(address) : readAdamId(written.replace(/\.0$/, ''));
  if (adamId !== undefined) return adamId;
  return written === ''
    ? { reason: 'adam-id-missing' }
    : { reason: 'not-an-adam-id', params: { written: shortened(written) } };
};

const COUNTS: readonly CountField[] = ['total', 'assigned', 'available', 'retired'];

/** What the row says of its licences, contradictions included; an empty cell says nothing. */
const readCounts = (row: SheetRow, { at }: Place): SourceCounts | Failure => {
  const counts: { -readonly [Field in keyof SourceCounts]: SourceCounts[Field] } = {};
  const word = cellText(row, at.get('unlimited'));
  if (word !== '') {
    counts.unlimited = yesOrNo(word);
    if (counts.unlimited === undefined)
      return { reason: 'not-a-yes-or-no', params: { written: shortened(word) } };
  }
  for (const field of COUNTS) {
    const index = at.get(field);
    const text = cellText(row, index);
    if (text === '' || /^[-–—]$/.test(text)) continue;
    if ((field === 'total' || field === 'available') && saysNoLimit(text)) {
      counts.unlimited = true;
      continue;
    }
    const count = readCount(text, index !== undefined && (row.numbers?.includes(index) ?? false));
    if (count === undefined)
      return { reason: 'not-a-count', params: { field, written: shortened(text) } };
    counts[field] = count;
  }
  return counts;
};

/**
 * A whole number, as people group its figures (`1 250`, `1.250`); a sheet's own number has no
 * groups.
 */
const readCount = (written: string, isNumber: boolean): number | undefined => {
  const text = written.replace(/\u2212/g, '-');
  const isGrouped = !isNumber && /^-?[1-9]\d{0,2}(?:([ .,'’])\d{3})(?:\1\d{3})*$/.test(text);
  // Programs that count in decimals write `30.0`.
  const figures = isGrouped ? text.replace(/[ .,'’]/g, '') : text.replace(/[.,]0{1,2}$/, '');
  const count = /^-?\d{1,10}$/.test(figures) ? Number(figures) : undefined;
  return count !== undefined && Math.abs(count) <= UNLIMITED ? count : undefined;
};

/** A moment in UTC, or a day where the list gives no more and there is but one way to read it. */
const readAsOf = (written: string): string | undefined => {
  const moment = readMoment(written);
  const [only, ...others] = moment === undefined ? readDays(written) : [];
  return moment ?? (others.length === 0 ? only?.day : undefined);
};

const markDuplicate = (
  row: LicenceRow,
  seen: Map<string, { sheet: string; row: number }>,
): LicenceRow => {
  if (row.outcome !== 'line') return row;
  const { location, adamId, pricingParam, name } = row.line;
  const app = adamId || nameKey(name);
  const key = [location.toLowerCase(), app, pricingParam].join('\n');
  const duplicateOf = seen.get(key);
  if (duplicateOf !== undefined) return { ...row, duplicateOf };
  seen.set(key, { sheet: row.sheet, row: row.row });
  return row;
};
