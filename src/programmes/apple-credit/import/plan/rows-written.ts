import { asSame, type BareRow } from '#core/import/planned-row.ts';
import type { CodePlan, ImportPlan, IncomingFile, PlannedReason, PlannedRow } from './planned.ts';

/**
 * What an import really wrote: codes, orders and batches that it made or brought back, and records
 * that it changed.
 */
export type ReallyWritten = {
  readonly made: ReadonlySet<string>;
  /** Orders and batches that were changed, or had a code of theirs marked. */
  readonly changed: ReadonlySet<string>;
};

/** The orders and batches under which codes were really put. */
export const parentsFilled = (
  { codes }: Pick<ImportPlan, 'codes'>,
  { made }: ReallyWritten,
): Set<string> => new Set(codes.filter(({ id }) => made.has(id)).map(({ parent }) => parent));

/**
 * How the rows really ended: a row whose code or order another tab or device wrote first counts as
 * unchanged.
 */
export const rowsWritten = (
  { rows, codes }: Pick<ImportPlan, 'rows' | 'codes'>,
  { sheets }: Pick<IncomingFile, 'sheets'>,
  { made, changed }: ReallyWritten,
): readonly BareRow<PlannedReason>[] => {
  const placeOf = (sheet: string, row: number): string => `${sheet}\n${row}`;
  const codeAt = new Map<string, CodePlan>(
    codes.map((code) => [placeOf(sheets[code.sheet]?.name ?? '', code.row), code]),
  );
  const isWritten = (row: PlannedRow): boolean => {
    const code = codeAt.get(placeOf(row.sheet, row.row));
    if (code !== undefined && made.has(code.id)) return true;
    const makesOrder = row.order === 'new' || row.order === 'restored';
    return (
      (makesOrder && made.has(row.parent)) || (row.outcome === 'changed' && changed.has(row.parent))
    );
  };
  return rows.map((row) =>
    (row.outcome === 'new' || row.outcome === 'changed') && !isWritten(row) ? asSame(row) : row,
  );
};
