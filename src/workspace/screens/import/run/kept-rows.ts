import { WITH_ORDER } from '#core/import/why-stays.ts';
import type { ImportRunData } from '#core/import/import-run.ts';

type Data = Pick<ImportRunData, 'counts' | 'created' | 'restored' | 'changed' | 'parents' | 'kept'>;

/**
 * How many rows of the file stayed when its import was undone: a code and the order that stays for
 * its sake are one. So are an order that stays and a code that stays with it. At least one as soon
 * as anything stayed.
 */
export const keptRows = ({ kept, counts, created, restored, changed, parents }: Data): number => {
  const above = new Set([...created, ...restored, ...changed.map(({ id }) => id), ...parents]);
  const codes = kept.filter(({ id }) => !above.has(id));
  const withoutCode = kept.filter(({ id, reason }) => above.has(id) && reason !== 'has-codes');
  const withOrder = codes.filter(({ reason }) => reason === WITH_ORDER).length;
  const apart = codes.length - withOrder + Math.max(withOrder, withoutCode.length);
  const rows = Math.min(apart, counts.new + counts.changed);
  return kept.length === 0 ? 0 : Math.max(1, rows);
};

/**
 * Whether an undo left all that the import did: each row it wrote, and each record it made or
 * changed.
 */
export const nothingTakenBack = (data: Data): boolean => {
  const { kept, counts, created, restored, changed } = data;
  const stayed = new Set(kept.map(({ id }) => id));
  const touched = [...created, ...restored, ...changed.map(({ id }) => id)];
  const written = counts.new + counts.changed;
  return written > 0 && keptRows(data) >= written && touched.every((id) => stayed.has(id));
};
