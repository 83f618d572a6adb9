import { whyKeptBy, whyOwnStays } from '#programmes/undone-imports.ts';
import { letFollow } from '#programmes/upkeeps.ts';
import {
  isOfRun,
  whyParentStays,
  WITH_ORDER,
  type KeptReason,
  type Undoing,
} from '#core/import/why-stays.ts';
import { undoingOf } from '#core/import/import-steps.ts';
import { takeBackChange } from '#workspace/rules/import/take-back-change.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import type {
  FormerPlace,
  ImportedChange,
  ImportRun,
  ImportRunData,
  KeptByUndo,
} from '#core/import/import-run.ts';
import { placesOf } from '#workspace/rules/import/run-undo.ts';
import { conditionOf } from '../../records/read-record.ts';
import type { Beside } from '../beside.ts';
import { allCameBack, childrenUnder, countByParent } from '../children-under.ts';
import { rehearsalOn, type UndoRecords } from '../rehearsal.ts';
import {
  keep,
  keepStrange,
  putBack,
  throwAway,
  type Kept,
  type Sent,
  type Throwing,
  type Watching,
  type WhyStays,
} from './send-many-away.ts';

/** How an import is taken back. */
export type Way = {
  readonly beside: Beside;
  /** Written on the steps that take others back. */
  readonly reason: string;
  /** Only these records, which stayed before, are judged; all records if absent. */
  readonly again?: ReadonlyMap<string, KeptByUndo>;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
};

/**
 * What taking an import back did: how many records went, of each kind and in all, how many changed,
 * and what stays.
 */
export type RunBack = {
  readonly trashed: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly changed: number;
  readonly kept: readonly KeptByUndo[];
  /**
   * How many codes went of orders and batches that were there before the import, by id of these.
   */
  readonly outOf: ReadonlyMap<string, number>;
};

/**
 * Undoes what an import wrote, judging each record by its newest state: what it changed, then the
 * orders and batches it created, then its codes; finally it updates the orders from their codes. A
 * batch is only a list: what another import put into it keeps none of this one's codes.
 *
 * An order and its codes go or stay together. A rehearsal shows before the first write which orders
 * stay, so that these keep what the import wrote on them. What people write meanwhile counts too: a
 * code is judged after its order, and stays with an order that is still there; and after the codes
 * are written, an order that went but must stay after all (someone brought it back, or redeemed one
 * of its codes) is put back as it was, with the codes that went.
 *
 * Codes go last, and come back first, so that an interruption separates no order from its codes: an
 * order that went keeps its codes under it, hidden like those of any order in the trash, and when
 * it is taken out it has them again, including those in the trash.
 */
export const takeRunBack = async (
  records: UndoRecords,
  run: ImportRun,
  way: Way,
): Promise<RunBack> => takeBackBut(records, run, way, await ordersThatStay(records, run, way));

/** The orders that stay although each of the import's free codes under them went. */
const ordersThatStay = async (
  records: UndoRecords,
  run: ImportRun,
  way: Way,
): Promise<ReadonlySet<string>> => {
  const { created, restored, parents, kept: before } = run.data;
  // What brought no codes has none that could stay with an order.
  if (parents.length === 0) return new Set();
  const own = new Set([...created, ...restored]);
  const { kept } = await takeBackBut(
    rehearsalOn(records),
    run,
    { ...way, onProgress: undefined },
    new Set(),
  );
  // Records not judged this time keep their earlier judgement.
  const again = way.again;
  const rest = again === undefined ? [] : before.filter(({ id }) => !again.has(id));
  const stays = ({ id, reason }: KeptByUndo): boolean => own.has(id) || reason === 'later-steps';
  const staying = await records.many([...kept, ...rest].filter(stays).map(({ id }) => id));
  return new Set(
    [...staying.values()].filter(({ kind }) => kind === 'credit-order').map(({ id }) => id),
  );
};

/**
 * Takes it back, but for the codes of orders that stay: those that are known to before, and those
 * that turn out to.
 */
