import { isOfRun, takeBackChange, trash, whyCodeStays, whyParentStays } from '#domain/apple-credit/import-undo.ts';
import type { RedemptionCode } from '#domain/apple-credit/redemption-code.ts';
import { ok, refuse, type Problem, type Result } from '#domain/result.ts';
import { withStep } from '#domain/step.ts';
import {
  importState,
  undoableUntil,
  type ImportedChange,
  type ImportRun,
  type ImportRunData,
} from '#domain/workspace/import-run.ts';
import { letOrdersFollow } from '../follow-orders.ts';
import type { Command, Records } from '../records.ts';
import { codesUnder, countUnder } from './codes-under.ts';
import { whileRunning } from './running.ts';

/** What undoing an import did. */
export type Undone = { readonly trashed: number; readonly kept: ImportRunData['kept'] };

/** How far an undo is, in records. */
export type OnUndone = (done: number, total: number) => void;

/**
 * Takes an import back, on any device and for thirty days (A5). What was changed since stays and is named on the run.
 * `reason` is written on the withdrawing steps. Refuses with `already-undone`, `too-late-to-undo`, or
 * `import-is-running` while a tab writes it.
 */
export const undoImport = async (
  records: Records,
  runId: string,
  reason: string,
  onProgress: OnUndone = () => undefined,
): Promise<Result<Undone>> => {
  const done = await whileRunning(runId, async (): Promise<Result<Undone>> => {
    const run = (await records.get(runId)) as ImportRun | undefined;
    if (run === undefined) return refuse('record-is-gone');
    if (importState(run) === 'undone') return refuse('already-undone');
    if (records.doing().today > undoableUntil(run)) return refuse('too-late-to-undo');
    return undoAll(records, run, reason, onProgress);
  });
  return done ?? refuse('import-is-running');
};

const undoAll = async (
  records: Records,
  { id: run, data }: ImportRun,
  reason: string,
  onProgress: OnUndone,
): Promise<Result<Undone>> => {
  const kept: Kept = [];
  const mine = (await codesUnder(records, data.parents)).filter((code) => isOfRun(code, run));
  const own = [...data.created, ...data.restored];
  const changes = changesOf(data);
  const total = mine.length + changes.size + own.length;
  const tell = (before: number) => ({ onProgress: (done: number) => onProgress(before + done, total) });
  const codesGone = await throwAway(records, mine, (code) => whyCodeStays(code as RedemptionCode, run), kept, tell(0));
  const stays = new Set(kept.map(({ id }) => id));
  const keptUnder = countUnder(mine.filter(({ id }) => stays.has(id)));
  const refused = await records.changeMany(
    [...changes.keys()],
    (record, doing) => {
      const since = { run, codesLeft: keptUnder.get(record.id)?.count ?? 0, reason };
      const change = changes.get(record.id) as ImportedChange;
      const { draft, kept: why } = takeBackChange(record, change, since, doing);
      if (why !== undefined) kept.push({ id: record.id, reason: why });
      return draft === undefined ? refuse('nothing-to-take-back') : ok(draft);
    },
    tell(mine.length),
  );
  nameStrange(refused, kept);
  const left = countUnder(await codesUnder(records, own));
  const restored = new Set(data.restored);
  // What another tab or device was quicker to make is not this import's, whatever its plan said.
  const parents = [...(await records.many(own)).values()].filter((record) => isOfRun(record, run));
  const why: WhyStays = (record) =>
    whyParentStays(record, left.get(record.id)?.count ?? 0, { run, isRestored: restored.has(record.id) });
  const gone = await throwAway(records, parents, why, kept, tell(mine.length + changes.size));
  await letOrdersFollow(records, await ordersOf(records, data));
  await records.change<ImportRunData>(run, markUndone(once(kept)));
  return ok({ trashed: codesGone + gone, kept: once(kept) });
};

type Kept = { id: string; reason: string }[];
type WhyStays = (record: Parameters<Command>[0]) => string | undefined;

/** What was changed on records that existed: as the run noted it, and nothing but steps where codes were put. */
const changesOf = ({ changed, parents, created, restored }: ImportRunData): Map<string, ImportedChange> => {
  const own = new Set([...created, ...restored]);
  const filled = parents.filter((id) => !own.has(id)).map((id) => ({ id, fields: {}, steps: [] }));
  return new Map([...filled, ...changed].map((change) => [change.id, change]));
};

/** The orders whose codes an import brought or marked. */
const ordersOf = async (records: Records, { parents, changed }: ImportRunData): Promise<string[]> => {
  const found = [...(await records.many(changed.map(({ id }) => id))).values()];
  const marked = found.filter(({ kind }) => kind === 'redemption-code').map(({ parent }) => parent);
  return [...new Set([...parents, ...marked])];
};

/** A command may run twice on a record that changed meanwhile. */
const once = (kept: Kept): ImportRunData['kept'] => [...new Map(kept.map((one) => [one.id, one])).values()];

/** Puts records into the trash, judged on their newest state; names those that stay. Answers how many went. */
const throwAway = async (
  records: Records,
  found: readonly { readonly id: string; readonly trashedOn: string }[],
  whyStays: WhyStays,
  kept: Kept,
  watched: { readonly onProgress: (done: number) => void },
): Promise<number> => {
  const ids = found.filter(({ trashedOn }) => trashedOn === '').map(({ id }) => id);
  const refused = await records.changeMany(
    ids,
    (record, { today }) => {
      const why = whyStays(record);
      return why === undefined ? trash(record, today) : refuse('stays', why);
    },
    watched,
  );
  for (const [id, { code, field }] of refused) if (code === 'stays') kept.push({ id, reason: field ?? '' });
  nameStrange(refused, kept);
  return ids.length - refused.size;
};

/** What a newer app wrote meanwhile stays, and is named. */
const nameStrange = (refused: ReadonlyMap<string, Problem>, kept: Kept): void => {
  for (const [id, { code }] of refused) if (code === 'record-not-understood') kept.push({ id, reason: code });
};

const markUndone =
  (kept: ImportRunData['kept']): Command<ImportRunData> =>
  (run, doing) =>
    ok({ ...run, data: { ...run.data, kept }, steps: withStep(run.steps, { kind: 'undone', on: doing.today }, doing) });
