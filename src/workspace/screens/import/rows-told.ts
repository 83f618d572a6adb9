import type { BareRow } from '#core/import/planned-row.ts';
import type { DryRun, Importing } from './importing.ts';

/** Whom or what a row was about that led to no record: what it is called, and its reason's names. */
export type RowTold = {
  readonly name: string;
  readonly params: Readonly<Record<string, string>>;
};

type Place = Pick<BareRow, 'sheet' | 'row'>;
type Tried = { readonly importing: Pick<Importing, 'nameOf'>; readonly dryRun: DryRun };

const placeOf = ({ sheet, row }: Place): string => `${row} ${sheet}`;

/**
 * Of the last import, in memory alone: rows that were not read are stored nowhere (A5), and gone with
 * the page.
 */
let last: { readonly run: string; readonly rows: ReadonlyMap<string, RowTold> } | undefined;

/** Keeps whom the rows of an import are about that led to no record, until the next one. */
export const keepTold = (run: string, tried: readonly Tried[]): void => {
  const rows = tried.flatMap(({ importing, dryRun }) =>
    dryRun.plan.rows
      .filter(({ parent }) => parent === '')
      .map((row) => {
        const told = { name: importing.nameOf(row), params: namesIn(row) };
        return [placeOf(row), told] as const;
      }),
  );
  last = { run, rows: new Map(rows) };
};

/** Whom or what a row of an import was about; undefined where nobody knows any more. */
export const rowTold = (run: string, row: Place): RowTold | undefined =>
  last?.run === run ? last.rows.get(placeOf(row)) : undefined;

/** What a reason says of whom or what it is; what stood in a cell is not among it. */
const NAMES = ['who', 'app'];

const namesIn = ({ why }: Pick<BareRow, 'why'>): RowTold['params'] =>
  Object.fromEntries(
    NAMES.flatMap((param) => {
      const name = String(why?.params?.[param] ?? '');
      return name === '' ? [] : [[param, name]];
    }),
  );
