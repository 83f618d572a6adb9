import { importState, type ImportRun } from '#core/import/import-run.ts';
import type { Texts } from '#ui/text.ts';

/**
 * "Last today 13:32, 5 rows": the newest import that was not undone; otherwise, that the last one
 * was undone.
 */
export const lastImport = (
  runs: readonly ImportRun[],
  now: number,
  { format, more: { page: words } }: Pick<Texts, 'format' | 'more'>,
): string => {
  const ofState = (state: 'imported' | 'undone') =>
    runs
      .filter((run) => importState(run) === state)
      .map((run) => ({ run, at: run.steps.find(({ kind }) => kind === state)?.at ?? 0 }))
      .reduce<{ run: ImportRun; at: number } | undefined>(
        (last, entry) => (last && last.at > entry.at ? last : entry),
        undefined,
      );
  const [stands, undone] = [ofState('imported'), ofState('undone')];
  if (stands !== undefined)
    return words.lastImport(format.when(stands.at, now), format.number(stands.run.data.rows));
  return undone === undefined ? words.noImport : words.undoneImport(format.when(undone.at, now));
};
