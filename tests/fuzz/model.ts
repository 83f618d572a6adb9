import { deepEqual } from 'rxdb/plugins/utils';
import {
  codeState,
  type RedemptionCode,
} from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { kindOf } from '#programmes/kinds.ts';
import { TRASHED_ON } from '#core/record/trash.ts';
import type { Change, Draft, VolymRecord } from '#core/record/record.ts';
import type { Step } from '#core/record/step.ts';
import type { LivedDay } from '#core/day/lived-days.ts';
import type { Command } from '#data/records/records.ts';
import { removeOverdue } from '#data/trash/empty-trash.ts';
import type { Device } from '../data/sync/devices.ts';
import { openQuiet } from './quiet.ts';

/**
 * A write that its device keeps in mind: the fields that it gave, and the entries of the history
 * and the steps by which it is known.
 */
type Write = {
  readonly id: string;
  readonly by: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly changes: readonly Change[];
  readonly steps: readonly Step[];
  /** Entries and steps that its writer saw. */
  readonly seen: ReadonlySet<string>;
  /** Someone who had seen it deleted the record for good. */
  isGone: boolean;
};

/** Records by id. */
type Records = ReadonlyMap<string, VolymRecord>;

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = ({ data }: Pick<VolymRecord, 'data'>): Fields => data as unknown as Fields;

/**
 * Fields with a history: for the others the newer value wins, and what was written over
 * is not kept.
 */
const told = (kind: string, field: string): boolean => {
  const { fieldsWithoutHistory = [], neverAsked = [], secretFields = [] } = kindOf(kind) ?? {};
  return (
    field !== 'v' && ![...fieldsWithoutHistory, ...neverAsked, ...secretFields].includes(field)
  );
};

/** All values that a field has, had, or is asked about. */
const valuesOf = ({ trashedOn, data, history, clashes }: VolymRecord, field: string): unknown[] => [
  { ...data, trashedOn }[field as never],
  ...history
    .filter((change) => change.field === field)
    .flatMap(({ from, to, asked = [] }) => [from, to, ...asked]),
  ...clashes
    .filter((clash) => clash.field === field)
    .flatMap(({ answers }) => answers.map(({ value }) => value)),
];

const isIn = (record: VolymRecord, { fields, changes, steps }: Write): boolean => {
  const entries = new Set(record.history.map(({ id }) => id));
  return (
    steps.every(({ id }) => record.steps.some((step) => step.id === id)) &&
    changes.every(
      ({ id, field, to }) =>
        entries.has(id) || valuesOf(record, field).some((held) => deepEqual(held, to)),
    ) &&
    Object.entries(fields).every(([field, value]) =>
      valuesOf(record, field).some((held) => deepEqual(held, value)),
    )
  );
};

const withoutBlanks = (kind: string, data: Fields): Fields =>
  Object.fromEntries(
    Object.entries(data).filter(
      ([field, value]) => told(kind, field) && typeof value === 'string' && value !== '',
    ),
  );

const entriesOf = ({ steps, history }: VolymRecord): Set<string> =>
  new Set([...steps, ...history].map(({ id }) => id));

/** An entry with what it wrote, also where no history tells it. */
const withValue = (change: Change, after: VolymRecord): Change =>
  change.field === TRASHED_ON || 'to' in change
    ? change
    : { ...change, to: fieldsOf(after)[change.field] };

/** Knows every write that was acknowledged, and who had seen what. Writes go through it. */
export const openModel = () => {
  const writes: Write[] = [];
  const quiet = openQuiet();
  const insert = async (device: Device, drafts: readonly Draft[]): Promise<void> => {
    const made = new Set(await device.records.insert(drafts));
    for (const { id, kind, data, steps = [] } of drafts.filter((draft) => made.has(draft.id))) {
      quiet.note(device.name, undefined, { id, kind, data });
      writes.push({
        id,
        by: device.name,
        fields: withoutBlanks(kind, data as unknown as Fields),
        changes: [],
        steps,
        seen: new Set(),
        isGone: false,
      });
    }
  };
  /** Answers whether it was acknowledged. */
  const change = async (device: Device, id: string, command: Command<never>): Promise<boolean> => {
    let before: VolymRecord | undefined;
    const done = await device.records.change(id, (record, doing) => {
      before = record;
      return command(record as never, doing);
    });
    if (!done.ok || before === undefined) return false;
    const [seen, after] = [entriesOf(before), done.value];
    const [changes, steps] = [after.history, after.steps].map((list) =>
      list.filter((event) => !seen.has(event.id)),
    );
    quiet.note(device.name, before, after);
    // A write that left all as it was says nothing that could be lost.
    if (changes?.length === 0 && steps?.length === 0) return true;
    writes.push({
      id,
      by: device.name,
      fields: {},
      seen,
      isGone: false,
      changes: (changes as Change[]).map((change) => withValue(change, after)),
      steps: steps as Step[],
    });
    return true;
  };
  const remove = async (device: Device, id: string): Promise<void> => {
    const before = await device.records.get(id);
    if (before === undefined || !device.mayWrite()) return;
    await device.records.discard([id]);
    deleted(before);
  };
  const sweep = async (
    { records, collection, mayWrite }: Device,
    lived: readonly LivedDay[],
  ): Promise<void> => {
    const gone = await removeOverdue({ records, collection, mayWrite }, lived);
    // What was sent is still in the storage as it was.
    const states = await collection.storageInstance.findDocumentsById(gone, true);
    for (const state of states) if (state._deleted) deleted(state as unknown as VolymRecord);
  };
  const deleted = (state: VolymRecord): void => {
    quiet.deleted(state);
    for (const write of writes)
      if (write.id === state.id && isIn(state, write)) write.isGone = true;
  };
  return {
    insert,
    change,
    remove,
    sweep,
    /** Records with writes that this device alone has, and that count. */
    onlyOn: (by: string, here: Records, there: Records): string[] => {
      const holds = (records: Records, write: Write): boolean => {
        const record = records.get(write.id);
        return record !== undefined && isIn(record, write);
      };
      const own = writes.filter(
        (write) => write.by === by && !write.isGone && holds(here, write) && !holds(there, write),
      );
      return [...new Set(own.map(({ id }) => id))];
    },
    /** What is wrong in the end. */
    faults: (records: Records) => [
      ...faultsIn(writes, records),
      ...underNothing(records),
      ...quiet.faults(records),
    ],
  };
};