const takeBackBut = async (
  records: UndoRecords,
  run: ImportRun,
  way: Way,
  known: ReadonlySet<string>,
): Promise<RunBack> => {
  const { data } = run;
  const undoing = { run: run.id, undone: new Set(way.beside.undone.map(({ id }) => id)) };
  const isAsked = (id: string): boolean => way.again?.has(id) ?? true;
  const mine = (await childrenUnder(records, data.parents)).filter((child) =>
    isOfRun(child, run.id),
  );
  const codes = mine.map(({ id }) => id).filter(isAsked);
  const changes = new Map([...changesOf(data)].filter(([id]) => isAsked(id)));
  const own = [...data.created, ...data.restored].filter(isAsked);
  const total = codes.length + changes.size + own.length;
  const tell = (before: number) => ({
    onProgress: (done: number) => way.onProgress?.(before + done, total),
  });
  const kept: Kept = new Map();
  const former = placesOf(run);
  const away = { run: run.id, reason: way.reason, former };
  const judged = mine.filter((child) => isAsked(child.id) && conditionOf(child) === 'fine');
  const { going, noReasons } = sorted(judged, childStays(undoing, former, known));
  const whyKept = keptFor(mine.filter(({ id }) => !going.has(id)));
  const changed = await takeBackChanges(
    records,
    changes,
    { ...way, undoing, kept, whyKept },
    tell(0),
  );
  const parents = await throwParents(
    records,
    own,
    { data, undoing, kept, away, noReasons },
    tell(changes.size),
  );
  const staying = await ordersThere(records, [...known, ...goneOnSince(kept), ...parents.judged]);
  const whyStays = childStays(undoing, former, staying);
  const sent = await throwAway(
    records,
    codes,
    whyStays,
    { kept, away },
    tell(changes.size + own.length),
  );
  const unsent = [...going].filter((id) => !sent.has(id));
  const back = await bringTogether(records, { parents: parents.sent, codes: sent }, unsent, kept);
  await follow(records, await ordersOf(records, data), run.id);
  const wentOf = (all: Sent) =>
    [...all.values()].map(({ before }) => before).filter(({ id }) => !back.has(id));
  // A code that stays is listed before what stays because of it.
  const stays = [...new Set([...codes, ...kept.keys()])].flatMap((id) => kept.get(id) ?? []);
  return { ...reportOf(wentOf(sent), wentOf(parents.sent)), changed, kept: stays };
};

/** Why a record stays for what is under it; undefined where nothing keeps it. */
type WhyKept = (record: Pick<VolymRecord, 'id' | 'kind'>) => KeptReason | undefined;

/** Why what some records are under stays for them. */
const keptFor = (under: readonly VolymRecord[]): WhyKept => {
  const [left, cameBack] = [countByParent(under), allCameBack(under)];
  return (record) => whyKeptBy(record, left.get(record.id) ?? 0, cameBack);
};

/** Why a code, or what else is under what an import made, stays while these orders stay. */
const childStays =
  (
    undoing: Undoing,
    places: ReadonlyMap<string, FormerPlace>,
    staying: ReadonlySet<string>,
  ): WhyStays =>
  (child) => {
    const since = { ...undoing, former: places.get(child.id) };
    const ownStays = whyOwnStays(child.kind);
    return ownStays !== undefined
      ? (ownStays(child, since) ?? (staying.has(child.parent) ? WITH_ORDER : undefined))
      : whyParentStays(child, undefined, { ...since, isRestored: since.former !== undefined });
  };

/**
 * The records that go, and those that are no reason for their parent to stay: the ones that go, and
 * the ones that stay with their order.
 */
const sorted = (judged: readonly VolymRecord[], whyStays: WhyStays) => {
  const why = new Map(judged.map((child) => [child.id, whyStays(child)]));
  const idsBy = (...reasons: readonly (string | undefined)[]): ReadonlySet<string> =>
    new Set([...why].filter(([, reason]) => reasons.includes(reason)).map(([id]) => id));
  return { going: idsBy(undefined), noReasons: idsBy(undefined, WITH_ORDER) };
};

/**
 * Orders where something has happened since: they stay, even one that existed before the
 * import.
 */
const goneOnSince = (kept: Kept): string[] =>
  [...kept.values()].filter(({ reason }) => reason === 'later-steps').map(({ id }) => id);

/** The orders among them that are not in the trash, as they are now. */
const ordersThere = async (
  records: UndoRecords,
  ids: readonly string[],
): Promise<ReadonlySet<string>> =>
  new Set([...(await records.many(ids)).values()].filter(isOrderThere).map(({ id }) => id));

const isOrderThere = ({ kind, trashedOn }: VolymRecord): boolean =>
  kind === 'credit-order' && trashedOn === '';

/**
 * A code that was redeemed or handed out between being judged and being thrown away stays, with its
 * parent; so does an order that someone brought back meanwhile. With an order, its codes come back
 * too. Returns everything that came back.
 */
