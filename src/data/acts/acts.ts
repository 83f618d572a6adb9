import { undoableActs, type Act, type ActedOn, type ActKind } from '#core/record/act.ts';
import type { Day } from '#core/day/day.ts';
import { inDeviceStore, keep, readKept } from '../device/device-store.ts';
import type { Records } from '../records/records.ts';

/** A workspace on this device, with what actions on many of its records need to know about it. */
export type ActStore = { readonly records: Records; readonly workspaceId: string };

const startOf = (workspaceId: string): string => `${workspaceId}/act/`;

/**
 * Notes what is about to be done to these records before the first is written: if it is
 * interrupted, what was written can be undone. Call `forgetAct` if nothing was. `apple` is the
 * token through which Apple did it. An act that began under this `id` before continues, with what
 * is new added.
 */
export const beginAct = async (
  { records, workspaceId }: ActStore,
  kind: ActKind,
  on: readonly ActedOn[],
  { apple, id }: { readonly apple?: string | undefined; readonly id?: string | undefined } = {},
): Promise<Act> => {
  const { newId, now: at, by, today } = records.doing();
  const known = await keptAct({ workspaceId }, id);
  if (known !== undefined) {
    const seen = new Set(known.records.map((record) => record.id));
    const more: Act = {
      ...known,
      records: [...known.records, ...on.filter((record) => !seen.has(record.id))],
    };
    await keep(startOf(workspaceId) + more.id, more);
    return more;
  }
  const act: Act = {
    id: id ?? newId(),
    kind,
    on: today,
    at,
    by,
    records: on,
    ...(apple === undefined ? {} : { apple }),
  };
  await keep(startOf(workspaceId) + act.id, act);
  return act;
};

/** The act stored under an id; undefined if there is none. */
export const keptAct = async (
  { workspaceId }: Pick<ActStore, 'workspaceId'>,
  id: string | undefined,
): Promise<Act | undefined> =>
  id === undefined ? undefined : readKept<Act>(startOf(workspaceId) + id);

/** Forgets an act that is undone, or that wrote nothing. */
export const forgetAct = (
  { workspaceId }: Pick<ActStore, 'workspaceId'>,
  { id }: Pick<Act, 'id'>,
): Promise<void> => keep(startOf(workspaceId) + id, undefined);

/**
 * The acts of this device that may still be undone, the newest first; forgets the older ones.
 */
export const keptActs = async (workspaceId: string, today: Day): Promise<Act[]> => {
  const start = startOf(workspaceId);
  const range = IDBKeyRange.bound(start, `${start}\uffff`);
  const all = await inDeviceStore<Act[]>(
    'readonly',
    (store) => store.getAll(range) as IDBRequest<Act[]>,
  );
  const kept = undoableActs(all, today);
  for (const act of all) if (!kept.includes(act)) await forgetAct({ workspaceId }, act);
  return kept;
};
