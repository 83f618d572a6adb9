import type { TableColumn } from '#core/import/tables/table-columns.ts';
import { isJsonObject } from '#programmes/apple-licences/rules/api/json-object.ts';
import type { LicenceField } from './fields.ts';
import { readLicenceRows, type LicenceRow } from './rows.ts';

/** What the fields of the content of a location mean in a list of licences. */
const FIELDS: readonly (readonly [LicenceField, string])[] = [
  ['adamId', 'adamId'],
  ['pricingParam', 'pricingParam'],
  ['name', 'name'],
  ['productType', 'contentType'],
  ['total', 'licenseCountTotal'],
  ['assigned', 'licenseCountInUse'],
];

/** The content of a volume purchasing location of Jamf Pro, as its API gives it (apple.md §3.3). */
export type JamfContent = {
  readonly rows: readonly LicenceRow[];
  /** False where Jamf has more pages of it. */
  readonly isWhole: boolean;
};

/**
 * Reads a saved answer with such content, numbered from 1; undefined where it is none. Older versions
 * of Jamf Pro give no numbers of apps: then each is known by its name.
 */
export const readJamfContent = (body: unknown, sheet: string): JamfContent | undefined => {
  const results = isJsonObject(body) ? body.results : undefined;
  if (!isJsonObject(body) || !Array.isArray(results) || results.length === 0) return undefined;
  const records = results.filter(
    (one): one is Readonly<Record<string, unknown>> =>
      isJsonObject(one) && Object.hasOwn(one, 'licenseCountTotal'),
  );
  if (records.length < results.length) return undefined;
  const given = FIELDS.filter(([, name]) => records.some((record) => textOf(record[name]) !== ''));
  const columns = given.map(([field, heading], index): TableColumn<LicenceField> => ({
    index,
    heading,
    field,
  }));
  const rows = records.map((record, at) => ({
    number: at + 1,
    cells: given.map(([, name]) => textOf(record[name])),
  }));
  const table = {
    sheet,
    format: 'jamf',
    headerRow: 0,
    needsMapping: false,
    columns,
    rows,
  } as const;
  const { totalCount } = body;
  return {
    rows: readLicenceRows([table]),
    isWhole: typeof totalCount !== 'number' || totalCount <= results.length,
  };
};

const textOf = (value: unknown): string => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : '';
};