const bringTogether = async (
  records: UndoRecords,
  sent: { readonly parents: Sent; readonly codes: Sent },
  unsent: readonly string[],
  kept: Kept,
): Promise<ReadonlySet<string>> => {
  const stayed = [...(await records.many(unsent)).values()].filter(
    ({ trashedOn }) => trashedOn === '',
  );
  const needed = new Set(stayed.map(({ parent }) => parent));
  const parents = [...(await records.many([...sent.parents.keys()])).values()];
  const back = parents.filter((record) => needed.has(record.id) || isOrderThere(record));
  const orders = new Set(back.filter(({ kind }) => kind === 'credit-order').map(({ id }) => id));
  const codes = [...sent.codes]
    .filter(([, { before }]) => orders.has(before.parent))
    .map(([id]) => id);
  const ids = back.map(({ id }) => id);
  // Cut off between the two, they lie under an order in the trash.
  await putBack(records, codes, sent.codes);
  await putBack(records, ids, sent.parents);
  for (const id of codes) keep(kept, id, WITH_ORDER, []);
  const whyKept = keptFor([...stayed, ...(await records.many(codes)).values()]);
  // Taken out of the trash by hand, it may have nothing under it.
  for (const record of back) keep(kept, record.id, whyKept(record) ?? 'edited', []);
  return new Set([...codes, ...ids]);
};

/** How many of the codes that went were under an order or batch that stayed. */
const codesOutOf = (
  gone: readonly VolymRecord[],
  parents: readonly VolymRecord[],
): ReadonlyMap<string, number> => {
  const gonePlaces = new Set(parents.map(({ id }) => id));
  return countByParent(
    gone.filter(({ kind, parent }) => kind === 'redemption-code' && !gonePlaces.has(parent)),
  );
};

/** What went, as it is reported. */
const reportOf = (gone: readonly VolymRecord[], parents: readonly VolymRecord[]) => ({
  trashed: gone.length + parents.length,
  kinds: countKinds([...gone, ...parents]),
  outOf: codesOutOf(gone, parents),
});

const countKinds = (records: readonly VolymRecord[]): Readonly<Record<string, number>> => {
  const kinds = new Map<string, number>();
  for (const { kind } of records) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return Object.fromEntries(kinds);
};

/**
 * What was changed on existing records: as the run noted it, and only steps where codes were added.
 */
const changesOf = ({
  changed,
  parents,
  created,
  restored,
}: ImportRunData): Map<string, ImportedChange> => {
  const own = new Set([...created, ...restored]);
  const filled = parents.filter((id) => !own.has(id)).map((id) => ({ id, fields: {}, steps: [] }));
  return new Map([...filled, ...changed].map((change) => [change.id, change]));
};

type Changing = Way & {
  readonly undoing: Undoing;
  readonly kept: Kept;
  readonly whyKept: WhyKept;
};

/** Answers how many records it wrote. */
const takeBackChanges = async (
  records: UndoRecords,
  changes: ReadonlyMap<string, ImportedChange>,
  { undoing, kept, whyKept, reason, beside, again }: Changing,
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
      const since = { ...undoing, reason, left: whyKept(record), over: beside.over(id), only };
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

/**
 * The orders, batches, apps and users that an import made or brought back. Answers those that were
 * judged, and that went.
 */
const throwParents = async (
  records: UndoRecords,
  own: readonly string[],
  { data, undoing, noReasons, ...to }: ThrowingParents,
  watched: Watching,
): Promise<{ readonly judged: readonly string[]; readonly sent: Sent }> => {
  const under = (await childrenUnder(records, own)).filter(({ id }) => !noReasons.has(id));
  const whyKept = keptFor(under);
  const restored = new Set(data.restored);
  // A record that another tab or device created first is not this import's, whatever its plan said.
  const found = [...(await records.many(own)).values()].filter((record) =>
    isOfRun(record, undoing.run),
  );
  const live = found.filter(({ trashedOn }) => trashedOn === '');
  const whyStays: WhyStays = (record) =>
    whyParentStays(record, whyKept(record), {
      ...undoing,
      isRestored: restored.has(record.id),
      former: to.away.former.get(record.id),
    });
  const judged = live.map(({ id }) => id);
  return { judged, sent: await throwAway(records, judged, whyStays, to, watched) };
};

type ThrowingParents = Throwing & {
  readonly data: ImportRunData;
  readonly undoing: Undoing;
  /**
   * Records under them that are no reason for them to stay: they go, perhaps to where they were
   * before, or stay with their order.
   */
  readonly noReasons: ReadonlySet<string>;
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

/**
 * Updates the orders from their codes until nothing more changes: two imports may have written on
 * an order.
 */
const follow = async (
  records: UndoRecords,
  orders: readonly string[],
  run: string,
): Promise<void> => {
  for (let left = orders; left.length > 0;)
    left = await letFollow(records, left, (doing) => undoingOf(run, doing));
};