/** The model of one round. */
export type Model = ReturnType<typeof openModel>;

const faultsIn = (writes: readonly Write[], records: Records): string[] => {
  const lost = writes.filter((write) => {
    const record = records.get(write.id);
    if (write.isGone) return false;
    return record === undefined || !isIn(record, write);
  });
  const all = [...records.values()];
  return [
    ...lost.map((write) => `lost: ${JSON.stringify({ ...write, seen: undefined })}`),
    ...all.flatMap((record) =>
      wentBack(
        record,
        writes.filter(({ id }) => id === record.id),
      ),
    ),
    ...all.flatMap((record) =>
      unasked(
        record,
        writes.filter(({ id }) => id === record.id),
      ),
    ),
    ...all.flatMap((record) =>
      freed(
        record,
        writes.filter(({ id }) => id === record.id),
      ),
    ),
  ];
};

/** A field has the value of a write that somebody knowingly wrote over, and of no other one. */
const wentBack = (record: VolymRecord, writes: readonly Write[]): string[] => {
  if (writes.some(({ isGone }) => isGone)) return [];
  const changes = writes.flatMap((write) =>
    write.changes.map((change) => ({ ...change, seen: write.seen })),
  );
  return Object.entries(fieldsOf(record)).flatMap(([field, value]) => {
    const own = changes.filter((change) => change.field === field);
    const over = own.filter(({ id }) => own.some(({ seen }) => seen.has(id)));
    const isOver = over.some(({ to }) => deepEqual(to, value));
    const stands = own.some((change) => !over.includes(change) && deepEqual(change.to, value));
    return isOver && !stands ? [`went back: ${record.id} ${field} ${JSON.stringify(value)}`] : [];
  });
};

/**
 * What people are asked about: fields with a history, and a secret that is text. Whether it is in
 * the trash has a rule of its own.
 */
const isAskedAbout = (kind: string, field: string, value: unknown): boolean =>
  field !== TRASHED_ON &&
  (told(kind, field) ||
    (kindOf(kind)?.secretFields.includes(field) === true && typeof value === 'string'));

/**
 * A value that nobody knowingly wrote over is kept, or asked about: an entry in the history is
 * not enough.
 */
const unasked = (record: VolymRecord, writes: readonly Write[]): string[] => {
  if (writes.some(({ isGone }) => isGone)) return [];
  const changes = writes.flatMap((write) =>
    write.changes.map((change) => ({ ...change, seen: write.seen })),
  );
  return changes.flatMap(({ id, field, to }) => {
    if (
      !isAskedAbout(record.kind, field, to) ||
      changes.some((change) => change.field === field && change.seen.has(id))
    )
      return [];
    const asked = record.clashes
      .filter((clash) => clash.field === field)
      .flatMap(({ answers }) => answers);
    const values = [fieldsOf(record)[field], ...asked.map(({ value }) => value)];
    return values.some((value) => deepEqual(value ?? '', to ?? ''))
      ? []
      : [`not asked about: ${record.id} ${field} ${JSON.stringify(to)}`];
  });
};

/** Codes that no screen shows, because their parent is gone. */
const underNothing = (records: Records): string[] =>
  [...records.values()]
    .filter(
      ({ kind, trashedOn, parent }) =>
        kind === 'redemption-code' && trashedOn === '' && !records.has(parent),
    )
    .map(({ id, parent }) => `has no parent: ${id}, ${parent}`);

/** A code that someone redeemed, and nobody who knew it took back, is redeemed. */
const freed = (record: VolymRecord, writes: readonly Write[]): string[] => {
  if (record.kind !== 'redemption-code' || codeState(record as RedemptionCode) === 'redeemed')
    return [];
  const steps = writes.flatMap((write) => (write.isGone ? [] : write.steps));
  const stands = steps.some(
    ({ id, kind }) => kind === 'redeemed' && !steps.some(({ withdraws }) => withdraws === id),
  );
  return stands ? [`not redeemed any more: ${record.id}`] : [];
};
