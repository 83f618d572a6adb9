import { grouped } from '#core/grouped.ts';
import { endedRows } from '#core/import/ended-rows.ts';
import type { ImportRunData } from '#core/import/import-run.ts';
import { countRows, type BareRow } from '#core/import/planned-row.ts';
import type { SourceFile } from '#core/import/source-file.ts';
import type { ImportTask, Writes } from '../import-task.ts';

/** What the tap does for several programmes: one import with one undo. They share no record. */
export const joinedTask = (tasks: readonly ImportTask[]): ImportTask => {
  const [first, ...more] = tasks;
  if (first === undefined) throw new RangeError('no task to join');
  if (more.length === 0) return first;
  const rows = tasks.flatMap((task) => task.rows);
  const prepared = new Map<Writes, readonly Writes[]>();
  return {
    file: { ...first.file, files: filesOf(tasks) },
    rows,
    size: tasks.reduce((sum, { size }) => sum + size, 0),
    prepare: async (work) => {
      const all: Writes[] = [];
      for (const task of tasks) all.push(await task.prepare(work));
      const joined = joinedWrites(all, rows);
      prepared.set(joined, all);
      return joined;
    },
    saw: new Map(tasks.flatMap(({ saw }) => [...saw])),
    orders: tasks.flatMap(({ orders }) => orders),
    really: (writes, written) => {
      const own = prepared.get(writes) ?? [];
      const all = tasks.flatMap((task, at) => {
        const those = own[at];
        if (those === undefined) return [];
        const { rows, ...really } = task.really(those, written);
        return [{ rows, data: { ...those.record.data, ...really } }];
      });
      return {
        ...joinedData(all.map(({ data }) => data)),
        rows: all.flatMap((one) => one.rows),
      };
    },
    mappings: tasks.flatMap(({ mappings }) => mappings),
  };
};

/** Every file that some programme reads, once, with all sheets that are read of a workbook. */
const filesOf = (tasks: readonly ImportTask[]): readonly SourceFile[] => {
  const all = tasks.flatMap(({ file: { files = [] } }) => files);
  const byFile = grouped(all, ({ file, name }) => `${file} ${name}`);
  return [...byFile.values()].flatMap(([first, ...more]) =>
    first === undefined
      ? []
      : [{ ...first, sheets: [first, ...more].flatMap(({ sheets }) => sheets) }],
  );
};

const joinedWrites = (all: readonly Writes[], rows: readonly BareRow[]): Writes => {
  const [first] = all;
  if (first === undefined) throw new RangeError('nothing to join');
  const told = all.map(({ record }) => record.data);
  const data = { ...joinedData(told), rows: rows.length, counts: countRows(rows) };
  return {
    fresh: all.flatMap(({ fresh }) => fresh),
    restored: all.flatMap(({ restored }) => restored),
    changes: all.flatMap(({ changes }) => changes),
    newUnder: all.flatMap(({ newUnder }) => newUnder),
    backUnder: all.flatMap(({ backUnder }) => backUnder),
    record: {
      ...first.record,
      data: { ...first.record.data, ...data, ended: endedRows(rows, data) },
    },
  };
};

/** What several programmes did, as one import tells it. */
const joinedData = (all: readonly ImportRunData[]) => {
  const freed = all.reduce((sum, data) => sum + (data.freed ?? 0), 0);
  const newPlaces = all.flatMap((data) => data.newPlaces ?? []);
  return {
    unreadable: all.flatMap(({ unreadable }) => unreadable),
    parents: all.flatMap(({ parents }) => parents),
    created: all.flatMap(({ created }) => created),
    restored: all.flatMap(({ restored }) => restored),
    former: all.flatMap(({ former = [] }) => former),
    changed: all.flatMap(({ changed }) => changed),
    // None is said where one was planned: what was planned stays otherwise.
    ...(all.every((data) => data.freed === undefined) ? {} : { freed }),
    ...(newPlaces.length === 0 ? {} : { newPlaces }),
  };
};
