import { sendAway } from '#domain/import/former-place.ts';
import { whyCodeStays, WITH_ORDER } from '#domain/apple-credit/why-code-stays.ts';
import { isOfRun, whyParentStays, type Undoing } from '#domain/import/why-stays.ts';
import { undoingOf } from '#domain/import/import-steps.ts';
import type { RedemptionCode } from '#domain/apple-credit/redemption-code.ts';
import { takeBackChange } from '#domain/import/take-back-change.ts';
import type { VolymRecord } from '#domain/record.ts';
import { fromTrash } from '#domain/trash.ts';
import { ok, refuse, type Problem } from '#domain/result.ts';
import type {
  FormerPlace,
  ImportedChange,
  ImportRun,
  ImportRunData,
  KeptByUndo,
} from '#domain/workspace/import-run.ts';
import { placesOf } from '#domain/workspace/run-undo.ts';
import { letOrdersFollow } from '../follow-orders.ts';
import { conditionOf } from '../read-record.ts';
import type { Beside } from './beside.ts';
import { allCameBack, childrenUnder, countByParent } from './codes-under.ts';
import { rehearsalOn, type UndoRecords } from './rehearsal.ts';

/** How an import is taken back. */
export type Way = {
  readonly beside: Beside;
  /** Written on the steps that take others back. */
  readonly reason: string;
  /** Only these records, which stayed before, are judged; everything unless given. */
  readonly again?: ReadonlyMap<string, KeptByUndo>;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
};

/** What taking an import back did: how many records went, of each kind and in all, how many changed, and what stays. */
export type RunBack = {
  readonly trashed: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly changed: number;
  readonly kept: readonly KeptByUndo[];
  /** How many codes went of orders and batches that were there before the import, by id of these. */
  readonly outOf: ReadonlyMap<string, number>;
};

/**
 * Takes back what an import wrote, each record judged on its newest state: what it changed, then the orders and batches it
 * made, then its codes, and lets orders follow their codes. A rehearsal says before which orders stay: what is left of their
 * codes stays with them. A batch is only a list: what another import put into it holds no code of this one.
 *
 * Codes go last, so that being cut off, or another device that writes meanwhile, parts no order from them: an order that
 * went has its codes under it, out of sight like those of any order in the trash, and taken out of there it has them again,
 * with those that went since. None is thrown away under an order that can still be changed and stay. What a person threw
 * away before needs no telling from what the undo did: an undo takes no code out of the trash.
 */
export const takeRunBack = async (records: UndoRecords, run: ImportRun, way: Way): Promise<RunBack> =>
  takeBackBut(records, run, way, await ordersThatStay(records, run, way));

/** The orders that stay although each of the import's free codes under them went. */
const ordersThatStay = async (records: UndoRecords, run: ImportRun, way: Way): Promise<ReadonlySet<string>> => {
  const { created, restored, parents, kept: before } = run.data;
  // What brought no codes has none that could stay with an order.
  if (parents.length === 0) return new Set();
  const own = new Set([...created, ...restored]);
  const { kept } = await takeBackBut(rehearsalOn(records), run, { ...way, onProgress: undefined }, new Set());
  // What is not judged this time stays as it was judged before.
  const again = way.again;
  const rest = again === undefined ? [] : before.filter(({ id }) => !again.has(id));
  const stays = ({ id, reason }: KeptByUndo): boolean => own.has(id) || reason === 'later-steps';
  const staying = await records.many([...kept, ...rest].filter(stays).map(({ id }) => id));
  return new Set([...staying.values()].filter(({ kind }) => kind === 'credit-order').map(({ id }) => id));
};

