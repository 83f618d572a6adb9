import type { CodePlan } from '#domain/apple-credit/import-rows.ts';
import { changeToWrite, codeToWrite, type Import } from '#domain/apple-credit/import-writes.ts';
import { sealedAt } from '#domain/apple-credit/redemption-code.ts';
import type { Draft } from '#domain/record.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { VaultLocked } from '../vault/held-keys.ts';
import type { DryRun, ImportParts } from './dry-run.ts';
import { inChunks, type Watched } from './in-chunks.ts';
import { rememberMappings } from './mappings.ts';
import { takeBack, type Written } from './take-back.ts';
import { prepareWrites, type PlannedChange, type Writes } from './writes.ts';

/**
 * Does what the dry run showed. First the import's own record, then new orders and batches, new codes, and last what
 * changes records that exist: cut off anywhere, it can be undone, and importing the file again completes it.
 * Answers the run's id. Refuses with `cancelled`, `vault-locked` or `not-written` after taking everything back, and
 * with `cut-off` when that failed too.
 */
export const runImport = async (
  dryRun: DryRun,
  { records, vault }: ImportParts,
  watched: Watched = {},
): Promise<Result<string>> => {
  const doing = records.doing();
  const work: Import = { run: doing.newId(), file: dryRun.file.file, fileName: dryRun.file.name, doing };
  const writes = prepareWrites(dryRun, work);
  const written: Written = { run: work.run, fresh: [], restored: [], changes: [] };
  const tell = steps(watched, stagesOf(writes));
  try {
    watched.signal?.throwIfAborted();
    await records.create(writes.record as Draft);
    await inChunks(writes.fresh, tell(0), async (chunk) => {
      written.fresh.push(...(await records.insert(chunk)));
    });
    await inChunks(writes.newCodes, tell(1), async (chunk) => {
      written.fresh.push(...(await records.insert(await sealed(chunk, dryRun, work, vault))));
    });
    for (const { id } of [...writes.restored, ...writes.codesBack]) written.restored.push(id);
    await inChunks(writes.restored, tell(2), (chunk) => bringBack(records, chunk));
    await inChunks(writes.codesBack, tell(3), async (chunk) => {
      await bringBack(records, await sealed(chunk, dryRun, work, vault));
    });
    await inChunks(writes.changes, tell(4), async (chunk) => {
      written.changes.push(...chunk);
      const byId = new Map(chunk.map((change) => [change.id, change]));
      await records.changeMany([...byId.keys()], (record) => {
        const change = byId.get(record.id) as PlannedChange;
        return ok(changeToWrite(record, change, change.added));
      });
    });
    watched.signal?.throwIfAborted();
  } catch (error) {
    if (!(await takenBack(records, written, work))) return refuse('cut-off');
    if (watched.signal?.aborted) return refuse('cancelled');
    if (error instanceof VaultLocked) return refuse('vault-locked');
    console.error('an import was taken back', error instanceof Error ? error.name : '');
    return refuse('not-written');
  }
  await finish(work, records);
  await rememberMappings(records, dryRun.waiting.sheets);
  return ok(work.run);
};

/** Puts drafts in place of records that lie in the trash; their own steps stay. */
const bringBack = async (records: ImportParts['records'], drafts: readonly Draft[]): Promise<void> => {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  await records.changeMany([...byId.keys()], (record) => {
    const draft = byId.get(record.id) as Draft;
    const known = new Set(record.steps.map(({ id }) => id));
    const added = (draft.steps ?? []).filter(({ id }) => !known.has(id));
    return ok({ ...draft, steps: [...record.steps, ...added], trashedOn: '' });
  });
};

/** False when taking back failed too: the import's own record is still there, and it can be undone later. */
const takenBack = async (records: ImportParts['records'], written: Written, { doing, fileName }: Import) => {
  try {
    await takeBack(records, written, doing.now, fileName);
    return true;
  } catch {
    return false;
  }
};

const sealed = (
  chunk: readonly CodePlan[],
  { codeAt }: DryRun,
  work: Import,
  vault: ImportParts['vault'],
): Promise<Draft[]> =>
  Promise.all(
    chunk.map(async (code) => {
      const value = await vault.seal(codeAt(code.sheet, code.index), sealedAt(code.id));
      return codeToWrite(code, value, work);
    }),
  );

const finish = async ({ run }: Import, records: ImportParts['records']): Promise<void> => {
  await records.change(run, (record, { newId, today, now, by }) =>
    ok({ ...record, steps: [...record.steps, { id: newId(), kind: 'imported', on: today, at: now, by }] }),
  );
};

const stagesOf = ({ fresh, newCodes, restored, codesBack, changes }: Writes): number[] =>
  [fresh, newCodes, restored, codesBack, changes].map(({ length }) => length);

/** One progress from 0 to the sum of all stages. */
const steps =
  ({ onProgress, signal }: Watched, lengths: readonly number[]) =>
  (stage: number): Watched => {
    const before = lengths.slice(0, stage).reduce((sum, length) => sum + length, 0);
    return { onProgress: (done) => onProgress?.(before + done), ...(signal === undefined ? {} : { signal }) };
  };

/** How many records a dry run would write: the end of its run's progress. */
export const writesOf = ({ plan }: Pick<DryRun, 'plan'>): number =>
  plan.parents.length + plan.codes.length + plan.redeemed.length;
