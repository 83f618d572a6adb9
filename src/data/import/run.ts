import { doingOf } from '#core/import/import-steps.ts';
import type { Import } from '#core/import/imported-change.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import { ok, refuse, type CommonProblem, type Problem, type Result } from '#core/result.ts';
import { withStep } from '#core/record/step.ts';
import { reportBug } from '#platform/report-bug.ts';
import { letFollow } from '#programmes/upkeeps.ts';
import { VaultLocked } from '../vault/held-keys.ts';
import { applyChanges, bringBack } from './apply.ts';
import type { ImportParts } from './trial.ts';
import { finishedRun, type ImportTask, type Later, type Writes } from './import-task.ts';
import { inChunks, TWO, type Watched } from '../records/in-chunks.ts';
import { onKind } from '../records/on-kind.ts';
import { rememberMappings } from './mappings.ts';
import { whileRunning } from './running.ts';
import { takeBack, type Written } from './undo/take-back.ts';

type Stage = <T>(
  at: number,
  items: readonly T[],
  each: (chunk: readonly T[]) => Promise<void>,
) => Promise<void>;

/** Why an import was not written: each has its sentence in the words (`import-problems.ts`). */
export type ImportProblem = Problem<
  CommonProblem['code'] | 'cancelled' | 'vault-locked' | 'not-written' | 'cut-off'
>;

/**
 * Does what the dry run showed. First comes the import's own record, then new records without a
 * parent (orders, apps), new records under those (codes, licences), and last the changes to
 * existing records: if interrupted anywhere, it can be undone, and importing the file again
 * completes it. Returns the run's id. Refuses with `cancelled`, `vault-locked` or `not-written`
 * after undoing everything, and with `cut-off` if that failed too, or if only its end could not be
 * written.
 */
export const runImport = async (
  task: ImportTask,
  parts: ImportParts,
  watched: Watched = {},
): Promise<Result<string, ImportProblem>> => {
  const doing = parts.records.doing();
  const run = doing.newId();
  const work: Import = {
    run,
    file: task.file.file,
    fileName: task.file.name,
    files: filesOf(task),
    sheets: sheetsOf(task),
    notRead: task.notRead === undefined || task.notRead.length === 0 ? undefined : task.notRead,
    doing: doingOf(run, doing),
  };
  const done = await whileRunning(run, () => writeAll(task, parts, work, watched));
  return done ?? refuse('not-written');
};

/**
 * The files of which something was taken: one in which no row could be read is read for the first time
 * when it comes again. Of a file that was chosen alone, its name and hash say all.
 */
const filesOf = ({ file: { file: all, files = [] }, rows }: ImportTask): Import['files'] => {
  if (!files.some(({ file }) => file !== all)) return undefined;
  const taken = new Set(
    rows.flatMap(({ sheet, outcome }) => (outcome === 'unreadable' ? [] : sheet)),
  );
  return files
    .filter(({ sheets }) => sheets.some(({ name }) => taken.has(name)))
    .map(({ name, file }) => ({ name, file }));
};

/** Which of several files each sheet is of; of a file that was chosen alone there is nothing to tell. */
const sheetsOf = ({
  file: { name: together, file: all, files = [] },
}: ImportTask): Import['sheets'] => {
  const sheets = files.flatMap(({ name, label = name, sheets }) =>
    sheets.map((sheet) =>
      sheet.file === undefined
        ? { name: sheet.name, file: label, own: sheet.own }
        : { name: sheet.name, file: sheet.file, own: '' },
    ),
  );
  const isSeveral = files.some(
    ({ name, file, sheets }) =>
      // Of others that could not be read the name says how many.
      name !== together || file !== all || sheets.some((sheet) => sheet.file !== undefined),
  );
  return isSeveral ? sheets : undefined;
};

