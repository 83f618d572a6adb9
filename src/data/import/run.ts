import { countsWritten, parentsFilled } from '#domain/apple-credit/import-counts.ts';
import type { CodePlan } from '#domain/apple-credit/import-rows.ts';
import { doingOf } from '#domain/apple-credit/import-steps.ts';
import { codeToWrite, type Import } from '#domain/apple-credit/import-writes.ts';
import { sealedAt } from '#domain/apple-credit/redemption-code.ts';
import type { Draft, VolymRecord } from '#domain/record.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { withStep } from '#domain/step.ts';
import type { ImportRunData } from '#domain/workspace/import-run.ts';
import { reportBug } from '#platform/report-bug.ts';
import { letOrdersFollow } from '../follow-orders.ts';
import { VaultLocked } from '../vault/held-keys.ts';
import { applyChanges, bringBack, ordersToFollow } from './apply.ts';
import type { DryRun, ImportParts } from './dry-run.ts';
import { inChunks, type Watched } from '../in-chunks.ts';
import { rememberMappings } from './mappings.ts';
import { whileRunning } from './running.ts';
import { takeBack, type Written } from './take-back.ts';
import { prepareWrites, type Writes } from './writes.ts';

/**
 * Does what the dry run showed. First the import's own record, then new orders and batches, new codes, and last what
 * changes records that exist: cut off anywhere, it can be undone, and importing the file again completes it.
 * Answers the run's id. Refuses with `cancelled`, `vault-locked` or `not-written` after taking everything back, and
 * with `cut-off` when that failed too, or when only its end could not be written.
 */
export const runImport = async (dryRun: DryRun, parts: ImportParts, watched: Watched = {}): Promise<Result<string>> => {
  const doing = parts.records.doing();
  const run = doing.newId();
  const work: Import = { run, file: dryRun.file.file, fileName: dryRun.file.name, doing: doingOf(run, doing) };
  const done = await whileRunning(run, () => writeAll(dryRun, parts, work, watched));
  return done ?? refuse('not-written');
};

const writeAll = async (
  dryRun: DryRun,
  { records, vault }: ImportParts,
  work: Import,
  watched: Watched,
): Promise<Result<string>> => {
  const writes = prepareWrites(dryRun, work);
  const written: Written = { run: work.run, fresh: [], restored: [], back: [], changes: new Map() };
  const tell = steps(watched, stagesOf(writes));
  const seal = (chunk: readonly CodePlan[]) => sealed(chunk, dryRun, work, vault);
  try {
    watched.signal?.throwIfAborted();
    const begun = await records.create(writes.record as Draft);
    if (!begun.ok) return begun;
    await inChunks(writes.fresh, tell(0), async (chunk) => {
      written.fresh.push(...(await records.insert(chunk)));
    });
    await inChunks(writes.newCodes, tell(1), async (chunk) => {
      written.fresh.push(...(await records.insert(await seal(chunk))));
    });
    for (const { id } of [...writes.restored, ...writes.codesBack]) written.restored.push(id);
    await inChunks(writes.restored, tell(2), async (chunk) => {
      written.back.push(...(await bringBack(records, chunk, NOTHING_SEEN)));
    });
    await inChunks(writes.codesBack, tell(3), async (chunk) => {
      written.back.push(...(await bringBack(records, await seal(chunk), dryRun.known.codes)));
    });
    await inChunks(writes.changes, tell(4), (chunk) => applyChanges(records, chunk, written.changes));
    await followOrders(records, ordersToFollow(dryRun), work, written);
    watched.signal?.throwIfAborted();
  } catch (error) {
    if (!(await takenBack(records, written, work))) return refuse('cut-off');
    if (watched.signal?.aborted) return refuse('cancelled');
    if (error instanceof VaultLocked) return refuse('vault-locked');
    reportBug('an import was taken back', error);
    return refuse('not-written');
  }
  return (await isFinished(records, work, writes, written, dryRun)) ? ok(work.run) : refuse('cut-off');
};

/** An order or batch that is live needs no bringing back, whoever did it. */
const NOTHING_SEEN: ReadonlyMap<string, VolymRecord> = new Map();

/** False when taking back failed too: the import's own record is still there, and it can be undone later. */
const takenBack = async (records: ImportParts['records'], written: Written, { fileName }: Import) => {
  try {
    await takeBack(records, written, fileName);
    return true;
  } catch {
    return false;
  }
};

/** Orders follow their codes; what they then say is the import's, and goes with it. */
const followOrders = async (
  records: ImportParts['records'],
  orders: readonly string[],
  { doing }: Import,
  { changes }: Written,
): Promise<void> => {
  const as = (now: typeof doing) => ({ ...now, newId: doing.newId });
  for (const id of orders) if (!changes.has(id)) changes.set(id, { id, fields: {}, steps: [] });
  await letOrdersFollow(records, orders, as);
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

/** Writes the import's end with what it really wrote. False when that failed: then it counts as cut off. */
const isFinished = async (
  records: ImportParts['records'],
  { run }: Import,
  writes: Writes,
  written: Written,
  dryRun: DryRun,
): Promise<boolean> => {
  const really = reallyWritten(writes, written, dryRun);
  try {
    const answer = await records.change<ImportRunData>(run, (record, doing) => {
      const end = { kind: 'imported', on: doing.today };
      return ok({ ...record, data: { ...record.data, ...really }, steps: withStep(record.steps, end, doing) });
    });
    if (!answer.ok) return false;
  } catch {
    return false;
  }
  // A mapping that could not be kept is asked for again next time: no reason to call the import failed.
  await rememberMappings(records, dryRun.waiting.sheets).catch(() => undefined);
  return true;
};

/** What of the plan was really written: another tab or device may have been quicker with the rest. */
const reallyWritten = (writes: Writes, written: Written, { plan, known, file }: DryRun): Partial<ImportRunData> => {
  const made = new Set([...written.fresh, ...written.back]);
  const changed = writes.changes.flatMap(({ id }) => written.changes.get(id) ?? []);
  const touched = changed
    .filter(({ fields, steps }) => steps.length > 0 || Object.keys(fields).length > 0)
    .map(({ id }) => known.codes.get(id)?.parent ?? id);
  const really = { made, changed: new Set(touched) };
  const filled = parentsFilled(plan, really);
  return {
    counts: countsWritten(plan, file, really),
    parents: plan.parents.map(({ id }) => id).filter((id) => filled.has(id)),
    created: writes.fresh.map(({ id }) => id).filter((id) => made.has(id)),
    restored: writes.restored.map(({ id }) => id).filter((id) => made.has(id)),
    changed,
  };
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
  plan.parents.length + plan.parents.filter(isBackAndChanged).length + plan.codes.length + plan.redeemed.length;

/** Brought back and changed are two writes. */
const isBackAndChanged = ({ state, steps, fields }: DryRun['plan']['parents'][number]): boolean =>
  state === 'restored' && steps.length + Object.keys(fields).length > 0;
