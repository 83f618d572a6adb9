import { expect } from 'vitest';
import expectedText from '#tests/fixtures/apple-codes/expected.json' with { type: 'json' };
import type {
  ReadableRow,
  RowReason,
  RowValue,
  SheetMetadata,
  SheetOutline,
} from '#programmes/apple-credit/import/read/values.ts';
import { metadataOf } from '#programmes/apple-credit/import/read/metadata.ts';
import { readRows } from '#programmes/apple-credit/import/read/rows.ts';
import { recogniseFile } from '#programmes/apple-credit/import/read/lists.ts';
import { ok, type Result } from '#core/result.ts';
import type { SheetFile } from '#core/import/sheet.ts';

/** What the fixtures' list says about a file (`schema` in expected.json explains the fields). */
export type Expectation = {
  readonly outcome: string;
  readonly accepted: number;
  readonly codes?: readonly string[];
  readonly headerRow?: number;
  readonly metadata?: Readonly<Record<string, string | number>>;
  readonly datesByRow?: Readonly<Record<string, string>>;
  readonly perSheet?: Readonly<Record<string, number>>;
  readonly rowsExpected?: readonly Readonly<Record<string, string>>[];
  readonly rejected?: readonly {
    readonly row: number;
    readonly value: string;
    readonly reason: string;
  }[];
  readonly blankRows?: readonly number[];
  readonly duplicatesInFile?: readonly { readonly row: number; readonly sameAsRow: number }[];
  readonly duplicatesOfEarlier?: readonly string[];
  readonly importAfter?: readonly string[];
  readonly encoding?: string;
  readonly separator?: string;
  readonly firstCode?: string;
  readonly lastCode?: string;
};

/** Every fixture of code and credit sheets with what is expected of it. */
export const expectations = Object.entries(expectedText.files) as unknown as (readonly [
  string,
  Expectation,
])[];

/** The refusals of the fixtures: the list gives them in words. */
const REFUSALS: Readonly<Record<string, string>> = {
  '16-empty.csv': 'empty-file',
  '17-header-only.xlsx': 'no-codes',
  '18-corrupt.xlsx': 'damaged-file',
  '21-password-volym.xlsx': 'password-protected',
  '23-offer-codes.csv': 'offer-codes',
};

const REASONS: Readonly<Record<string, RowReason>> = {
  'not a code': 'not-a-code',
  'too short': 'code-too-short',
  'formula instead of a code': 'formula-instead-of-code',
};

/** What was made of a file, on whatever way. */
export type Made = {
  readonly encoding?: string;
  readonly separator?: string;
  readonly sheets: readonly SheetOutline[];
  readonly skipped: readonly { readonly name: string }[];
  readonly metadata: SheetMetadata;
  readonly rows: readonly RowValue[];
};

/** Makes of a read file what the worker would make of it. */
export const madeOf = (read: Result<SheetFile>): Result<Made> => {
  const found = read.ok ? recogniseFile(read.value) : read;
  if (!read.ok || !found.ok) return found as Result<Made>;
  const { sheets, skipped } = found.value;
  const metadata = sheets[0] === undefined ? {} : metadataOf(sheets[0], sheets, {});
  return ok({ ...read.value, sheets, skipped, metadata, rows: readRows(sheets, {}) });
};

/**
 * Holds what was made of a file against what is expected of it: codes, rows, metadata, dates,
 * sheets, refusals.
 */
export const expectAsListed = (name: string, expected: Expectation, made: Result<Made>): void => {
  if (expected.outcome === 'refuse') {
    expect(made).toMatchObject({ ok: false, problem: { code: REFUSALS[name] } });
    return;
  }
  if (!made.ok) throw new Error(`${name} was refused: ${made.problem.code}`);
  expectFile(expected, made.value);
  expectCodes(expected, made.value.rows);
  expectRows(expected, made.value.rows);
};

const expectFile = (expected: Expectation, { metadata, rows, ...made }: Made): void => {
  if (expected.headerRow !== undefined) expect(made.sheets[0]?.headerRow).toBe(expected.headerRow);
  if (expected.encoding !== undefined) expect(made.encoding).toBe(expected.encoding);
  if (expected.separator !== undefined) expect(made.separator).toBe(expected.separator);
  // The list gives sums as numbers.
  const asListed =
    metadata.amount === undefined ? metadata : { ...metadata, amount: Number(metadata.amount) };
  if (expected.metadata !== undefined) expect(asListed).toMatchObject(expected.metadata);
  if (expected.perSheet === undefined) return;
  const counts = [...made.sheets, ...made.skipped].map(({ name }) => [
    name,
    rows.filter(({ sheet }) => sheet === name).length,
  ]);
  expect(Object.fromEntries(counts)).toEqual(expected.perSheet);
};

const isValue = (row: RowValue): row is ReadableRow => row.outcome === 'value';

const expectCodes = (expected: Expectation, rows: readonly RowValue[]): void => {
  const earlier = expected.duplicatesOfEarlier ?? [];
  const codes = rows
    .filter(isValue)
    .flatMap(({ code = '', duplicateOf }) => (duplicateOf ? [] : [code]));
  expect(codes).toHaveLength(expected.accepted + earlier.length);
  if (expected.codes !== undefined) expect(codes).toEqual([...earlier, ...expected.codes]);
  if (expected.firstCode !== undefined) expect(codes[0]).toBe(expected.firstCode);
  if (expected.lastCode !== undefined) expect(codes.at(-1)).toBe(expected.lastCode);
};

const expectRows = (expected: Expectation, rows: readonly RowValue[]): void => {
  const rejected = rows.flatMap((row) =>
    isValue(row) ? [] : [{ row: row.row, reason: row.reason }],
  );
  expect(rejected).toEqual(
    (expected.rejected ?? []).map(({ row, reason }) => ({ row, reason: REASONS[reason] })),
  );
  const duplicates = rows
    .filter(isValue)
    .flatMap(({ row, duplicateOf }) =>
      duplicateOf === undefined ? [] : [{ row, sameAsRow: duplicateOf.row }],
    );
  expect(duplicates).toEqual(expected.duplicatesInFile ?? []);
  for (const blank of expected.blankRows ?? [])
    expect(rows.map(({ row }) => row)).not.toContain(blank);
  for (const [row, day] of Object.entries(expected.datesByRow ?? {}))
    expect(rows.find((value) => value.row === Number(row))).toMatchObject({ orderDate: day });
  for (const [at, values] of (expected.rowsExpected ?? []).entries()) {
    // The last day is worked out from the order, not read.
    const { downloadableThrough, ...read } = values;
    expect(downloadableThrough).toBeDefined();
    expect(rows[at]).toMatchObject(read);
  }
};