/** Takes it back, but for the codes of orders that stay. */
const takeBackBut = async (
  records: UndoRecords,
  run: ImportRun,
  way: Way,
  staying: ReadonlySet<string>,
): Promise<RunBack> => {
  const { data } = run;
  const undoing = { run: run.id, undone: new Set(way.beside.undone.map(({ id }) => id)) };
  const isAsked = (id: string): boolean => way.again?.has(id) ?? true;
  const mine = (await childrenUnder(records, data.parents)).filter((child) => isOfRun(child, run.id));
  const codes = mine.map(({ id }) => id).filter(isAsked);
  const changes = new Map([...changesOf(data)].filter(([id]) => isAsked(id)));
  const own = [...data.created, ...data.restored].filter(isAsked);
  const total = codes.length + changes.size + own.length;
  const tell = (before: number) => ({ onProgress: (done: number) => way.onProgress?.(before + done, total) });
  const kept: Kept = new Map();
  const former = placesOf(run);
  const away = { run: run.id, reason: way.reason, former };
  const whyStays: WhyStays = (child) => {
    const since = { ...undoing, former: former.get(child.id) };
    return child.kind === 'redemption-code'
      ? (whyCodeStays(child as RedemptionCode, since) ?? (staying.has(child.parent) ? WITH_ORDER : undefined))
      : whyParentStays(child, 0, { ...since, isRestored: since.former !== undefined });
  };
  const judged = mine.filter((child) => isAsked(child.id) && conditionOf(child) === 'fine');
  const going = new Set(judged.filter((child) => whyStays(child) === undefined).map(({ id }) => id));
  const left = countByParent(mine.filter(({ id }) => !going.has(id)));
  const codesLeft = (id: string): number => left.get(id) ?? 0;
  const changed = await takeBackChanges(records, changes, { ...way, undoing, kept, codesLeft }, tell(0));
  const withOrder = judged.filter((child) => whyStays(child) === WITH_ORDER).map(({ id }) => id);
  const throwing = { data, undoing, kept, away, noReasons: new Set([...going, ...withOrder]) };
  const parents = await throwParents(records, own, throwing, tell(changes.size));
  const codesGone = await throwAway(records, codes, whyStays, { kept, away }, tell(changes.size + own.length));
  const stayed = mine.filter(({ id }) => going.has(id) && !codesGone.has(id));
  const parentsGone = await bringBack(records, parents, stayed, kept);
  await follow(records, await ordersOf(records, data), run.id);
  const gone = mine.filter(({ id }) => codesGone.has(id));
  // A code that stays is told before what stays because of it.
  const stays = [...new Set([...codes, ...kept.keys()])].flatMap((id) => kept.get(id) ?? []);
  return { ...toldOf(gone, parentsGone), changed, kept: stays };
};

/** What was redeemed or handed out between being judged and being thrown away stays, and what it lies under. Answers what went. */
const bringBack = async (
  records: UndoRecords,
  parents: readonly VolymRecord[],
  stayed: readonly VolymRecord[],
  kept: Kept,
): Promise<readonly VolymRecord[]> => {
  const needed = new Set(stayed.map(({ parent }) => parent));
  const back = parents.filter(({ id }) => needed.has(id)).map(({ id }) => id);
  if (back.length === 0) return parents;
  await records.changeMany(back, fromTrash);
  for (const id of back) keep(kept, id, 'has-codes', []);
  return parents.filter(({ id }) => !needed.has(id));
};

/** How many of the codes that went lay under an order or batch that did not. */
const codesOutOf = (gone: readonly VolymRecord[], parents: readonly VolymRecord[]): ReadonlyMap<string, number> => {
  const gonePlaces = new Set(parents.map(({ id }) => id));
  return countByParent(gone.filter(({ kind, parent }) => kind === 'redemption-code' && !gonePlaces.has(parent)));
};

/** What went, as it is told. */
const toldOf = (gone: readonly VolymRecord[], parents: readonly VolymRecord[]) => ({
  trashed: gone.length + parents.length,
  kinds: countKinds([...gone, ...parents]),
  outOf: codesOutOf(gone, parents),
});

const countKinds = (records: readonly VolymRecord[]): Readonly<Record<string, number>> => {
  const kinds: Record<string, number> = {};
  for (const { kind } of records) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return kinds;
};

type Kept = Map<string, KeptByUndo>;

/** What was changed on records that existed: as the run noted it, and nothing but steps where codes were put. */
const changesOf = ({ changed, parents, created, restored }: ImportRunData): Map<string, ImportedChange> => {
  const own = new Set([...created, ...restored]);
  const filled = parents.filter((id) => !own.has(id)).map((id) => ({ id, fields: {}, steps: [] }));
  return new Map([...filled, ...changed].map((change) => [change.id, change]));
};

type Changing = Way & { readonly undoing: Undoing; readonly kept: Kept; readonly codesLeft: (id: string) => number };

