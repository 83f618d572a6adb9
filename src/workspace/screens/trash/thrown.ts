import type { Day } from '#core/day/day.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { CODE_KINDS, isCode } from '#programmes/codes.ts';
import { daysLeftInTrash, holdsItsOrder, whyKept } from '#programmes/trash-days.ts';
import { conditionOf } from '#data/records/read-record.ts';
import type { Records } from '#data/records/records.ts';

/** A record in the trash as the list shows it. */
export type Thrown = {
  readonly record: VolymRecord;
  /** Days left; undefined of what does not go by itself. */
  readonly left: number | undefined;
  /** What it lay under, where that is still there: codes are numbered within it. */
  readonly under: VolymRecord | undefined;
};

/**
 * What is known around the rows: ids of what holds codes in use, and by id what the rows lay under.
 */
export type Around = {
  readonly holding: ReadonlySet<string>;
  readonly parents: ReadonlyMap<string, VolymRecord>;
};

/** What has a row of its own: codes of what is in the trash itself have none. */
export const shownOf = (thrown: readonly VolymRecord[]): readonly VolymRecord[] => {
  const ids = new Set(thrown.map(({ id }) => id));
  return thrown.filter(({ parent }) => !ids.has(parent));
};

/** The rows: those that go soon first, those that do not go last. */
export const rowsOf = (
  thrown: readonly VolymRecord[],
  { holding, parents }: Around,
  today: Day,
): Thrown[] => {
  const thrownCodes = thrown.filter(isCode);
  const held = new Set(thrownCodes.filter(holdsItsOrder).map(({ parent }) => parent));
  // What this app does not understand it deletes never.
  const stays = (record: VolymRecord): boolean =>
    conditionOf(record) !== 'fine' ||
    holding.has(record.id) ||
    held.has(record.id) ||
    whyKept(record, [], 'time') !== undefined;
  return shownOf(thrown)
    .map((record): Thrown => {
      const left = stays(record) ? undefined : daysLeftInTrash(record, today);
      return { record, left, under: parents.get(record.parent) };
    })
    .sort(
      (a, b) =>
        (a.left ?? Infinity) - (b.left ?? Infinity) ||
        (a.record.trashedOn < b.record.trashedOn ? 1 : -1),
    );
};

/** Looks up what is known around the rows. */
export const aroundOf = async (
  records: Pick<Records, 'find' | 'many'>,
  shown: readonly VolymRecord[],
): Promise<Around> => {
  const above = shown.map(({ parent }) => parent).filter((id) => id !== '');
  const [holding, parents] = await Promise.all([
    holdCodes(records, shown),
    records.many([...new Set(above)]),
  ]);
  return { holding, parents };
};

/** Those that hold codes which do not lie in the trash themselves: one is enough. */
const holdCodes = async (
  records: Pick<Records, 'find'>,
  thrown: readonly VolymRecord[],
): Promise<ReadonlySet<string>> => {
  const holding = new Set<string>();
  for (const record of thrown) {
    const { id } = record;
    const kinds = isCode(record) ? [] : CODE_KINDS;
    for (const kind of kinds)
      if ((await records.find({ parent: id, kind, limit: 1 })).length > 0) holding.add(id);
  }
  return holding;
};
