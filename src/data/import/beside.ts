import { importState, type ImportedChange, type ImportRun } from '#core/import/import-run.ts';
import { conditionOf } from '../records/read-record.ts';
import type { Records } from '../records/records.ts';

/** The other imports, as far as an undo must know them. */
export type Beside = {
  /** Those that were undone, the newest first. */
  readonly undone: readonly ImportRun[];
  /** What imports that came later, and still hold, changed of a record. */
  over(id: string): readonly ImportedChange['fields'][];
};

/** Reads the imports beside one. */
export const importsBeside = async (
  records: Pick<Records, 'find'>,
  { id, steps }: ImportRun,
): Promise<Beside> => {
  const all = await records.find({ kind: 'import-run' });
  const others = all
    .filter((run) => run.id !== id && conditionOf(run) === 'fine')
    .sort((a, b) => byStart(b, a));
  const isUndone = (run: ImportRun): boolean => importState(run) === 'undone';
  const changes = new Map<string, ImportedChange['fields'][]>();
  for (const run of others) {
    if (isUndone(run) || byStart(run, { id, steps }) < 0) continue;
    for (const { id: changed, fields } of run.data.changed)
      if (Object.keys(fields).length > 0)
        changes.set(changed, [...(changes.get(changed) ?? []), fields]);
  }
  return { undone: others.filter(isUndone), over: (changed) => changes.get(changed) ?? [] };
};

/** Older imports first. */
const byStart = (a: Pick<ImportRun, 'id' | 'steps'>, b: Pick<ImportRun, 'id' | 'steps'>): number =>
  startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1);

const startOf = ({ steps }: Pick<ImportRun, 'steps'>): number =>
  steps.find(({ kind }) => kind === 'started')?.at ?? 0;