/** Answers how many records it wrote. */
const takeBackChanges = async (
  records: UndoRecords,
  changes: ReadonlyMap<string, ImportedChange>,
  { undoing, kept, codesLeft, reason, beside, again }: Changing,
  watched: Watching,
): Promise<number> => {
  const refused = await records.changeMany(
    [...changes.keys()],
    (record, doing) => {
      const { id } = record;
      const before = again?.get(id);
      // An older version noted no fields: what it called edited stays so.
      if (before?.reason === 'edited' && before.fields === undefined) {
        kept.set(id, before);
        return refuse('nothing-to-take-back');
      }
      const only = before === undefined ? undefined : (before.fields ?? []);
      const since = { ...undoing, reason, codesLeft: codesLeft(id), over: beside.over(id), only };
      const back = takeBackChange(record, changes.get(id) as ImportedChange, since, doing);
      // A command may run twice on a record that changed meanwhile.
      kept.delete(id);
      if (back.kept !== undefined) keep(kept, id, back.kept, back.fields);
      return back.draft === undefined ? refuse('nothing-to-take-back') : ok(back.draft);
    },
    watched,
  );
  keepStrange(refused, kept);
  return changes.size - refused.size;
};

/** The orders, batches, apps and users that an import made or brought back. Answers those that went. */
const throwParents = async (
  records: UndoRecords,
  own: readonly string[],
  { data, undoing, noReasons, ...to }: ThrowingParents,
  watched: Watching,
): Promise<readonly VolymRecord[]> => {
  const under = (await childrenUnder(records, own)).filter(({ id }) => !noReasons.has(id));
  const [left, cameBack] = [countByParent(under), allCameBack(under)];
  const restored = new Set(data.restored);
  // What another tab or device was quicker to make is not this import's, whatever its plan said.
  const found = [...(await records.many(own)).values()].filter((record) => isOfRun(record, undoing.run));
  const live = found.filter(({ trashedOn }) => trashedOn === '');
  const whyStays: WhyStays = (record) =>
    whyParentStays(record, left.get(record.id) ?? 0, {
      ...undoing,
      ...{ isRestored: restored.has(record.id), former: to.away.former.get(record.id), cameBack },
    });
  const ids = live.map(({ id }) => id);
  const gone = await throwAway(records, ids, whyStays, to, watched);
  return live.filter(({ id }) => gone.has(id));
};

type ThrowingParents = Throwing & {
  readonly data: ImportRunData;
  readonly undoing: Undoing;
  /** What lies under them and is no reason for them to stay: it goes, be it to where it had lain, or stays with its order. */
  readonly noReasons: ReadonlySet<string>;
};

type WhyStays = (record: VolymRecord) => string | undefined;
type Watching = { readonly onProgress: (done: number) => void };

/** What stays is named, and the rest goes back to where it lay or into the trash. */
type Throwing = {
  readonly kept: Kept;
  readonly away: { readonly run: string; readonly reason: string; readonly former: ReadonlyMap<string, FormerPlace> };
};

/** Sends records away, judged on their newest state; names those that stay. Answers those that went. */
const throwAway = async (
  records: UndoRecords,
  ids: readonly string[],
  whyStays: WhyStays,
  { kept, away }: Throwing,
  watched: Watching,
): Promise<ReadonlySet<string>> => {
  const refused = await records.changeMany(
    ids,
    (record, doing) => {
      const why = whyStays(record);
      if (why !== undefined) return refuse('stays', why);
      return sendAway(record, { ...away, former: away.former.get(record.id) }, doing);
    },
    watched,
  );
  const gone = new Set(ids.filter((id) => !refused.has(id)));
  for (const id of gone) kept.delete(id);
  for (const [id, { code, field }] of refused)
    if (code === 'stays') keep(kept, id, field ?? '', kept.get(id)?.fields ?? []);
  keepStrange(refused, kept);
  return gone;
};

const keep = (kept: Kept, id: string, reason: string, fields: readonly string[]): void =>
  void kept.set(id, { id, reason, ...(fields.length === 0 ? {} : { fields }) });

/** What a newer app wrote meanwhile stays, and is named. */
const keepStrange = (refused: ReadonlyMap<string, Problem>, kept: Kept): void => {
  for (const [id, { code }] of refused) if (code === 'record-not-understood') keep(kept, id, code, []);
};

/** The orders whose codes an import brought, marked or took. */
export const ordersOf = async (
  records: UndoRecords,
  { parents, changed, former = [] }: ImportRunData,
): Promise<string[]> => {
  const found = [...(await records.many(changed.map(({ id }) => id))).values()];
  const marked = found.filter(({ kind }) => kind === 'redemption-code').map(({ parent }) => parent);
  const taken = former.map(({ parent }) => parent).filter((parent) => parent !== '');
  return [...new Set([...parents, ...marked, ...taken])];
};

/** Orders say what their codes say, as often as one still says more: two imports may have told it. */
const follow = async (records: UndoRecords, orders: readonly string[], run: string): Promise<void> => {
  for (let left = orders; left.length > 0;)
    left = await letOrdersFollow(records, left, (doing) => undoingOf(run, doing));
};
