import type { Act, ActedOn } from '#core/record/act.ts';
import type { VolymRecord } from '#core/record/record.ts';
import type { Problem } from '#core/result.ts';
import { actState, takeActBack } from '#workspace/rules/undo/undo-act.ts';
import { conditionOf } from '../records/read-record.ts';
import { joinAnew, wentAgain } from '#programmes/upkeeps.ts';
import { layAgain } from '../trash/restore.ts';
import type { Records } from '../records/records.ts';
import { forgetAct, type ActStore } from './acts.ts';
import { countedOf, roomFor, settleCount } from './count-of-act.ts';

/**
 * What an undo of an act would do today: the records it takes back, and how many were changed since
 * and stay.
 */
export type JudgedAct = {
  readonly act: Act;
  readonly back: readonly VolymRecord[];
  readonly changed: number;
};

/** Judges an act against what its records are now. Records deleted for good no longer count. */
export const judgeAct = async (records: Pick<Records, 'many'>, act: Act): Promise<JudgedAct> => {
  const acted = countedOf(act);
  const found = await records.many(acted.map(({ id }) => id));
  const judged = acted.flatMap((on) => {
    const record = found.get(on.id);
    if (record === undefined) return [];
    return [
      {
        record,
        state:
          conditionOf(record) === 'fine' ? actState(record, act, on) : stateOfNewer(record, act),
      },
    ];
  });
  return {
    act,
    back: judged.filter(({ state }) => state === 'back').map(({ record }) => record),
    changed: judged.filter(({ state }) => state === 'changed').length,
  };
};

/**
 * A record written by a newer version can be put back into the trash, but nothing else about it can
 * be undone.
 */
const stateOfNewer = ({ trashedOn }: VolymRecord, { kind }: Act): 'back' | 'changed' =>
  kind === 'restored' && trashedOn === '' ? 'back' : 'changed';

/**
 * Lays what no command understands in the trash again, and takes it from those that were refused.
 */
const layNewerAgain = async (
  records: Records,
  on: readonly ActedOn[],
  refused: Map<string, Problem>,
): Promise<void> => {
  for (const record of on) {
    const isNewer = refused.get(record.id)?.code === 'record-not-understood';
    if (isNewer && (await layAgain(records, [record])) === undefined) refused.delete(record.id);
  }
};

/**
 * In the trash again an order is the one that it was there, and nothing says any more that it was
 * placed.
 */
const lieAsBefore = async (records: Records, lay: readonly ActedOn[]): Promise<void> => {
  await joinAnew(records, lay);
  await wentAgain(
    records,
    lay.map(({ id }) => id),
  );
};

/**
 * Undoes an act, judging each record again as it is written: what was changed since stays. Returns
 * how many were undone and how many stay. The act is forgotten only when all is done, so that an
 * interrupted undo can be finished. `only` leaves the others as they are, to be undone another
 * time; `sentAt` is given where Apple undid them before a source counted them, as for
 * `settleCount`: what is counted already needs no room.
 */
export const undoAct = async (
  store: ActStore,
  act: Act,
  reason: string,
  only?: ReadonlySet<string>,
  sentAt?: number,
): Promise<{ readonly back: number; readonly changed: number }> => {
  const on = new Map(countedOf(act).map((record) => [record.id, record]));
  const judged = act.records.length > on.size ? await judgeAct(store.records, act) : undefined;
  const all = judged?.back.map(({ id }) => id) ?? [...on.keys()];
  const wanted = only === undefined ? all : all.filter((id) => only.has(id));
  const needsRoom = judged !== undefined && sentAt === undefined;
  const ids = needsRoom
    ? wanted.slice(0, await roomFor(store.records, act, wanted, reason))
    : wanted;
  const refused = await store.records.changeMany(ids, (record, doing) =>
    takeActBack(record, act, on.get(record.id) as ActedOn, { ...doing, reason }),
  );
  if (act.kind === 'restored') await layNewerAgain(store.records, [...on.values()], refused);
  await settleCount(store.records, act, reason, sentAt);
  if (act.kind === 'restored')
    await lieAsBefore(
      store.records,
      ids.flatMap((id) => (refused.has(id) ? [] : (on.get(id) ?? []))),
    );
  const count = (...codes: string[]): number =>
    [...refused.values()].filter(({ code }) => codes.includes(code)).length;
  const left = wanted.length - ids.length;
  // A device that only reads takes nothing back, and may be let change again; so may what finds no
  // licence free now.
  if (count('only-reads') === 0 && left === 0 && wanted.length === all.length)
    await forgetAct(store, act);
  const changed = count('changed-since', 'record-not-understood') + (judged?.changed ?? 0) + left;
  return { back: ids.length - refused.size, changed };
};
