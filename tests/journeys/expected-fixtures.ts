import { readFileSync } from 'node:fs';
import { LARGE } from './fixture-workspaces.ts';
import { fixture } from './import-steps.ts';

/** What `expected.json` says about a file; its `schema` explains the fields. */
export type Expected = {
  readonly outcome: 'accept' | 'accept-with-notes' | 'refuse';
  readonly accepted: number;
  readonly codes?: readonly string[];
  readonly firstCode?: string;
  readonly lastCode?: string;
  readonly headerRow?: number;
  readonly metadata?: Readonly<Record<string, string | number>>;
  readonly perSheet?: Readonly<Record<string, number>>;
  readonly blankRows?: readonly number[];
  readonly rejected?: readonly { readonly row: number }[];
  readonly duplicatesInFile?: readonly { readonly row: number; readonly sameAsRow: number }[];
  readonly duplicatesOfEarlier?: readonly string[];
  readonly datesByRow?: Readonly<Record<string, string>>;
  readonly rowsExpected?: readonly {
    readonly orderNumber: string;
    readonly orderDate: string;
    readonly amount: string;
    readonly currency: string;
    readonly code: string;
    readonly downloadableThrough: string;
  }[];
};

const { files } = JSON.parse(readFileSync(fixture('expected.json'), 'utf8')) as {
  readonly files: Readonly<Record<string, Expected>>;
};

/** What one file must become. */
export const expectedOf = (name: string): Expected => {
  const found = files[name];
  if (found === undefined) throw new Error(`expected.json does not know ${name}`);
  return found;
};

/**
 * The 1-based rows of a file's new codes: those below the heading that are neither
 * blank, refused nor known. Codes known from an earlier file come first in the one file that has
 * some.
 */
export const rowsOf = ({ headerRow = 1, accepted, perSheet, ...says }: Expected): number[] => {
  if (perSheet !== undefined)
    return Object.entries(perSheet).flatMap(([sheet, count]) =>
      rowsBelow(sheetHeadings[sheet] ?? 1, count),
    );
  const passed = new Set([
    ...(says.blankRows ?? []),
    ...(says.rejected ?? []).map(({ row }) => row),
  ]);
  return rowsBelow(headerRow + (says.duplicatesOfEarlier ?? []).length, accepted, passed);
};

/** In the file of several sheets, one has two lines above its heading. */
const sheetHeadings: Readonly<Record<string, number>> = { 'Product B': 3 };

const rowsBelow = (
  heading: number,
  count: number,
  passed: ReadonlySet<number> = new Set(),
): number[] => {
  const rows: number[] = [];
  for (let row = heading + 1; rows.length < count; row += 1) if (!passed.has(row)) rows.push(row);
  return rows;
};

/** The codes of the large file in the order of its rows, read by the test itself. */
export const codesOfLarge = (): string[] =>
  readFileSync(fixture(LARGE), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(',')[0] ?? '');