const writeAll = async (
  task: ImportTask,
  parts: ImportParts,
  work: Import,
  watched: Watched,
): Promise<Result<string, ImportProblem>> => {
  const { records } = parts;
  const writes = await task.prepare(work);
  const written: Written = { run: work.run, fresh: [], restored: [], back: [], changes: new Map() };
  const tell = steps(watched, stagesOf(writes));
  const stage: Stage = (at, items, each) => inChunks(items, tell(at), each, TWO);
  try {
    watched.signal?.throwIfAborted();
    const begun = await records.create(writes.record);
    if (!begun.ok) return begun;
    await stage(0, byId(writes.fresh), async (chunk) => {
      written.fresh.push(...(await records.insert(chunk)));
    });
    await stage(1, byId(writes.newUnder), async (chunk) => {
      written.fresh.push(...(await records.insert(await made(chunk))));
    });
    for (const { id } of [...writes.restored, ...writes.backUnder]) written.restored.push(id);
    await stage(2, writes.restored, async (chunk) => {
      written.back.push(...(await bringBack(records, chunk, NOTHING_SEEN)));
    });
    await stage(3, writes.backUnder, async (chunk) => {
      written.back.push(...(await bringBack(records, await made(chunk), task.saw)));
    });
    await stage(4, writes.changes, (chunk) => applyChanges(records, chunk, written.changes));
    await followOrders(records, task.orders, work, written);
    watched.signal?.throwIfAborted();
  } catch (error) {
    if (!(await takenBack(records, written, work))) return refuse('cut-off');
    if (watched.signal?.aborted) return refuse('cancelled');
    if (error instanceof VaultLocked) return refuse('vault-locked');
    reportBug('an import was taken back', error);
    return refuse('not-written');
  }
  return (await isFinished(parts, work, writes, written, task)) ? ok(work.run) : refuse('cut-off');
};

/** Near each other, so that one request of the store tells which of many are there. */
const byId = <Item extends { readonly id: string }>(all: readonly Item[]): Item[] =>
  all.toSorted((a, b) => (a.id < b.id ? -1 : 1));

const made = (chunk: readonly Later[]): Promise<Draft[]> =>
  Promise.all(chunk.map(({ draft }) => draft()));

/** An order, batch or app that is live needs no bringing back, whoever did it. */
const NOTHING_SEEN: ReadonlyMap<string, VolymRecord> = new Map();

/**
 * False when taking back failed too: the import's own record is still there, and it can be undone
 * later.
 */
const takenBack = async (
  records: ImportParts['records'],
  written: Written,
  { fileName }: Import,
) => {
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
  await letFollow(records, orders, as);
};

/**
 * Writes the import's end with what it really wrote. False when that failed: then it counts as cut
 * off.
 */
const isFinished = async (
  parts: ImportParts,
  { run }: Import,
  writes: Writes,
  written: Written,
  task: ImportTask,
): Promise<boolean> => {
  const really = task.really(writes, written);
  try {
    const answer = await parts.records.change(
      run,
      onKind('import-run', (record, doing) => {
        const end = { kind: 'imported', on: doing.today };
        return ok({
          ...record,
          data: finishedRun(record.data, really),
          steps: withStep(record.steps, end, doing),
        });
      }),
    );
    if (!answer.ok) return false;
  } catch {
    return false;
  }
  // If the mapping could not be saved, the user is asked again next time: no reason to call the
  // import failed.
  await rememberMappings(parts, task.mappings).catch(() => undefined);
  return true;
};

const stagesOf = ({ fresh, newUnder, restored, backUnder, changes }: Writes): number[] =>
  [fresh, newUnder, restored, backUnder, changes].map(({ length }) => length);

/** One progress from 0 to the sum of all stages. */
const steps =
  ({ onProgress, signal }: Watched, lengths: readonly number[]) =>
  (stage: number): Watched => {
    const before = lengths.slice(0, stage).reduce((sum, length) => sum + length, 0);
    return {
      onProgress: (done) => onProgress?.(before + done),
      ...(signal === undefined ? {} : { signal }),
    };
  };
