import expectedText from '#tests/fixtures/apple-codes/expected.json' with { type: 'json' };
import type { RecognisedFile, RowValue } from '#domain/apple-credit/recognised-sheet.ts';
import { readRows } from '#domain/apple-credit/sheet-rows.ts';
import { recogniseFile } from '#domain/apple-credit/sheet.ts';
import type { Problem, Result } from '#domain/result.ts';
import type { SheetFile } from '#domain/sheet.ts';

/** What the fixtures' list says of one file (`schema` in expected.json explains the fields). */
export type Expectation = {
  readonly outcome: string;
  readonly accepted: number;
  readonly codes?: readonly string[];
  readonly headerRow?: number;
  readonly metadata?: Readonly<Record<string, string | number>>;
  readonly datesByRow?: Readonly<Record<string, string>>;
  readonly perSheet?: Readonly<Record<string, number>>;
  readonly rowsExpected?: readonly Readonly<Record<string, string>>[];
  readonly rejected?: readonly { readonly row: number; readonly value: string; readonly reason: string }[];
  readonly blankRows?: readonly number[];
  readonly duplicatesInFile?: readonly { readonly row: number; readonly sameAsRow: number }[];
  readonly encoding?: string;
  readonly separator?: string;
  readonly firstCode?: string;
  readonly lastCode?: string;
};

/** Every fixture of code and credit sheets with what is expected of it. */
export const expectations = Object.entries(expectedText.files) as unknown as (readonly [string, Expectation])[];

/** A file read to its end: recognised, with its rows; or the problem that stopped it. */
export type ReadToEnd = { readonly file: RecognisedFile; readonly rows: readonly RowValue[] } | { readonly problem: Problem };

/** Recognises a read file and turns its rows into values, no question answered. */
export const readToEnd = (read: Result<SheetFile>): ReadToEnd => {
  if (!read.ok) return { problem: read.problem };
  const file = recogniseFile(read.value);
  return file.ok ? { file: file.value, rows: readRows(file.value.sheets, {}) } : { problem: file.problem };
};
