import {
  takeBackChange,
  trash,
  whyCodeStays,
  whyParentStays,
  type ImportTime,
} from '#domain/apple-credit/import-undo.ts';
import type { RedemptionCode } from '#domain/apple-credit/redemption-code.ts';
import type { Command, Records } from '../records.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import {
  importState,
  undoableUntil,
  type ImportedChange,
  type ImportRun,
  type ImportRunData,
} from '#domain/workspace/import-run.ts';
import { codesUnder, countUnder } from './codes-under.ts';
import type { Watched } from './in-chunks.ts';

/** What undoing an import did. */
export type Undone = { readonly trashed: number; readonly kept: ImportRunData['kept'] };

/**
 * Takes an import back, on any device and for thirty days (A5). What was changed since stays and is named on the run.
 * `reason` is written on the withdrawing steps. Refuses with `already-undone` or `too-late-to-undo`.
 */
export const undoImport = async (
  records: Records,
  runId: string,
  reason: string,
  watched: Watched = {},
): Promise<Result<Undone>> => {
  const run = (await records.get(runId)) as ImportRun | undefined;
  if (run === undefined) return refuse('record-is-gone');
  if (importState(run) === 'undone') return refuse('already-undone');
  if (records.doing().today > undoableUntil(run)) return refuse('too-late-to-undo');
  const time = timeOf(run);
  const { data } = run;
  const kept: { id: string; reason: string }[] = [];
  const mine = (await codesUnder(records, data.parents)).filter(({ data: { origin } }) => origin?.run === runId);
  const trashed = await throwAway(records, mine, (code) => whyCodeStays(code as RedemptionCode, time), kept, watched);
  const left = countUnder(await codesUnder(records, [...data.parents, ...data.created, ...data.restored]));
  const codesLeft = (id: string): number => left.get(id)?.count ?? 0;
  const stays = new Set(kept.map(({ id }) => id));
  const keptUnder = countUnder(mine.filter(({ id }) => stays.has(id)));
  const changes = new Map(data.changed.map((change) => [change.id, change]));
  await records.changeMany([...changes.keys()], (record, doing) => {
    const since = { ...time, codesLeft: keptUnder.get(record.id)?.count ?? 0, reason };
    const { draft, kept: why } = takeBackChange(record, changes.get(record.id) as ImportedChange, since, doing);
    if (why !== undefined) kept.push({ id: record.id, reason: why });
    return draft === undefined ? refuse('nothing-to-take-back') : ok(draft);
  });
  const parents = [...(await records.many([...data.created, ...data.restored])).values()];
  const gone = await throwAway(records, parents, (record) => whyParentStays(record, codesLeft(record.id), time), kept);
  await records.change<ImportRunData>(runId, markUndone(once(kept)));
  return ok({ trashed: trashed + gone, kept: once(kept) });
};

/** A command may run twice on a record that changed meanwhile. */
const once = (kept: readonly { readonly id: string; readonly reason: string }[]): ImportRunData['kept'] => [
  ...new Map(kept.map((one) => [one.id, one])).values(),
];

const timeOf = ({ steps }: ImportRun): ImportTime => ({
  startedAt: steps.find(({ kind }) => kind === 'started')?.at ?? 0,
  finishedAt: steps.find(({ kind }) => kind === 'imported')?.at ?? Infinity,
});

/** Puts records into the trash, judged on their newest state; names those that stay. Answers how many went. */
const throwAway = async (
  records: Records,
  found: readonly { readonly id: string; readonly trashedOn: string }[],
  whyStays: (record: Parameters<Command>[0]) => string | undefined,
  kept: { id: string; reason: string }[],
  watched: Watched = {},
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
  return ids.length - refused.size;
};

const markUndone =
  (kept: ImportRunData['kept']): Command<ImportRunData> =>
  (run, { newId, today, now, by }) =>
    ok({
      ...run,
      data: { ...run.data, kept },
      steps: [...run.steps, { id: newId(), kind: 'undone', on: today, at: now, by }],
    });
